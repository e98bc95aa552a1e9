//! The recap against small ledgers.
