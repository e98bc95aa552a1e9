//! The filters as a plain form, and what is wrong with them.

use maud::{Markup, html};
use shared::calendar::Day;
use shared::complaint::{Channel, Class};
use shared::lang::{Lang, fill};
use shared::problem::{FieldProblem, Problem};
use shared::recap::{Dimension, Filter, NONE_KEY};

use super::super::label::label;
use super::Place;
use super::chips::{parameter_name, set_filters};
use crate::platform::http::Pairs;

/// The form, with what was chosen or typed.
pub(super) fn form(place: &Place<'_>, typed: &Pairs, today: Day, problems: &[FieldProblem]) -> Markup {
    let (lang, texts) = (place.lang, place.lang.recap());
    let set = set_filters(place).len();
    let value = |name: &str| typed.get(name).unwrap_or_default().trim().to_owned();
    let today_text = today.to_string();
    let as_of = Some(value("as_of")).filter(|typed| !typed.is_empty()).unwrap_or_else(|| today_text.clone());
    let day = html! {
        input id="filter-as-of" name="as_of" class="input" type="date" value=(as_of) max=(today_text)
            aria-describedby=(described("filter-as-of", true, problem_of("as_of", problems)))
            aria-invalid=[invalid("as_of", problems)];
    };
    html! {
        details class="filters" open[!problems.is_empty()] {
            summary {
                span { (texts.filters) }
                @if set > 0 {
                    span class="filters-count" { (fill(texts.filters_set, &[("n", &set.to_string())])) }
                }
            }
            form class="filters-form" method="get" action="/rekap" {
                // What the form has no choice for stays as it is.
                @for name in ["stage", "group"] {
                    @if !value(name).is_empty() { input type="hidden" name=(name) value=(value(name)); }
                }
                div class="filters-as-of" {
                    (field(lang, "filter-as-of", texts.as_of, Some(texts.as_of_note), problem_of("as_of", problems), day))
                    (quick_choices(place, today))
                }
                @for (name, label) in [("from", texts.from), ("to", texts.to)] {
                    (month(lang, name, label, &value(name), today, problems))
                }
                @for (by, options) in choices(place) {
                    (choice(lang, by, &options, &value(by.as_str()), problems))
                }
                div class="filters-apply" {
                    button type="submit" class="button button-main" { (texts.apply) }
                }
            }
        }
    }
}

/// What cannot be understood of the address, and the way out.
pub(super) fn problems(lang: Lang, problems: &[FieldProblem]) -> Markup {
    let texts = lang.recap();
    html! {
        div class="notice notice-warning" role="alert" {
            p { strong { (texts.bad_filter) } }
            ul {
                @for problem in problems {
                    li { strong { (parameter_name(lang, &problem.field)) } ": " (lang.problem(problem.problem)) }
                }
            }
            p { (texts.bad_filter_hint) }
            a class="button button-quiet" href="/rekap" { (texts.remove_all) }
        }
    }
}

fn month(lang: Lang, name: &str, label: &str, value: &str, today: Day, problems: &[FieldProblem]) -> Markup {
    let id = ["filter-", name].concat();
    let problem = problem_of(name, problems);
    let placeholder = match lang {
        Lang::Id => "TTTT-BB",
        Lang::En => "YYYY-MM",
    };
    let input = html! {
        input id=(id) name=(name) class="input" type="month" value=(value) max=(today.month()) placeholder=(placeholder)
            aria-describedby=[problem.map(|_| described(&id, false, problem))] aria-invalid=[invalid(name, problems)];
    };
    field(lang, &id, label, None, problem, input)
}

fn choice(
    lang: Lang,
    by: Dimension,
    options: &[(String, String)],
    value: &str,
    problems: &[FieldProblem],
) -> Markup {
    let name = by.as_str();
    let id = ["filter-", name].concat();
    let problem = problem_of(name, problems);
    let list = html! {
        select id=(id) name=(name) class="input input-select"
            aria-describedby=[problem.map(|_| described(&id, false, problem))] aria-invalid=[invalid(name, problems)] {
            option value="" { (lang.recap().all) }
            @for (key, label) in options {
                option value=(key) selected[key == value] { (label) }
            }
        }
    };
    field(lang, &id, lang.dimension(by), None, problem, list)
}

fn field(
    lang: Lang,
    id: &str,
    label: &str,
    hint: Option<&str>,
    problem: Option<Problem>,
    input: Markup,
) -> Markup {
    html! {
        div class=(if problem.is_some() { "field field-bad" } else { "field" }) {
            label class="label" for=(id) { (label) }
            @if let Some(hint) = hint { p class="hint" id={ (id) "-hint" } { (hint) } }
            (input)
            @if let Some(problem) = problem { p class="problem" id={ (id) "-problem" } { (lang.problem(problem)) } }
        }
    }
}

fn described(id: &str, has_hint: bool, problem: Option<Problem>) -> String {
    let hint = has_hint.then(|| [id, "-hint"].concat());
    let problem = problem.map(|_| [id, "-problem"].concat());
    hint.into_iter().chain(problem).collect::<Vec<_>>().join(" ")
}

fn problem_of(name: &str, problems: &[FieldProblem]) -> Option<Problem> {
    problems.iter().find(|problem| problem.field == name).map(|problem| problem.problem)
}

fn invalid(name: &str, problems: &[FieldProblem]) -> Option<&'static str> {
    problem_of(name, problems).map(|_| "true")
}

/// The days that people ask for most.
fn quick_choices(place: &Place<'_>, today: Day) -> Markup {
    let texts = place.lang.recap();
    let last_month = today.month().first_day().plus(-1);
    let last_year = Day::new(today.year() - 1, 12, 31).filter(|day| *day != last_month);
    let links = [
        Some((texts.today, None)),
        Some((texts.end_of_last_month, Some(last_month))),
        last_year.map(|day| (texts.end_of_last_year, Some(day))),
    ];
    html! {
        ul class="quicks" aria-label=(texts.quick_choices) {
            @for (label, day) in links.into_iter().flatten() {
                @let address = Filter { as_of: day, ..place.filter.clone() }.address();
                @let current = (place.filter.as_of == day).then_some("true");
                li { a class="quick" href=(address) aria-current=[current] { (label) } }
            }
        }
    }
}

/// Sector, region, agency, class and channel, each with what can be chosen.
fn choices(place: &Place<'_>) -> [(Dimension, Vec<(String, String)>); 5] {
    let Place { lang, settings, .. } = *place;
    let named = |by, keys: Vec<String>| {
        keys.into_iter().map(|key| (key.clone(), label(by, &key, settings, lang))).collect()
    };
    let none = || [NONE_KEY.to_owned()];
    let sectors = settings.sectors.iter().map(|setting| setting.sector.key.clone()).chain(none());
    let agencies = settings.agencies.iter().map(|agency| agency.key.clone()).chain(none());
    let regions = settings.children_of(&settings.instance.province_code).unwrap_or_default();
    let regions = regions.into_iter().map(|region| region.code).chain(none());
    let classes = Class::ALL.iter().map(ToString::to_string);
    let channels = Channel::ALL.iter().map(ToString::to_string);
    [
        (Dimension::Sector, sectors.collect()),
        (Dimension::Region, regions.collect()),
        (Dimension::Agency, agencies.collect()),
        (Dimension::Class, classes.collect()),
        (Dimension::Channel, channels.collect()),
    ]
    .map(|(by, keys)| (by, named(by, keys)))
}
