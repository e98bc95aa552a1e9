use leptos::prelude::*;
use shared::access::CaseAction;
use shared::complaint::desk::CaseView;

use crate::platform::net::Load;
use crate::platform::reactive::{Memo, RwSignal, memo};

/// What the parts of a case's page share.
#[derive(Clone, Copy)]
pub struct DeskCase {
    /// Its code, with dashes.
    pub code: StoredValue<String>,
    /// What the server shows of it.
    pub view: Load<CaseView>,
    /// The action whose form is open.
    pub open: RwSignal<Option<CaseAction>>,
    /// How many events were there when somebody last looked: what came after is marked as new.
    pub seen: RwSignal<Option<usize>>,
}

impl DeskCase {
    /// A part of it, followed as a signal; a default while it is on its way.
    pub fn of<T: PartialEq + Default + 'static>(self, part: impl Fn(&CaseView) -> T + 'static) -> Memo<T> {
        memo(move || self.view.value.with(|view| view.as_ref().map(&part).unwrap_or_default()))
    }

    /// A part of it at this moment.
    pub fn now<T>(self, part: impl Fn(&CaseView) -> T) -> Option<T> {
        self.view.value.with_untracked(|view| view.as_ref().map(part))
    }
}
