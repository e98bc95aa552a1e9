use shared::api::GiveRequestFile;
use shared::lang::fill;
use shared::problem::FieldProblem;
use shared::request::{FileToGive, RequestFile};

use super::form::empty;
use super::open_file::Panel;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, Tone, button, notice, text_area};

/// Characters of all words together.
const WORDS_MAX: u32 = 20_000;
/// Where the form is on the page.
const PLACE: &str = ".file-form";

/// Asks for the words that were to be gone from a copy, and has it looked through.
pub fn look_through(panel: Panel, file: RequestFile) -> Tag {
    let opened = panel.opened;
    let lang = opened.lang;
    let texts = lang.requesting();
    let sending = Sending::idle();
    let typed = empty();
    // As they were sent: what is wrong names a word by its place among them.
    let sent = RwSignal::new(Vec::<String>::new());
    let send = move || {
        let words: Vec<String> = typed.with_untracked(|typed| {
            typed.lines().map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        });
        sent.set(words.clone());
        let body = FileToGive { words, ..FileToGive::default() };
        if body.words.is_empty() {
            return sending
                .blame(vec![FieldProblem::new("words", shared::problem::Problem::Required)], PLACE);
        }
        if let Err(problems) = body.check() {
            return sending.blame(problems, PLACE);
        }
        opened.order_file::<GiveRequestFile>(sending, &file.id, body, texts.now_given, move || {
            panel.open.set(None);
        });
    };
    let wrong = move || {
        let problems = sending.all();
        let one = |problem: &FieldProblem| {
            let sentence =
                lang.document_problem(problem.problem).unwrap_or_else(|| lang.problem(problem.problem));
            let place = problem.field.strip_prefix("words.").and_then(|place| place.parse::<usize>().ok());
            let word = place.and_then(|place| sent.with_untracked(|sent| sent.get(place).cloned()));
            let line = match word {
                Some(word) => fill(texts.gone_word, &[("word", &word), ("problem", &sentence)]),
                None => sentence,
            };
            tag("li").with(line)
        };
        let lines: Vec<Tag> = problems.iter().map(one).collect();
        (!lines.is_empty()).then(|| notice(Tone::Bad, tag("ul").with(lines)))
    };
    let field = Field::new("gone_words", texts.gone_words).problem(Signal::derive(|| None));
    let fields: [Part; 3] = [text_area(field, WORDS_MAX, typed).into(), Part::live(wrong), sending.failed()];
    panel.frame(
        texts.look_through,
        texts.words_lead,
        fields,
        button(Button::Main, texts.look_through, sending.busy, send),
    )
}
