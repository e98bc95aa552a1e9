//! Who of the staff is signed in, which their pages need to know before they show anything.

use leptos::prelude::*;
use shared::access::{Duty, Role, keeps};
use shared::account::StaffView;
use shared::api::{GetSession, SignOut};
use shared::problem::ErrorCode;

use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, spawn};

/// Who is signed in, as far as that is known.
#[derive(Clone, Copy)]
pub struct Session {
    /// Who it is; nobody while nobody is, or it is not known yet.
    pub staff: RwSignal<Option<StaffView>>,
    /// Whether the server has said so.
    pub is_known: RwSignal<bool>,
    /// Why it could not be asked.
    pub failure: RwSignal<Option<Failure>>,
    /// How many messages they have not looked at.
    pub unread: RwSignal<u32>,
    /// Whether a session ended while it was used.
    pub has_ended: RwSignal<bool>,
}

/// Asks who is signed in, and makes it known to everything below.
pub fn provide_session() -> Session {
    let session = Session {
        staff: RwSignal::new(None),
        is_known: RwSignal::new(false),
        failure: RwSignal::new(None),
        unread: RwSignal::new(0),
        has_ended: RwSignal::new(false),
    };
    provide_context(session);
    session.ask();
    session
}

/// Who is signed in.
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// Asks again.
    pub fn ask(self) {
        self.failure.set(None);
        spawn(async move {
            match call::<GetSession>(Call::default(), &()).await {
                Ok(found) => {
                    self.note_unread(found.staff.as_ref());
                    self.staff.set(found.staff);
                    self.is_known.set(true);
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }

    /// Somebody has signed in.
    pub fn enter(self, staff: StaffView) {
        self.has_ended.set(false);
        self.note_unread(Some(&staff));
        self.staff.set(Some(staff));
        self.is_known.set(true);
    }

    /// Asks how many messages are new. Who is signed in stays as it is known.
    pub fn count(self) {
        spawn(async move {
            if let Ok(found) = call::<GetSession>(Call { is_quiet: true, ..Call::default() }, &()).await {
                self.note_unread(found.staff.as_ref());
            }
        });
    }

    fn note_unread(self, staff: Option<&StaffView>) {
        self.unread.set(staff.map_or(0, |staff| staff.unread));
    }

    /// Signs out. The page forgets who it was first: what still asked would be told that nobody is signed in.
    pub fn leave(self) {
        self.staff.set(None);
        spawn(async move {
            // Without a connection the cookie stays until the session ends by itself.
            let _ = call::<SignOut>(Call::default(), &()).await;
        });
    }

    /// Looks at a failure: one that says that nobody is signed in ends the session here as well.
    pub fn note(self, failure: &Failure) {
        if failure.code() == Some(ErrorCode::Unauthorized) {
            self.has_ended.set(true);
            self.staff.set(None);
        }
    }

    /// Whether a role of theirs works cases.
    pub fn works_cases(self) -> bool {
        Role::ALL.iter().any(|role| role.works_cases() && self.has(*role))
    }

    /// Whether a role of theirs has a duty.
    pub fn keeps(self, duty: Duty) -> bool {
        self.staff
            .with(|staff| staff.iter().flat_map(|staff| &staff.roles).any(|held| keeps(held.role, duty)))
    }

    /// Whether they have a role.
    pub fn has(self, role: Role) -> bool {
        self.staff.with(|staff| staff.as_ref().is_some_and(|staff| staff.has(role)))
    }
}
