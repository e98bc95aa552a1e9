//! The form: the steps of the app below one another, in the same order.

use maud::{Markup, html};
use shared::complaint::{Class, REPORTER_FIELDS};
use shared::lang::Lang;
use shared::problem::FieldProblem;

use super::attachments::{picker, sentences};
use super::sent::Kept;
use super::typed::Typed;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{
    Choice, Field, TextKind, Tone, area, date, hidden, line, notice, radios, select, summary, switch,
};

/// The form and what is to be said of it.
pub(super) struct FormView<'a> {
    pub typed: &'a Typed,
    pub problems: Vec<FieldProblem>,
    /// Names of the files that must be chosen again.
    pub refused: Vec<&'a str>,
    /// Files that are here already.
    pub kept: Vec<Kept>,
    pub notice: Option<String>,
}

impl<'a> FormView<'a> {
    /// A form of which nothing is to be said.
    pub(super) fn new(typed: &'a Typed) -> Self {
        Self { typed, problems: Vec::new(), refused: Vec::new(), kept: Vec::new(), notice: None }
    }

    /// What is wrong with a field.
    fn of(&self, lang: Lang, field: &str) -> Vec<String> {
        if field == "files" {
            return sentences(lang, self.problems.iter(), &self.refused);
        }
        let own = self.problems.iter().filter(|problem| problem.field == field);
        own.map(|problem| lang.problem(problem.problem)).collect()
    }
}

/// The fields as problems name them, in their order: each with its element's id.
const FIELDS: [(&str, &str); 12] = [
    ("class", "class"),
    ("title", "title"),
    ("content", "content"),
    ("event_date", "event-date"),
    ("region", "regency"),
    ("place", "place"),
    ("sector", "sector-search"),
    ("files", "files"),
    ("about_officials", "officials"),
    ("reporter.name", "name"),
    ("reporter.phone", "phone"),
    ("reporter.email", "email"),
];

/// The page's content.
pub(super) fn form(visit: &Visit, view: &FormView<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.filing();
    let lines: Vec<(&str, &str, String)> = FIELDS
        .iter()
        .flat_map(|(field, id)| {
            view.of(lang, field).into_iter().map(|sentence| (*id, label(lang, field), sentence))
        })
        .collect();
    html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.class_heading) }
            @if let Some(words) = &view.notice { (notice(Tone::Bad, words)) }
            (summary(lang, &lines))
            form class="form" method="post" action="/adukan" enctype="multipart/form-data" data-plain {
                (hidden("key", &view.typed.key))
                p class="lead" { (texts.class_lead) }
                (class(lang, view))
                (section("form-what", texts.what_heading, what(visit, view)))
                (section("form-place", texts.place_heading, place(visit, view)))
                (section("form-sector", texts.sector_heading, sector(visit, view)))
                (section("form-files", texts.files_heading, files(lang, view)))
                (section("form-protection", texts.protection_heading, protection(visit, view)))
                (section("form-review", texts.review_heading, html! {
                    p class="lead" { (texts.review_lead) }
                    p class="fine" { (texts.purpose) }
                    div class="form-ways" { button type="submit" class="button button-main" { (texts.send) } }
                }))
            }
        }
    }
}

fn label(lang: Lang, field: &str) -> &'static str {
    let texts = lang.filing();
    match field {
        "class" => texts.class,
        "title" => texts.title,
        "content" => texts.content,
        "event_date" => texts.event_date,
        "region" => texts.regency,
        "place" => texts.place_words,
        "sector" => texts.sector,
        "about_officials" => texts.officials_label,
        "reporter.name" => texts.name,
        "reporter.phone" => texts.phone,
        "reporter.email" => texts.email,
        _ => texts.files,
    }
}

/// A field of the form under its own label.
fn field<'a>(lang: Lang, view: &FormView<'_>, name: &'a str) -> Field<'a> {
    let id = FIELDS.iter().find(|(known, _)| *known == name).map_or(name, |(_, id)| id);
    Field::new(lang, name, label(lang, name)).id(id).problems(view.of(lang, name))
}

