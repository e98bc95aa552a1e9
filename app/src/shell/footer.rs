use shared::instance::{Contact, Meta};

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Load;

/// Who is behind the site, and the other ways to reach them.
pub fn footer(meta: Load<Meta>) -> Tag {
    tag("footer").class("footer").live(move || meta.value.with(|meta| meta.as_ref().map(inner)))
}

fn inner(meta: &Meta) -> Tag {
    let texts = use_lang().shell();
    let instance = &meta.instance;
    let contacts: Vec<_> = instance.contacts.iter().map(contact).collect();
    let office = tag("div")
        .with(tag("p").class("footer-office").with(instance.office.as_str()))
        .with(tag("p").with(instance.province.as_str()));
    let contacts = tag("div")
        .with(tag("h2").class("footer-heading").with(texts.contacts))
        .with(tag("ul").class("footer-contacts").with(contacts));
    let version = tag("p").class("footer-version").with([texts.title, " ", &meta.version].concat());
    tag("div").class("footer-inner").with(office).with(contacts).with(version)
}

fn contact(contact: &Contact) -> Tag {
    let Contact { kind, label, value } = contact;
    let link = match kind.as_str() {
        "web" if value.starts_with("https://") => Some(value.clone()),
        "web" => Some(["https://", value].concat()),
        "email" => Some(["mailto:", value].concat()),
        "phone" => Some(["tel:", &dialled(value)].concat()),
        "sms" => Some(["sms:", &dialled(value)].concat()),
        _ => None,
    };
    let shown = value.trim_start_matches("https://").trim_end_matches('/');
    let value = match link {
        Some(link) => tag("a").attr("href", link).attr("rel", "noreferrer external"),
        None => tag("span"),
    };
    tag("li").with(tag("span").class("footer-label").with(label.as_str())).with(value.with(shown))
}

/// A number without what people put between its digits.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
