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
    let value = match contact.address() {
        Some(address) => tag("a").attr("href", address).attr("rel", "noreferrer external"),
        None => tag("span"),
    };
    let label = tag("span").class("footer-label").with(contact.label.as_str());
    tag("li").with(label).with(value.with(contact.shown()))
}
