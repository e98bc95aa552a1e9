//! t
use crate::{failure::*, places::Places};
/// t
pub fn bench(_: &Places, _: &[String]) -> Result {
    fail("not yet")
}
