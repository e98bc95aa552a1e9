//! Which photos become public, and what of them is black.

use std::rc::Rc;

use leptos::prelude::*;
use shared::api::{CASE_FILE_PATH, fill};
use shared::complaint::{DraftPhoto, NewPhoto, PhotoBox};
use shared::text::PHOTO_WORDS_MAX;
use web_sys::File;

use super::desk_case::DeskCase;
use crate::platform::device::{ObjectUrl, named_file};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, fetch_blob};
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::redact::{Asked, Covered, RedactPart, redact_place};
use crate::platform::ui::{Button, button, optional, plain_button};

/// A photo that is to be decided about.
#[derive(Clone, Copy)]
pub struct PhotoChoice {
    key: usize,
    draft: StoredValue<DraftPhoto>,
    is_public: RwSignal<bool>,
    drawn: RwSignal<Option<Drawn>>,
    words: RwSignal<String>,
}

/// What was drawn just now.
#[derive(Clone)]
struct Drawn {
    boxes: Vec<PhotoBox>,
    preview: Option<Rc<ObjectUrl>>,
}

impl PhotoChoice {
    /// As it stands by now.
    pub fn all(drafts: Vec<DraftPhoto>) -> Vec<Self> {
        let one = |(key, draft): (usize, DraftPhoto)| Self {
            key,
            is_public: RwSignal::new(draft.is_public),
            drawn: RwSignal::new(None),
            words: RwSignal::new(draft.words.clone().unwrap_or_default()),
            draft: StoredValue::new(draft),
        };
        drafts.into_iter().enumerate().map(one).collect()
    }

    /// What is to become public of it; nothing where it is kept back.
    pub fn wanted(self) -> Option<NewPhoto> {
        if !self.is_public.get_untracked() {
            return None;
        }
        let words = self.words.with_untracked(|words| words.trim().to_owned());
        Some(NewPhoto {
            id: self.draft.with_value(|draft| draft.id.clone()),
            boxes: self.drawn.get_untracked().map(|drawn| drawn.boxes).unwrap_or_default(),
            words: Some(words).filter(|words| !words.is_empty()),
        })
    }

    /// The id of one of its elements.
    fn id(self, part: &str) -> String {
        ["photo-", part, "-", &self.key.to_string()].concat()
    }

    /// Whether nothing of it may be seen before boxes are drawn.
    fn waits_for_boxes(self) -> bool {
        self.draft.with_value(|draft| draft.needs_boxes) && self.drawn.with(Option::is_none)
    }
}

/// What the photos of a case have in common.
#[derive(Clone, Copy)]
struct Around {
    case: DeskCase,
    /// What becomes of a photo that is covered.
    originals: &'static str,
    /// Where the tool opens.
    asked: RwSignal<Option<Asked>>,
    tool: RedactPart,
}

/// The photos, each with what becomes public of it.
pub fn photos(case: DeskCase, choices: &[PhotoChoice], originals: &'static str) -> Option<Part> {
    if choices.is_empty() {
        return None;
    }
    let texts = use_lang().photos();
    let asked = RwSignal::new(None);
    let around = Around { case, originals, asked, tool: expect_context() };
    let rows: Vec<_> = choices.iter().map(|one| row(around, *one)).collect();
    let parts: [Part; 4] = [
        tag("h4").with(texts.heading).into(),
        tag("p").class("hint").with([texts.lead, " ", originals].concat()).into(),
        tag("ul").class("attachments").with(rows).into(),
        redact_place(asked),
    ];
    Some(parts.into())
}

fn row(around: Around, one: PhotoChoice) -> Tag {
    let lang = use_lang();
    let texts = lang.photos();
    let (name, address) = one.draft.with_value(|draft| {
        (draft.name.clone(), fill(CASE_FILE_PATH, &[&around.case.code.get_value(), &draft.id]))
    });
    let source = move || {
        let drawn = one.drawn.get().and_then(|drawn| drawn.preview);
        Some(drawn.map_or_else(|| address.clone(), |preview| preview.as_str().to_owned()))
    };
    let picture = tag("img").class("attachment-picture").attr("alt", "").live_attr("src", source);
    let state = move || {
        let before = one.draft.with_value(|draft| draft.covered);
        let boxes = one.drawn.with(|drawn| drawn.as_ref().map_or(before, |drawn| drawn.boxes.len() as u32));
        match (one.is_public.get(), boxes) {
            (false, _) if one.waits_for_boxes() => texts.needs_boxes.to_owned(),
            (false, _) => texts.private.to_owned(),
            (true, 0) => texts.as_it_is.to_owned(),
            (true, boxes) => lang.photo_boxes(boxes),
        }
    };
    let line = tag("span").class("attachment-state").attr("role", "status").live(state);
    let words = tag("div")
        .class("attachment-words")
        .with(tag("span").class("attachment-name").with(&*name))
        .with(line);
    let class = move || {
        let class = if one.is_public.get() { "attachment attachment-ready" } else { "attachment" };
        Some(class.to_owned())
    };
    tag("li")
        .live_attr("class", class)
        .with(picture)
        .with(words)
        .with(ways(around, one, &name))
        .live(move || one.is_public.get().then(|| words_field(one)))
}

