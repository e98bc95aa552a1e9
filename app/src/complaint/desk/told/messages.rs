use shared::api::{ListMessages, ReadMessages};
use shared::complaint::desk::{MessageLine, MessageList, MessagesRead};
use shared::lang::{Lang, fill};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, moment, use_lang};
use crate::platform::net::{Call, Failure, Load, call, live, load};
use crate::platform::reactive::{RwSignal, spawn, watch};
use crate::platform::session::{Session, use_session};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, button, failure_notice, focus_on, page_heading, skeleton};

/// The messages of whoever is signed in, newest first.
pub fn messages_page() -> Tag {
    let texts = use_lang().told();
    let session = use_session();
    let revision = live().revision;
    let list = load(move || {
        revision.get();
        call::<ListMessages>(Call::default(), &())
    });
    watch(move || {
        list.value.with(|list| {
            if let Some(list) = list {
                session.unread.set(list.unread);
            }
        });
    });
    let failure = RwSignal::new(None::<Failure>);
    let content = move || -> Part {
        if let Some(list) = list.value.get() {
            return rows(list);
        }
        match list.failure.get() {
            Some(failure) => {
                session.note(&failure);
                failure_notice(&failure, move || list.again()).into()
            }
            None => skeleton(5).into(),
        }
    };
    let failed = move || failure.get().map(|why| failure_notice(&why, move || failure.set(None)));
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.messages.to_owned()))
        .with(tag("p").class("lead").with(texts.messages_lead))
        .live(move || mark(list, session, failure))
        .live(failed)
        .live(content)
}

/// One press for all that are new.
fn mark(
    list: Load<MessageList>,
    session: Session,
    failure: RwSignal<Option<Failure>>,
) -> Option<impl Into<Part>> {
    let texts = use_lang().told();
    let until = list.value.with(|list| {
        let list = list.as_ref().filter(|list| list.unread > 0)?;
        list.rows.first().map(|row| row.id)
    })?;
    let busy = RwSignal::new(false);
    let send = move || {
        busy.set(true);
        failure.set(None);
        spawn(async move {
            match call::<ReadMessages>(Call::default(), &MessagesRead { until }).await {
                Ok(now) => {
                    list.value.set(Some(now));
                    focus_on("h1");
                }
                Err(why) => {
                    session.note(&why);
                    failure.set(Some(why));
                }
            }
            busy.set(false);
        });
    };
    Some(tag("p").with(button(Button::Quiet, texts.mark_read, busy, send)))
}

fn rows(list: MessageList) -> Part {
    let texts = use_lang().told();
    if list.rows.is_empty() {
        return tag("div")
            .class("empty")
            .with(tag("h2").with(texts.no_messages))
            .with(tag("p").with(texts.no_messages_hint))
            .into();
    }
    let lang = use_lang();
    let rows: Vec<_> = list.rows.into_iter().map(|one| row(lang, one)).collect();
    tag("ul").class("rows rows-told").with(rows).into()
}

fn row(lang: Lang, one: MessageLine) -> Tag {
    let texts = lang.told();
    let at = moment(lang, one.at, use_meta().instance.utc_offset_minutes);
    let due = one.due_on.map(|day| fill(texts.due, &[("day", &day_long(lang, day))]));
    let name = [lang.message_subject(one.subject), &one.code].concat();
    let about = [Some(name.clone()), due, Some(at)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let link = tag("a")
        .class("case-title")
        .attr("href", one.subject.address(&one.code))
        .with(one.title.as_deref().unwrap_or(&name));
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(lang.message(one.kind)))
        .with(link)
        .with(tag("span").class("fine").with(about));
    let new = one.is_new.then(|| tag("span").class("badge badge-warning").with(lang.desk().new));
    tag("li").class(if one.is_new { "row row-new" } else { "row" }).with(words).with(new)
}
