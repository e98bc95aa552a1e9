use crate::platform::device::{EntryState, use_outbox};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::memo;

/// What this phone keeps, in one line, and the way to it. It is said when it changes.
pub fn kept() -> Tag {
    let lang = use_lang();
    let outbox = use_outbox();
    let words = memo(move || {
        let (mut waiting, mut received, mut drafts) = (0, 0, 0);
        outbox.entries.with(|entries| {
            for entry in entries {
                match entry.state {
                    EntryState::Waiting | EntryState::Sending(_) => waiting += 1,
                    EntryState::Received(_) => received += 1,
                    EntryState::Draft | EntryState::Refused(_) => drafts += 1,
                }
            }
        });
        lang.kept_in_short(waiting, received, drafts)
    });
    let line = move || {
        let words = words.get();
        let way = || tag("a").attr("href", "/adukan").with(lang.kept().look);
        (!words.is_empty()).then(|| tag("p").class("kept-short").with(tag("span").with(words)).with(way()))
    };
    tag("div").attr("role", "status").live(line)
}
