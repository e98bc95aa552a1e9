//! Errors have one door.

use super::Violation;
use super::source::Source;

const DOOR: &str = "only `error.rs` builds an error response";

/// Statuses that say something went wrong; whoever names one builds such a response.
const STATUSES: [&str; 24] = [
    "BAD_REQUEST",
    "UNAUTHORIZED",
    "FORBIDDEN",
    "NOT_FOUND",
    "METHOD_NOT_ALLOWED",
    "NOT_ACCEPTABLE",
    "REQUEST_TIMEOUT",
    "CONFLICT",
    "GONE",
    "LENGTH_REQUIRED",
    "PRECONDITION_FAILED",
    "PRECONDITION_REQUIRED",
    "PAYLOAD_TOO_LARGE",
    "URI_TOO_LONG",
    "UNSUPPORTED_MEDIA_TYPE",
    "RANGE_NOT_SATISFIABLE",
    "UNPROCESSABLE_ENTITY",
    "TOO_MANY_REQUESTS",
    "INTERNAL_SERVER_ERROR",
    "NOT_IMPLEMENTED",
    "BAD_GATEWAY",
    "SERVICE_UNAVAILABLE",
    "GATEWAY_TIMEOUT",
    "INSUFFICIENT_STORAGE",
];

/// Checks one file.
pub fn check(source: &Source) -> Vec<Violation> {
    let parts = source.parts();
    if !source.is_product() || parts[0] != "server" || parts.contains(&"error") {
        return Vec::new();
    }
    let named = STATUSES.map(|status| format!("StatusCode::{status}"));
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    source.violations(&source.bare, &named, DOOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_leave_through_one_door() {
        let text = "let fine = StatusCode::CREATED;\nlet bad = (StatusCode::NOT_FOUND, \"gone\");";
        let found = check(&Source::new("server/src/complaint/show.rs", text));
        assert_eq!(found, [Violation { path: "server/src/complaint/show.rs".into(), line: 2, rule: DOOR }]);
        assert_eq!(check(&Source::new("server/src/error.rs", text)), []);
        assert_eq!(check(&Source::new("server/src/error/answer.rs", text)), []);
    }
}
