//! The plain forms for what a reporter may do.

use maud::{Markup, html};
use shared::complaint::{ComplaintView, EntryKind};
use shared::lang::Lang;

use super::attachments::picker;
use super::own::{Opened, address};
use super::story::last_words;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{Choice, Field, area, hidden, radios};

const STARS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// A message with files.
pub(super) fn reply(
    visit: &Visit,
    view: &ComplaintView,
    opened: &Opened<'_>,
    label: &str,
    hint: Option<&str>,
    send: &str,
) -> Markup {
    const VERB: &str = "pesan";
    let lang = visit.lang();
    let texts = lang.filing();
    let text = Field { hint, ..Field::new(lang, "text", label).id("message").required() };
    let text = text.problems(opened.problems(lang, VERB, "text"));
    let files = Field::new(lang, "files", texts.files).id("message-files").hint(texts.files_hint).optional();
    let files = files.problems(opened.problems(lang, VERB, "files"));
    let kept = opened.draft(VERB).map_or(&[][..], |draft| &draft.kept);
    html! {
        form class="form" method="post" action=(address(view, VERB)) enctype="multipart/form-data" data-plain {
            (hidden("secret", opened.secret))
            (hidden("key", &opened.key))
            (area(&text, opened.typed(VERB, "text")))
            (picker(&files, kept))
            div class="form-ways" { button type="submit" class="button button-main" { (send) } }
        }
    }
}

/// Whether an answer settles the complaint: two ways, each of which unfolds its questions.
pub(super) fn judge(visit: &Visit, view: &ComplaintView, opened: &Opened<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.tracking();
    let until = view.own.as_ref().and_then(|own| own.reply_until);
    let labels = [1, 2, 3, 4, 5].map(|stars| lang.stars(stars));
    let stars: Vec<Choice<'_>> =
        STARS.iter().zip(&labels).map(|(value, label)| Choice { value, label, hint: None }).collect();
    let rating = Field::new(lang, "stars", texts.stars).optional();
    let rating = rating.problems(opened.problems(lang, "terima", "stars"));
    let words = Field::new(lang, "words", texts.words).optional();
    let words = words.problems(opened.problems(lang, "terima", "words"));
    let reason = Field::new(lang, "reason", texts.refuse_reason).required();
    let reason = reason.problems(opened.problems(lang, "tolak", "reason"));
    html! {
        section class="panel panel-asks no-print" {
            h2 { (texts.judge) }
            (last_words(visit, view, EntryKind::Answered))
            @if let Some(until) = until { p class="hint" { (lang.reply_until(&lang.day_long(until))) } }
            details class="fold" open[opened.draft("terima").is_some()] {
                summary { (texts.accept) " " span class="hint" { (texts.accept_hint) } }
                form class="form" method="post" action=(address(view, "terima")) data-plain {
                    (hidden("secret", opened.secret))
                    div class="choices-inline" { (radios(&rating, &stars, opened.typed("terima", "stars"))) }
                    (area(&words, opened.typed("terima", "words")))
                    div class="form-ways" {
                        button type="submit" class="button button-main" { (texts.send_accept) }
                    }
                }
            }
            details class="fold" open[opened.draft("tolak").is_some()] {
                summary { (texts.refuse) " " span class="hint" { (texts.refuse_hint) } }
                form class="form" method="post" action=(address(view, "tolak")) data-plain {
                    (hidden("secret", opened.secret))
                    (area(&reason, opened.typed("tolak", "reason")))
                    div class="form-ways" {
                        button type="submit" class="button button-main" { (texts.send_refuse) }
                    }
                }
            }
        }
    }
}

/// Takes the complaint back, after saying what that means.
pub(super) fn withdraw(lang: Lang, view: &ComplaintView, opened: &Opened<'_>) -> Markup {
    const VERB: &str = "cabut";
    let texts = lang.tracking();
    let reason = Field::new(lang, "reason", texts.withdraw_reason).id("withdrawal-reason").optional();
    let reason = reason.problems(opened.problems(lang, VERB, "reason"));
    html! {
        details class="fold no-print" id="withdrawal" open[opened.draft(VERB).is_some()] {
            summary { (texts.withdraw) }
            p { (texts.withdraw_lead) }
            form class="form" method="post" action=(address(view, VERB)) data-plain {
                (hidden("secret", opened.secret))
                (area(&reason, opened.typed(VERB, "reason")))
                div class="form-ways" {
                    button type="submit" class="button button-danger" { (texts.send_withdraw) }
                }
            }
        }
    }
}
