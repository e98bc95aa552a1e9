use shared::account::{AccountLine, AccountLink, AccountState};
use shared::lang::Lang;

use crate::platform::net::Load;
use crate::platform::reactive::RwSignal;
use crate::platform::settings::agency_name;
use crate::platform::ui::{Tone, focus_on};

/// What is open on the page.
#[derive(Clone, Copy)]
pub struct Register {
    /// The accounts.
    pub list: Load<Vec<AccountLine>>,
    /// Whose form is open: a new one's, or that of a name.
    pub open: RwSignal<Option<Option<String>>>,
    /// A link that was made and has not been put away.
    pub link: RwSignal<Option<AccountLink>>,
    /// Words about what was done last.
    pub told: RwSignal<Option<(Tone, &'static str)>>,
}

impl Register {
    /// Opens a form.
    pub fn open(self, which: Option<String>) {
        self.told.set(None);
        self.open.set(Some(which));
        focus_on(".account-form input");
    }

    /// Closes what is open.
    pub fn close(self) {
        self.open.set(None);
        focus_on("#accounts");
    }

    /// Shows all as they are now.
    pub fn now(self, all: Vec<AccountLine>, words: &'static str) {
        self.list.value.set(Some(all));
        self.told.set(Some((Tone::Good, words)));
        self.close();
    }

    /// Shows a link that was made, once.
    pub fn give(self, mut link: AccountLink) {
        self.list.value.set(Some(std::mem::take(&mut link.accounts)));
        self.told.set(None);
        self.open.set(None);
        self.link.set(Some(link));
        focus_on("#account-link");
    }

    /// Somebody was faster.
    pub fn moved(self, words: &'static str) {
        self.told.set(Some((Tone::Warning, words)));
        self.list.again();
        self.close();
    }
}

/// Whether an account has what was typed, in its names, its address, its roles or their agencies.
pub fn fits(lang: Lang, one: &AccountLine, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let mut words = [one.name.as_str(), &one.full_name, one.email.as_deref().unwrap_or_default()].join(" ");
    for held in &one.roles {
        words.push(' ');
        words.push_str(lang.role(held.role));
        if let Some(key) = &held.agency {
            words.push(' ');
            words.push_str(&agency_name(lang, key));
        }
    }
    let words = words.to_lowercase();
    typed.split_whitespace().all(|word| words.contains(word))
}

/// Those in use first; each by name, as they came.
pub fn in_order(mut all: Vec<AccountLine>) -> Vec<AccountLine> {
    all.sort_by_key(|one| one.state == AccountState::Inactive);
    all
}
