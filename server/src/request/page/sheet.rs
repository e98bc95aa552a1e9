use maud::{Markup, html};
use shared::lang::fill;
use shared::request::{NoticeView, RequestView};

use super::letters::{facts, told};
use crate::platform::pages::Visit;

/// A notice as a letter on a page of its own, to be printed: number, day, what it answers, what it says, and who signs. Who asks is
/// no part of it, since the page does not know.
pub(super) fn sheet(visit: &Visit, view: &RequestView, notice: &NoticeView) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    let instance = &visit.settings.instance;
    let agency = view.agency.as_deref().and_then(|key| visit.settings.agency(key));
    let number = [("number", view.number.as_str())];
    let day = lang.day_long(notice.on);
    // The last day of what may be objected to on this letter; where it stands no longer, nothing is.
    let stands = view.notices.first() == Some(notice);
    let until =
        view.offers.iter().filter(|offer| offer.since >= notice.on).filter_map(|offer| offer.until).max();
    html! {
        article class="page page-narrow" {
            p class="fine no-print" { (texts.to_paper) }
            p {
                strong { (agency.map_or(&*instance.office, |agency| agency.name(lang))) } br;
                (instance.province)
            }
            dl class="review-rows" {
                div class="review-row" { dt { (texts.letter_number) } dd { (notice.letter_number) } }
                div class="review-row" { dt { (texts.day) } dd { (day) } }
                div class="review-row" {
                    dt { (texts.about_label) }
                    dd { h1 class="own-title" tabindex="-1" { (fill(texts.about, &number)) } }
                }
            }
            p { (fill(texts.to, &number)) }
            p { (fill(texts.asked_on, &[("day", &lang.day_long(view.received_on))])) }
            blockquote class="story-text" { (view.what) }
            h2 { (lang.notice_kind(notice.kind)) }
            (facts(&told(lang, notice)))
            @if let Some(until) = until.filter(|_| stands) {
                p { (fill(texts.right, &[("day", &lang.day_long(until))])) }
            }
            p class="story-text" { (day) "\n\n\n\n" strong { (notice.official) } }
        }
    }
}
