use shared::instance::Contact;

use super::way;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;

/// The other ways to complain, for those whom this page does not suit.
pub fn channels() -> Option<Tag> {
    let meta = use_meta();
    let contacts: Vec<_> = meta.instance.contacts.iter().map(channel).collect();
    let list = || tag("ul").class("channels").with(contacts);
    (!meta.instance.contacts.is_empty()).then(|| way("way-channels", use_lang().home().channels).with(list()))
}

fn channel(contact: &Contact) -> Tag {
    let shown = contact.value.trim_start_matches("https://").trim_end_matches('/');
    let value = match address(contact) {
        Some(address) => tag("a").attr("href", address).attr("rel", "noreferrer external"),
        None => tag("span"),
    };
    tag("li").with(tag("span").class("channel-name").with(contact.label.as_str())).with(value.with(shown))
}

/// What a contact is reached by; none for a place.
fn address(contact: &Contact) -> Option<String> {
    let value = contact.value.as_str();
    let dialled = || value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    match contact.kind.as_str() {
        "web" if value.starts_with("https://") => Some(value.to_owned()),
        "web" => Some(["https://", value].concat()),
        "email" => Some(["mailto:", value].concat()),
        "phone" => Some(["tel:", &dialled()].concat()),
        "sms" => Some(["sms:", &dialled()].concat()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_become_links() {
        let check = |kind: &str, value: &str, expected: Option<&str>| {
            let contact = Contact { kind: kind.into(), label: String::new(), value: value.into() };
            assert_eq!(address(&contact).as_deref(), expected, "{kind} {value}");
        };
        check("web", "www.lapor.go.id", Some("https://www.lapor.go.id"));
        check("sms", "1708", Some("sms:1708"));
        check("phone", "(0451) 421-234", Some("tel:0451421234"));
        check("email", "kominfo@contoh.example", Some("mailto:kominfo@contoh.example"));
        check("address", "Jalan Sam Ratulangi", None);
    }
}
