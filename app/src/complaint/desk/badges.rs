use crate::platform::dom::{Tag, tag};

/// Short words about a case, those that apply.
pub fn badges(all: &[(bool, &'static str, &str)]) -> Tag {
    let shown = all.iter().filter(|(applies, ..)| *applies);
    let shown: Vec<_> = shown.map(|(_, class, words)| tag("span").class(class).with(*words)).collect();
    tag("span").class("badges").with(shown)
}
