use shared::problem::ErrorCode;

use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Failure;
use crate::platform::ui::{Tone, failure_notice, notice};

/// Why one of the staff does not see what an address names: the rule that forbids it, or that it is not there. Anything
/// else may pass, and can be tried again.
pub fn refused(failure: &Failure, again: impl Fn() + 'static) -> Part {
    let lang = use_lang();
    match failure {
        Failure::Problem(envelope) if envelope.code == ErrorCode::Forbidden => {
            let rule = envelope.rule.as_deref().unwrap_or_default();
            notice(Tone::Warning, tag("p").with(lang.rule(rule))).into()
        }
        Failure::Problem(envelope) if matches!(envelope.code, ErrorCode::NotFound | ErrorCode::Invalid) => {
            notice(Tone::Warning, tag("p").with(lang.error(ErrorCode::NotFound))).into()
        }
        failure => failure_notice(failure, again).into(),
    }
}
