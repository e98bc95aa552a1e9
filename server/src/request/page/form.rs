use maud::{Markup, html};
use shared::lang::Lang;
use shared::problem::FieldProblem;
use shared::request::{ApplicantKind, NewRequest, Obtain, SendBy};

use super::PATH;
use super::fields::{FIELDS, field, lines};
use super::file::{OFFERED, Offered};
use super::typed::Typed;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{
    Choice, Field, TextKind, Tone, area, frame, hidden, line, notice, radios, summary,
};

/// The form, for its button that stands outside.
const FORM: &str = "request";

const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// The form, with what is to be said of it, and what is public already.
pub(super) fn form(
    visit: &Visit,
    typed: &Typed,
    problems: &[FieldProblem],
    said: Option<&str>,
    offered: &[Offered],
) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    html! {
        div class="page page-narrow request-form" {
            h1 tabindex="-1" { (if offered.is_empty() { texts.title } else { texts.not_yet }) }
            @if offered.is_empty() { p class="lead" { (texts.lead) } }
            (summary(lang, &lines(lang, &FIELDS, problems)))
            @if let Some(said) = said { (notice(Tone::Bad, said)) }
            (public_already(lang, offered))
            form class="form" id=(FORM) method="post" action=(PATH) enctype="multipart/form-data" novalidate {
                (hidden("key", &typed.key))
                @if !offered.is_empty() { (hidden(OFFERED, "1")) }
                (fields(visit, &typed.new, problems, &FIELDS.map(|(name, _)| name)))
                div class="form-ways" {
                    button type="submit" class="button button-main" {
                        (if offered.is_empty() { texts.submit } else { texts.submit_anyway })
                    }
                }
            }
            section class="panel" {
                h2 { (texts.follow) }
                form class="form form-line" method="get" action=(PATH) novalidate {
                    (line(&Field::new(lang, "nomor", texts.number).id("number"), TextKind::Code, ""))
                    button type="submit" class="button button-quiet" { (texts.look_up) }
                }
            }
        }
    }
}

/// What may answer it without being asked for. It opens beside the form, which holds what was typed.
fn public_already(lang: Lang, offered: &[Offered]) -> Markup {
    let texts = lang.request();
    html! {
        @if !offered.is_empty() {
            section class="panel panel-asks" aria-labelledby="offered-name" {
                h2 id="offered-name" tabindex="-1" { (texts.offered) }
                p { (texts.offered_lead) }
                ul {
                    @for one in offered {
                        li {
                            a href=(one.address) target="_blank" rel="noopener" { (one.title) }
                            p class="fine" { (one.summary) }
                        }
                    }
                }
                // The form's own is far below.
                div class="form-ways" {
                    button type="submit" form=(FORM) class="button button-main" { (texts.submit_anyway) }
                }
            }
        }
    }
}

/// The fields of these names, as they are grouped in the whole form.
pub(super) fn fields(visit: &Visit, new: &NewRequest, problems: &[FieldProblem], wanted: &[&str]) -> Markup {
    let asks = |places: std::ops::Range<usize>| FIELDS[places].iter().any(|(name, _)| wanted.contains(name));
    html! {
        @if asks(0..8) { (who(visit, new, problems, wanted)) }
        @if asks(8..10) { (what(visit, new, problems, wanted)) }
        @if asks(10..12) { (how(visit, new, problems, wanted)) }
    }
}

fn who(visit: &Visit, new: &NewRequest, problems: &[FieldProblem], wanted: &[&str]) -> Markup {
    let lang = visit.lang();
    let (texts, applicant) = (lang.request(), &new.applicant);
    let part = |place: usize| field(lang, FIELDS[place], problems);
    let asks = |place: usize| wanted.contains(&FIELDS[place].0);
    let kinds: Vec<Choice<'_>> = ApplicantKind::ALL
        .iter()
        .map(|kind| Choice { value: kind.as_str(), label: lang.applicant_kind(*kind), hint: None })
        .collect();
    html! {
        fieldset class="group" {
            legend class="legend" { (texts.who) }
            p class="hint" { (texts.who_lead) }
            p class="hint" { (lang.request_kept_for(visit.settings.request_retention)) }
            @if asks(0) {
                (radios(&part(0).required(), &kinds, applicant.kind.map_or("", ApplicantKind::as_str)))
            }
            @if asks(1) { (line(&part(1).hint(texts.name_hint).required(), TextKind::Name, &applicant.name)) }
            @if asks(2) {
                (line(&part(2).hint(texts.identity_hint).optional(), TextKind::Line, &applicant.identity_number))
            }
            @if asks(3) { (line(&part(3).hint(texts.deed_hint), TextKind::Line, &applicant.deed)) }
            @if asks(4) { (document(&part(4).hint(texts.document_hint).optional())) }
            @if asks(5) { (area(&part(5).required(), &applicant.address)) }
            @if asks(6) && asks(7) { p class="hint" { (texts.reach_hint) } }
            @if asks(6) { (line(&part(6).optional(), TextKind::Phone, &applicant.phone)) }
            @if asks(7) { (line(&part(7).optional(), TextKind::Email, &applicant.email)) }
        }
    }
}

/// The picker of the document of identity.
fn document(field: &Field<'_>) -> Markup {
    let input = html! {
        input id=(field.id) class="input input-files" type="file" name=(field.name) accept=(ACCEPTED)
            aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
    };
    frame(field, input)
}

fn what(visit: &Visit, new: &NewRequest, problems: &[FieldProblem], wanted: &[&str]) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    let part = |place: usize| field(lang, FIELDS[place], problems);
    // What for alone is no group.
    if !wanted.contains(&"what") {
        return area(&part(9).required(), &new.purpose);
    }
    html! {
        fieldset class="group" {
            legend class="legend" { (texts.which) }
            (area(&part(8).hint(texts.what_hint).required(), &new.what))
            // The application puts here what is public already, while somebody types.
            div id="offered-now" role="status" data-name=(texts.offered) data-shown=(OFFERED) {}
            @if wanted.contains(&"purpose") { (area(&part(9).required(), &new.purpose)) }
        }
    }
}

fn how(visit: &Visit, new: &NewRequest, problems: &[FieldProblem], wanted: &[&str]) -> Markup {
    let lang = visit.lang();
    let part = |place: usize| field(lang, FIELDS[place], problems);
    let forms: Vec<Choice<'_>> = Obtain::ALL
        .iter()
        .map(|form| Choice { value: form.as_str(), label: lang.obtain(*form), hint: None })
        .collect();
    let ways: Vec<Choice<'_>> = SendBy::ALL
        .iter()
        .map(|way| Choice { value: way.as_str(), label: lang.send_by(*way), hint: None })
        .collect();
    html! {
        fieldset class="group" {
            legend class="legend" { (lang.request().how) }
            @if wanted.contains(&"obtain") {
                (radios(&part(10).required(), &forms, new.obtain.map_or("", Obtain::as_str)))
            }
            @if wanted.contains(&"send") {
                (radios(&part(11).required(), &ways, new.send.map_or("", SendBy::as_str)))
            }
        }
    }
}
