use maud::{Markup, html};
use shared::information::consequence::{ExcludedLine, ExcludedList};

use super::{Place, style};

/// What is excluded, on whose decision and until when; what cannot be understood of the address where there is no list.
pub(super) fn article(place: &Place<'_>, found: Option<&ExcludedList>, is_first: bool) -> Markup {
    let lang = place.reader.lang;
    let (texts, list_texts) = (lang.excluded(), lang.information());
    html! {
        div class="page information" {
            (style())
            p class="no-print" { a href="/informasi" rel="external" { (list_texts.to_list) } }
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.lead) }
            @match found {
                None => div class="notice notice-warning" role="alert" { p { (texts.unclear) } },
                Some(found) if found.rows.is_empty() => div class="empty" role="status" { p { (texts.none) } },
                Some(found) => ol class="information-list" { @for row in &found.rows { (line(place, row)) } },
            }
            nav class="information-pages" aria-label=(texts.title) {
                @if let Some(next) = found.and_then(|found| found.next.as_ref()) {
                    a class="button button-quiet" rel="next external" href={ "/informasi/dikecualikan?after=" (next) } {
                        (list_texts.next)
                    }
                }
                @if !is_first { a href="/informasi/dikecualikan" rel="external" { (list_texts.first) } }
            }
        }
    }
}

fn line(place: &Place<'_>, row: &ExcludedLine) -> Markup {
    let lang = place.reader.lang;
    let (texts, list_texts) = (lang.excluded(), lang.information());
    let agency = place.settings.agency(&row.agency).map_or(&*row.agency, |agency| agency.name(lang));
    let rows = [
        (list_texts.agency, agency.to_owned()),
        (texts.law, row.law.clone()),
        (texts.decision, lang.excluded_by(&row.number, &lang.day_long(row.decided_on))),
        (texts.until, lang.day_long(row.until)),
    ];
    html! {
        li class="information-row" {
            h2 class="information-title" { (row.title) }
            @if let Some(stage) = lang.excluded_stage(row.stage) { p { span class="badge" { (stage) } } }
            dl class="information-columns" {
                @for (name, value) in rows { div { dt { (name) } dd { (value) } } }
            }
        }
    }
}
