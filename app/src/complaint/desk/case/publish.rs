//! Publishing: what is marked is black until somebody says that it may be shown.

use leptos::prelude::*;
use shared::access::CaseAction;
use shared::api::{DraftPublication, PublishCase};
use shared::complaint::desk::{Draft, NewPublication, PrivateWord};
use shared::privacy::BLACK;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::photos::{PhotoChoice, photos};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::reactive::RwSignal;
use crate::platform::ui::{Button, Field, TextKind, failure_notice, plain_button, skeleton, text_field};

/// The form.
pub fn publish(case: DeskCase) -> Tag {
    let code = case.code.get_value();
    let draft = load(move || {
        let code = code.clone();
        async move { call::<DraftPublication>(Call { path: &[&code], ..Call::default() }, &()).await }
    });
    tag("div").live(move || -> Part {
        match (draft.value.get(), draft.failure.get()) {
            (Some(found), _) => guard(case, found).into(),
            (None, Some(failure)) => failure_notice(&failure, move || draft.again()).into(),
            (None, None) => skeleton(4).into(),
        }
    })
}

/// A word that is to be decided about.
#[derive(Clone, Copy)]
struct Decision {
    word: StoredValue<PrivateWord>,
    is_title: bool,
    is_black: RwSignal<bool>,
}

fn guard(case: DeskCase, draft: Draft) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let command = DeskCommand::new(case);
    let decide = |is_title: bool| {
        move |word: PrivateWord| Decision {
            word: StoredValue::new(word),
            is_title,
            is_black: RwSignal::new(true),
        }
    };
    let Draft { title, content, title_words, content_words, photos: drafts, originals } = draft;
    let choices = PhotoChoice::all(drafts);
    let decisions: Vec<Decision> = title_words
        .into_iter()
        .map(decide(true))
        .chain(content_words.into_iter().map(decide(false)))
        .collect();
    let decisions = StoredValue::new(decisions);
    // What somebody blacks out besides, wherever it stands.
    let further = RwSignal::new(Vec::<String>::new());
    let (title, content) = (StoredValue::new(title), StoredValue::new(content));
    let shown = move |text: StoredValue<String>, is_title: bool| {
        text.with_value(|text| {
            let mut letters: Vec<char> = text.chars().collect();
            decisions.with_value(|all| {
                for one in all.iter().filter(|one| one.is_title == is_title && one.is_black.get()) {
                    one.word.with_value(|word| black(&mut letters, word.start as usize, word.end as usize));
                }
            });
            further.with(|words| words.iter().for_each(|word| black_all(&mut letters, word)));
            letters.into_iter().collect::<String>()
        })
    };
    let rows: Vec<_> = decisions.with_value(|all| all.iter().map(|one| decision(*one)).collect());
    let marks: Part = if rows.is_empty() {
        tag("p").with(texts.no_marks).into()
    } else {
        let parts: [Part; 2] =
            [tag("h4").with(texts.marks).into(), tag("ul").class("decisions").with(rows).into()];
        parts.into()
    };
    let preview = tag("div")
        .class("publication")
        .attr("aria-live", "polite")
        .with(tag("p").class("case-name").live(move || shown(title, true)))
        .with(tag("p").class("story-text").live(move || shown(content, false)));
    let fields: [Part; 5] = [
        tag("p").with(texts.publish_lead).into(),
        preview.into(),
        marks,
        more(title, content, further),
        photos(case, &choices, lang.originals(originals)).into(),
    ];
    action_form(case, CaseAction::Publish, command, fields, move || {
        let confirmed = decisions.with_value(|all| {
            let told = all.iter().filter(|one| !one.is_black.get_untracked());
            told.map(|one| one.word.with_value(|word| word.words.clone())).collect()
        });
        let photos = choices.iter().filter_map(|one| one.wanted()).collect();
        let (title, content) = (shown(title, true), shown(content, false));
        let body = NewPublication { title, content, confirmed, photos };
        command.send::<PublishCase>(async move { Ok(body) });
    })
}

fn decision(one: Decision) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let (words, kind) = one.word.with_value(|word| (word.words.clone(), lang.private_kind(word.kind)));
    let state = move || if one.is_black.get() { texts.blacked } else { texts.shown_word };
    let turn = plain_button(Button::Quiet, "", move || one.is_black.set(!one.is_black.get_untracked()))
        .live_attr("aria-pressed", move || Some(one.is_black.get().to_string()))
        .with(tag("span").class("decision-words").with(words))
        .with(tag("span").class("fine").with([" (", kind, ") "].concat()))
        .with(tag("strong").live(state));
    tag("li").with(turn)
}

/// Blacks out what no rule has found.
fn more(title: StoredValue<String>, content: StoredValue<String>, further: RwSignal<Vec<String>>) -> Part {
    let texts = use_lang().desk();
    let typed = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let add = move || {
        let words = typed.with_untracked(|typed| typed.trim().to_owned());
        let stands = |text: StoredValue<String>| text.with_value(|text| text.contains(&words));
        if words.is_empty() || !(stands(title) || stands(content)) {
            return is_missing.set(true);
        }
        is_missing.set(false);
        typed.set(String::new());
        further.update(|all| all.push(words));
    };
    let missing = move || {
        is_missing.get().then(|| tag("p").class("problem").attr("role", "alert").with(texts.not_in_text))
    };
    tag("div")
        .class("form-line")
        .with(text_field(
            Field::new("more-words", texts.more_words).hint(texts.more_words_hint).optional(),
            TextKind::Line,
            typed,
        ))
        .live(missing)
        .with(plain_button(Button::Quiet, texts.black_out, add))
        .into()
}

fn black(letters: &mut [char], start: usize, end: usize) {
    let end = end.min(letters.len());
    for letter in letters.iter_mut().take(end).skip(start).filter(|letter| !letter.is_whitespace()) {
        *letter = BLACK;
    }
}

fn black_all(letters: &mut [char], word: &str) {
    let word: Vec<char> = word.chars().collect();
    let places: Vec<usize> = letters
        .windows(word.len().max(1))
        .enumerate()
        .filter(|(_, part)| *part == &word[..])
        .map(|(at, _)| at)
        .collect();
    for at in places {
        black(letters, at, at + word.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_black_wherever_they_stand() {
        let check = |text: &str, word: &str, expected: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            black_all(&mut letters, word);
            assert_eq!(letters.into_iter().collect::<String>(), expected);
        };
        check("Budi dan Budi", "Budi", "████ dan ████");
        check("Jalan Contoh 5", "Contoh 5", "Jalan ██████ █");
        check("Budi", "Siti", "Budi");
        check("Bu", "Budi", "Bu");
    }
}
