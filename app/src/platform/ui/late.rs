//! Pages, and parts of pages, whose code comes when they are first opened.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use super::{Button, Tone, notice, plain_button, skeleton};
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, spawn_here};

/// Something on its way; nothing where its code did not come.
pub type Drawn<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// A page, or a part of one, whose code may not be here yet.
#[derive(Clone, Copy)]
pub struct LatePage {
    /// Fetches the code.
    pub load: fn() -> Drawn<()>,
    /// Draws it, at once where the code is here.
    pub draw: fn() -> Drawn<AnyView>,
}

/// How far the code is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coming {
    OnItsWay,
    Here,
    Cut,
}

/// Draws a page, once its code is here.
pub fn late(page: LatePage) -> Part {
    late_with(
        page,
        || tag("div").class("page").with(skeleton(6)).into(),
        |cut| tag("div").class("page").with(cut).into(),
    )
}

/// Draws a part of a page, once its code is here. Nobody waits for it.
pub fn late_part(part: LatePage) -> Part {
    late_with(part, || Part::Nothing, Part::from)
}

fn late_with(page: LatePage, meanwhile: fn() -> Part, frame: fn(AnyView) -> Part) -> Part {
    if let Some(view) = at_once((page.draw)()) {
        return view.into();
    }
    let coming = RwSignal::new(Coming::OnItsWay);
    fetch(page, coming);
    Part::live(move || -> Part {
        match coming.get() {
            Coming::Here => at_once((page.draw)()).into(),
            Coming::OnItsWay => meanwhile(),
            Coming::Cut => {
                let texts = use_lang().shell();
                let again = plain_button(Button::Quiet, texts.try_again, move || {
                    coming.set(Coming::OnItsWay);
                    fetch(page, coming);
                });
                let words = tag("p").with(texts.offline);
                frame(notice(Tone::Bad, [words, tag("p").with(again)]))
            }
        }
    })
}

fn fetch(page: LatePage, coming: RwSignal<Coming>) {
    spawn_here(async move {
        let is_here = (page.load)().await.is_some();
        coming.set(if is_here { Coming::Here } else { Coming::Cut });
    });
}

/// What needs no waiting. What does is let go.
fn at_once<T>(mut drawn: Drawn<T>) -> Option<T> {
    match drawn.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(drawn) => drawn,
        Poll::Pending => None,
    }
}
