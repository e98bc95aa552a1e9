//! A complaint of class information request becomes a request: what is missing is given by its reporter, and the receipt, its
//! day and its secret live on.

mod begin;
mod register;

pub mod give;
pub mod page;

use begin::begun;
use register::register;
