use shared::account::AccountLink;
use shared::lang::fill;

use super::list::Register;
use crate::platform::device::{copy, whole_address};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{moment, use_lang};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, focus_on, plain_button};

/// A link that was made. It is shown this one time.
pub fn link(register: Register, made: AccountLink) -> Tag {
    let lang = use_lang();
    let texts = lang.register();
    let until = moment(lang, made.ends_at, use_meta().instance.utc_offset_minutes);
    let address = whole_address(&["/petugas/undangan#", &made.token].concat());
    let copied = RwSignal::new(None);
    let text = address.clone();
    let on_copy = move || {
        let text = text.clone();
        spawn(async move { copied.set(Some(copy(&text).await)) });
    };
    let said = move || copied.get().map(|worked: bool| if worked { texts.copied } else { texts.not_copied });
    let put_away = move || {
        register.link.set(None);
        focus_on("#accounts");
    };
    tag("section")
        .class("panel account-link")
        .with(
            tag("h2")
                .id("account-link")
                .attr("tabindex", "-1")
                .with(fill(texts.link, &[("name", &made.name)])),
        )
        .with(tag("p").with(fill(texts.link_lead, &[("moment", &until)])))
        .with(tag("p").class("kept-value").attr("translate", "no").with(address))
        .with(
            tag("div")
                .class("form-ways")
                .with(plain_button(Button::Main, texts.copy, on_copy))
                .with(plain_button(Button::Quiet, texts.close, put_away)),
        )
        .with(tag("p").class("copied").attr("role", "status").live(said))
}
