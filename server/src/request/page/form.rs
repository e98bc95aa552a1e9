use maud::{Markup, html};
use shared::problem::FieldProblem;
use shared::request::{ApplicantKind, Obtain, SendBy};

use super::PATH;
use super::fields::{FIELDS, field, lines};
use super::typed::Typed;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{
    Choice, Field, TextKind, Tone, area, hidden, line, notice, radios, summary,
};

/// The form, with what is to be said of it.
pub(super) fn form(visit: &Visit, typed: &Typed, problems: &[FieldProblem], said: Option<&str>) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.lead) }
            (summary(lang, &lines(lang, &FIELDS, problems)))
            @if let Some(said) = said { (notice(Tone::Bad, said)) }
            form class="form" method="post" action=(PATH) novalidate {
                (hidden("key", &typed.key))
                (who(visit, typed, problems))
                (what(visit, typed, problems))
                div class="form-ways" {
                    button type="submit" class="button button-main" { (texts.submit) }
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

fn who(visit: &Visit, typed: &Typed, problems: &[FieldProblem]) -> Markup {
    let lang = visit.lang();
    let (texts, applicant) = (lang.request(), &typed.new.applicant);
    let part = |place: usize| field(lang, FIELDS[place], problems);
    let kinds: Vec<Choice<'_>> = ApplicantKind::ALL
        .iter()
        .map(|kind| Choice { value: kind.as_str(), label: lang.applicant_kind(*kind), hint: None })
        .collect();
    html! {
        fieldset class="group" {
            legend class="legend" { (texts.who) }
            p class="hint" { (texts.who_lead) }
            p class="hint" { (lang.request_kept_for(visit.settings.request_retention)) }
            (radios(&part(0).required(), &kinds, applicant.kind.map_or("", ApplicantKind::as_str)))
            (line(&part(1).hint(texts.name_hint).required(), TextKind::Name, &applicant.name))
            (line(&part(2).hint(texts.identity_hint).optional(), TextKind::Line, &applicant.identity_number))
            (line(&part(3).hint(texts.deed_hint), TextKind::Line, &applicant.deed))
            (area(&part(4).required(), &applicant.address))
            p class="hint" { (texts.reach_hint) }
            (line(&part(5).optional(), TextKind::Phone, &applicant.phone))
            (line(&part(6).optional(), TextKind::Email, &applicant.email))
        }
    }
}

fn what(visit: &Visit, typed: &Typed, problems: &[FieldProblem]) -> Markup {
    let lang = visit.lang();
    let (texts, new) = (lang.request(), &typed.new);
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
            legend class="legend" { (texts.which) }
            (area(&part(7).hint(texts.what_hint).required(), &new.what))
            (area(&part(8).required(), &new.purpose))
        }
        fieldset class="group" {
            legend class="legend" { (texts.how) }
            (radios(&part(9).required(), &forms, new.obtain.map_or("", Obtain::as_str)))
            (radios(&part(10).required(), &ways, new.send.map_or("", SendBy::as_str)))
        }
    }
}
