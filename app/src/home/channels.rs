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
    let value = match contact.address() {
        Some(address) => tag("a").attr("href", address).attr("rel", "noreferrer external"),
        None => tag("span"),
    };
    let name = tag("span").class("channel-name").with(contact.label.as_str());
    tag("li").with(name).with(value.with(contact.shown()))
}
