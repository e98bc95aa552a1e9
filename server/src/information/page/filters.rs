use maud::{Markup, html};
use shared::information::{Category, Form};
use shared::problem::FieldProblem;

use super::Place;
use crate::platform::http::Pairs;
use crate::platform::pages::form::{Field, TextKind, line, select};

/// What narrows the list besides words.
const NARROW: [&str; 5] = ["category", "agency", "year", "form", "topic"];

/// Words to look for, and what narrows the list, as a plain form.
pub(super) fn form(place: &Place<'_>, typed: &Pairs, problems: &[FieldProblem]) -> Markup {
    let lang = place.reader.lang;
    let texts = lang.information();
    let value = |name: &str| typed.get(name).unwrap_or_default().trim().to_owned();
    let field = |name: &'static str, label: &'static str| {
        let own = problems.iter().filter(|problem| problem.field == name);
        Field::new(lang, name, label).problems(own.map(|problem| lang.problem(problem.problem)).collect())
    };
    let agencies: Vec<(&str, &str)> =
        place.settings.agencies.iter().map(|agency| (&*agency.key, agency.name(lang))).collect();
    let categories = Category::ALL.iter().map(|it| (it.as_str(), lang.information_category(*it)));
    let forms = Form::ALL.iter().map(|it| (it.as_str(), lang.information_form(*it)));
    let (categories, forms): (Vec<_>, Vec<_>) = (categories.collect(), forms.collect());
    let is_narrowed = NARROW.iter().any(|name| !value(name).is_empty());
    html! {
        form class="information-form" method="get" action="/informasi" role="search" data-plain {
            div class="form form-line" {
                (line(&field("q", texts.search).hint(texts.search_hint), TextKind::Line, &value("q")))
                button type="submit" class="button button-main" { (texts.find) }
            }
            details class="filters" open[is_narrowed] {
                summary { span { (texts.narrow) } }
                div class="filters-form" {
                    (select(&field("category", texts.category), texts.all, &categories, &value("category")))
                    (select(&field("agency", texts.agency), texts.all, &agencies, &value("agency")))
                    (select(&field("form", texts.form), texts.all, &forms, &value("form")))
                    (line(&field("year", texts.year), TextKind::Code, &value("year")))
                    (line(&field("topic", texts.topic), TextKind::Line, &value("topic")))
                    div class="filters-apply" {
                        button type="submit" class="button button-main" { (texts.find) }
                        @if is_narrowed { a href="/informasi" rel="external" { (texts.clear) } }
                    }
                }
            }
        }
    }
}

/// What cannot be understood of the address.
pub(super) fn problems(place: &Place<'_>, problems: &[FieldProblem]) -> Markup {
    let lang = place.reader.lang;
    html! {
        @if !problems.is_empty() {
            div class="notice notice-warning" role="alert" {
                ul {
                    @for problem in problems {
                        li { strong { (problem.field) } ": " (lang.problem(problem.problem)) }
                    }
                }
                a class="button button-quiet" href="/informasi" rel="external" { (lang.information().clear) }
            }
        }
    }
}