fn section(id: &str, heading: &str, content: Markup) -> Markup {
    html! {
        section class="form-section" aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            (content)
        }
    }
}

fn class(lang: Lang, view: &FormView<'_>) -> Markup {
    let options: Vec<Choice<'_>> = Class::ALL
        .iter()
        .map(|class| Choice {
            value: class.as_str(),
            label: lang.class(*class),
            hint: Some(lang.filing().class_explained(*class)),
        })
        .collect();
    radios(&field(lang, view, "class").required(), &options, &view.typed.filing.class)
}

fn what(visit: &Visit, view: &FormView<'_>) -> Markup {
    let (lang, filing) = (visit.lang(), &view.typed.filing);
    let texts = lang.filing();
    let day = field(lang, view, "event_date").hint(texts.event_date_hint).optional();
    html! {
        (line(&field(lang, view, "title").hint(texts.title_hint).required(), TextKind::Line, &filing.title))
        (area(&field(lang, view, "content").hint(texts.content_hint).required(), &filing.content))
        (date(&day, visit.today, given(&filing.event_date)))
    }
}

fn place(visit: &Visit, view: &FormView<'_>) -> Markup {
    let (lang, filing) = (visit.lang(), &view.typed.filing);
    let texts = lang.filing();
    let regencies = visit.settings.children_of(&visit.settings.instance.province_code).unwrap_or_default();
    let options: Vec<(&str, &str)> =
        regencies.iter().map(|region| (region.code.as_str(), region.name.as_str())).collect();
    let words = field(lang, view, "place").hint(texts.place_words_hint).optional();
    html! {
        p class="lead" { (texts.place_lead_plain) }
        (select(&field(lang, view, "region"), texts.regency_empty, &options, given(&filing.region)))
        (line(&words, TextKind::Line, given(&filing.place)))
    }
}

fn sector(visit: &Visit, view: &FormView<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.filing();
    let sectors =
        visit.settings.sectors.iter().map(|setting| &setting.sector).filter(|sector| !sector.retired);
    let options: Vec<(&str, &str)> = sectors.map(|sector| (sector.key.as_str(), sector.name(lang))).collect();
    let chosen = given(&view.typed.filing.sector);
    html! {
        p class="lead" { (texts.sector_lead) }
        (select(&field(lang, view, "sector"), texts.sector_unknown, &options, chosen))
    }
}

fn files(lang: Lang, view: &FormView<'_>) -> Markup {
    let texts = lang.filing();
    html! {
        p class="lead" { (texts.files_lead) }
        (picker(&field(lang, view, "files").hint(texts.files_hint).optional(), &view.kept))
    }
}

fn protection(visit: &Visit, view: &FormView<'_>) -> Markup {
    let lang = visit.lang();
    let (texts, filing) = (lang.filing(), &view.typed.filing);
    let answer = match view.typed.officials {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let answers = [
        Choice { value: "yes", label: texts.officials_yes, hint: Some(texts.officials_yes_hint) },
        Choice { value: "no", label: texts.officials_no, hint: None },
    ];
    let officials = Field { label: texts.officials, ..field(lang, view, "about_officials") };
    let reporter = filing.reporter.clone().unwrap_or_default();
    let [name, phone, email] = REPORTER_FIELDS.map(|name| field(lang, view, name).optional());
    html! {
        (radios(&officials.hint(texts.officials_hint).required(), &answers, answer))
        div class="switches" {
            (switch("anonymous", texts.anonymous, texts.anonymous_hint, filing.anonymous))
            (switch("confidential", texts.confidential, texts.confidential_hint, filing.confidential))
        }
        fieldset class="group" {
            legend class="legend" { (texts.identity) }
            p class="hint" { (texts.identity_lead) }
            p class="hint" { (lang.kept_for(visit.settings.retention)) }
            (line(&name, TextKind::Name, &reporter.name))
            (line(&phone, TextKind::Phone, &reporter.phone))
            (line(&email, TextKind::Email, &reporter.email))
        }
    }
}

fn given(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}
