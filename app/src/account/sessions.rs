use shared::account::{SessionLine, device_name};
use shared::api::{ListSessions, RevokeSession};
use shared::lang::fill;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{moment, use_lang};
use crate::platform::net::{Call, Load, call, load};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::session::{Session, use_session};
use crate::platform::settings::{agency_name, use_meta};
use crate::platform::ui::{Button, Tone, button, failure_notice, notice, page_heading, skeleton};

/// Below so many, people should see to new ones.
const FEW: u32 = 3;

/// The account: its roles, its codes, where it is signed in.
pub fn account_page() -> Tag {
    let lang = use_lang();
    let texts = lang.account();
    let session = use_session();
    let staff = session.staff.get_untracked();
    let roles = staff.iter().flat_map(|staff| &staff.roles).map(|held| {
        let agency = held.agency.as_deref().map(|key| [" · ", &agency_name(lang, key)].concat());
        tag("li").with([lang.role(held.role), agency.as_deref().unwrap_or_default()].concat())
    });
    let left = staff.as_ref().map_or(0, |staff| staff.recovery_codes);
    let few = (left < FEW).then(|| notice(Tone::Warning, tag("p").with(texts.codes_few)));
    let name = staff.as_ref().map(|staff| [&staff.full_name, " (", &staff.name, ")"].concat());
    let list = load(|| call::<ListSessions>(Call::default(), &()));
    let content = move || -> Part {
        match (list.value.get(), list.failure.get()) {
            (Some(lines), _) => tag("ul")
                .class("rows")
                .with(lines.into_iter().map(|line| row(line, list, session)).collect::<Vec<_>>())
                .into(),
            (None, Some(failure)) => {
                session.note(&failure);
                failure_notice(&failure, move || list.again()).into()
            }
            (None, None) => skeleton(3).into(),
        }
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.mine.to_owned()))
        .with(name.map(|name| tag("p").class("lead").with(name)))
        .with(
            tag("section")
                .class("panel")
                .with(tag("h2").with(texts.roles))
                .with(tag("ul").with(roles.collect::<Vec<_>>()))
                .with(tag("p").with(fill(texts.codes_left, &[("n", &left.to_string())])))
                .with(few),
        )
        .with(
            tag("section")
                .class("panel")
                .with(tag("h2").with(texts.sessions))
                .with(tag("p").with(texts.sessions_lead))
                .live(content),
        )
}

fn row(line: SessionLine, list: Load<Vec<SessionLine>>, session: Session) -> Tag {
    let lang = use_lang();
    let texts = lang.account();
    let meta = use_meta();
    let at = |milliseconds: i64| moment(lang, milliseconds, meta.instance.utc_offset_minutes);
    let when = [
        fill(texts.began, &[("moment", &at(line.began_at))]),
        fill(texts.seen, &[("moment", &at(line.seen_at))]),
    ]
    .join(", ");
    let device = device_name(&line.device).unwrap_or_else(|| texts.unknown_device.to_owned());
    let busy = RwSignal::new(false);
    let id = line.id;
    let end = move || {
        busy.set(true);
        let id = id.clone();
        spawn(async move {
            match call::<RevokeSession>(Call { path: &[&id], ..Call::default() }, &()).await {
                Ok(left) => list.value.set(Some(left)),
                Err(failure) => {
                    session.note(&failure);
                    list.again();
                }
            }
            busy.set(false);
        });
    };
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(device))
        .with(tag("span").class("fine").with(when));
    let side: Part = if line.is_present {
        tag("span").class("badge").with(texts.present).into()
    } else {
        button(Button::Quiet, texts.revoke, busy, end).into()
    };
    tag("li").class("row").with(words).with(side)
}