fn ways(around: Around, one: PhotoChoice, name: &str) -> Tag {
    let texts = use_lang().photos();
    let opening = Opening { around, one, busy: RwSignal::new(false) };
    let failure = RwSignal::new(None::<Failure>);
    let named = |button: Tag, name: &str| {
        button.with(tag("span").class("visually-hidden").with([" ", name].concat()))
    };
    let is_public = move || one.is_public.get();
    let turn = move || {
        if one.waits_for_boxes() {
            return opening.open(failure);
        }
        one.is_public.set(!one.is_public.get_untracked());
    };
    let label = Signal::derive(move || if is_public() { texts.hide } else { texts.show });
    let turn = button(Button::Quiet, label, RwSignal::new(false), turn).id(&one.id("turn"));
    let cover = button(Button::Quiet, Signal::derive(move || texts.cover), opening.busy, move || {
        opening.open(failure);
    });
    let cover = cover.id(&one.id("cover"));
    let uncover = move || {
        let take_back = move || {
            one.drawn.set(None);
            if one.waits_for_boxes() {
                one.is_public.set(false);
            }
        };
        let is_drawn = one.drawn.with(Option::is_some);
        is_drawn.then(|| plain_button(Button::Quiet, texts.uncover, take_back))
    };
    let failed = move || {
        let failed = failure.with(Option::is_some);
        failed.then(|| tag("p").class("problem").attr("role", "alert").with(texts.not_loaded))
    };
    tag("div")
        .class("attachment-ways")
        .with(named(turn, name))
        .with(named(cover, name))
        .live(uncover)
        .live(failed)
}

/// What is told to those who cannot see it.
fn words_field(one: PhotoChoice) -> Tag {
    let texts = use_lang().photos();
    let (id, hint) = (one.id("words"), one.id("words-hint"));
    let input = tag("input")
        .id(&id)
        .class("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("maxlength", PHOTO_WORDS_MAX.to_string())
        .attr("aria-describedby", &hint)
        .attr("value", one.words.get_untracked())
        .on_value("input", move |typed| one.words.set(typed));
    tag("div")
        .class("field photo-words")
        .with(tag("label").class("label").attr("for", &id).with(texts.words).with(optional()))
        .with(tag("p").class("hint").id(&hint).with(texts.words_hint))
        .with(input)
}

/// Opens the tool with the photo that was filed.
#[derive(Clone, Copy)]
struct Opening {
    around: Around,
    one: PhotoChoice,
    busy: RwSignal<bool>,
}

impl Opening {
    fn open(self, failure: RwSignal<Option<Failure>>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        failure.set(None);
        spawn(async move {
            match self.fetch().await {
                Ok(file) => {
                    let asked = Asked::new(file, move |saved| self.take(saved));
                    self.around.asked.set(Some(asked.with_fate(self.around.originals)));
                }
                Err(why) => failure.set(Some(why)),
            }
            self.busy.set(false);
        });
    }

    async fn fetch(self) -> Result<File, Failure> {
        let DraftPhoto { original, name, .. } = self.one.draft.get_value();
        let code = self.around.case.code.get_value();
        let blob = fetch_blob(CASE_FILE_PATH, Call { path: &[&code, &original], ..Call::default() }).await?;
        (self.around.tool.0.load)().await.ok_or(Failure::Offline)?;
        named_file(&blob, &name).ok_or(Failure::Strange)
    }

    /// What came of it; the id of what has the focus afterwards.
    fn take(self, saved: Option<Covered>) -> String {
        if let Some(Covered { file, covers }) = saved {
            let boxes = covers.into_iter().map(PhotoBox::of).collect();
            self.one.drawn.set(Some(Drawn { boxes, preview: ObjectUrl::of(&file).map(Rc::new) }));
            self.one.is_public.set(true);
        }
        self.one.id("cover")
    }
}
