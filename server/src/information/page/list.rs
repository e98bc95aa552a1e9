use std::borrow::Cow;

use maud::{Markup, html};
use shared::api::{INFORMATION_CSV_PATH, INFORMATION_JSON_PATH, INFORMATION_XLSX_PATH};
use shared::information::{InformationLine, InformationList};
use shared::problem::FieldProblem;

use super::super::list::Asked;
use super::{Place, filters, style};
use crate::platform::http::Pairs;

/// Letters of a summary that the list shows.
const EXCERPT: usize = 240;
/// The list as files, and as catalogues.
const FILES: [(&str, &str); 5] = [
    ("CSV", INFORMATION_CSV_PATH),
    ("XLSX", INFORMATION_XLSX_PATH),
    ("JSON", INFORMATION_JSON_PATH),
    ("DCAT (JSON-LD)", "/catalog.jsonld"),
    ("DCAT (Turtle)", "/catalog.ttl"),
];

/// What is looked for, and what was found; what is wrong where it cannot be looked for.
pub(super) fn article(
    place: &Place<'_>,
    asked: &Asked,
    typed: &Pairs,
    found: Option<&InformationList>,
    problems: &[FieldProblem],
) -> Markup {
    let texts = place.reader.lang.information();
    html! {
        div class="page information" {
            (style())
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.lead) }
            (filters::problems(place, problems))
            (filters::form(place, typed, problems))
            p class="fine no-print" role="status" id="information-told" {
                @if let Some(found) = found { (told(place, asked, found)) }
            }
            div id="information-found" { @if let Some(found) = found { (part(place, asked, found)) } }
            p class="no-print" {
                a href="/informasi/dikecualikan" rel="external" { (place.reader.lang.excluded().title) }
            }
            p class="no-print" {
                a href="/informasi/laporan" rel="external" { (place.reader.lang.report().to_report) }
            }
            p class="fine no-print" {
                (texts.feeds)
                " " a href="/informasi/atom.xml" rel="external" { (texts.title) }
                " · " a href="/informasi/serta-merta/atom.xml" rel="external" { (texts.immediate) }
            }
        }
    }
}

/// What was found, which the application puts in the place of what was found before while somebody types.
pub(super) fn part(place: &Place<'_>, asked: &Asked, found: &InformationList) -> Markup {
    let texts = place.reader.lang.information();
    html! {
        div class="information-part" data-told=(told(place, asked, found)) {
            @if found.rows.is_empty() {
                div class="empty" {
                    p { (if asked.is_narrowed() { texts.not_found } else { texts.none }) }
                    p { a href="/permohonan" rel="external" { (texts.ask) } }
                }
            } @else {
                ol class="information-list" {
                    @for row in &found.rows { (line(place, row)) }
                }
            }
            (pages(place, asked, found))
            p class="fine no-print" {
                (texts.whole)
                @for (name, path) in FILES { " " a href=(asked.of_file(path)) rel="external" { (name) } }
            }
        }
    }
}

/// How a long text begins, to the end of a word. It is cut here and not by styles, which would hide lines from who reads
/// large letters.
fn excerpt(text: &str) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return Cow::Borrowed(text) };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    Cow::Owned([text[..end].trim_end(), "…"].concat())
}

/// How much that is.
fn told(place: &Place<'_>, asked: &Asked, found: &InformationList) -> String {
    if found.rows.is_empty() && !asked.is_narrowed() {
        return place.reader.lang.information().none.to_owned();
    }
    place.reader.lang.information_found(found.rows.len(), found.next.is_some())
}

fn line(place: &Place<'_>, row: &InformationLine) -> Markup {
    let lang = place.reader.lang;
    let agency = place.settings.agency(&row.agency).map_or(&*row.agency, |agency| agency.name(lang));
    html! {
        li class="information-row" {
            h2 class="information-title" { a href={ "/informasi/" (row.id) } rel="external" { (row.title) } }
            p class="information-summary" { (excerpt(&row.summary)) }
            p class="fine" {
                span class="badge" { (lang.information_category(row.category)) }
                " " (agency) " · " (lang.day_long(row.made_on))
                @if let Some(topic) = &row.topic { " · " (topic) }
            }
        }
    }
}

fn pages(place: &Place<'_>, asked: &Asked, found: &InformationList) -> Markup {
    let texts = place.reader.lang.information();
    html! {
        nav class="information-pages" aria-label=(texts.title) {
            @if let Some(next) = &found.next {
                a class="button button-quiet" rel="next external" href=(asked.address(Some(next))) { (texts.next) }
            }
            @if !asked.is_first() { a href=(asked.address(None)) rel="external" { (texts.first) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_behind_a_word() {
        assert_eq!(excerpt("Isi singkat."), "Isi singkat.");
        let long = "kata ".repeat(60);
        let cut = excerpt(&long);
        assert!(cut.ends_with("kata…") && cut.chars().count() <= EXCERPT + 1, "{cut}");
        let one = "é".repeat(300);
        assert_eq!(excerpt(&one).chars().count(), EXCERPT + 1);
    }
}
