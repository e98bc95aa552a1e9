use serde::{Deserialize, Serialize};

use super::{Category, Form, NewInformation};
use crate::request::{NoticeKind, Obtain, RequestView};
use crate::text::{TITLE_MAX, Title};

/// Which granted request is to become public information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestToPublish {
    /// Its number in the register.
    pub number: String,
}

impl NewInformation {
    /// The draft of an entry for what a request was granted; none where it was not. Nothing in it says who asked, but for
    /// what they wrote of what they want, which whoever publishes reads first.
    pub fn of_granted(request: &RequestView) -> Option<Self> {
        let notice = request.notices.first()?;
        if !matches!(notice.kind, NoticeKind::Grant | NoticeKind::GrantInPart) {
            return None;
        }
        let form = match notice.form {
            Some(Obtain::SoftCopy) => Form::Digital,
            Some(Obtain::Hear) => Form::Recording,
            Some(Obtain::View | Obtain::HardCopy) | None => Form::Print,
        };
        let line = request.what.lines().next().unwrap_or_default();
        let title = match Title::parse(&shortened(line)) {
            Ok(title) => title.as_str().to_owned(),
            Err(_) => request.number.clone(),
        };
        Some(Self {
            title,
            summary: request.what.clone(),
            category: Some(Category::AnyTime),
            agency: request.agency.clone().unwrap_or_default(),
            official: notice.official.clone(),
            made_on: notice.on.to_string(),
            forms: vec![form],
            ..Self::default()
        })
    }
}

/// As many whole words as a title holds.
fn shortened(line: &str) -> String {
    let mut short = String::new();
    for word in line.split_whitespace() {
        if short.chars().count() + word.chars().count() + 1 > TITLE_MAX as usize {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_ends_behind_a_word() {
        assert_eq!(shortened("Daftar  ruas jalan"), "Daftar ruas jalan");
        let long = "kata ".repeat(60);
        assert_eq!(shortened(&long).chars().count(), 149);
        assert_eq!(shortened(&"x".repeat(200)), "");
    }
}
