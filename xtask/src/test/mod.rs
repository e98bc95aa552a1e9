//! t
use crate::{failure::*, places::Places};
/// t
pub fn test(_: &Places, _: &[String]) -> Result {
    fail("not yet")
}
