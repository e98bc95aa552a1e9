use leptos::prelude::window;
use web_sys::Storage;

/// Names are shared with nothing else at this address, but a prefix tells people whose they are.
const PREFIX: &str = "tanggap.";

/// What this tab remembers.
pub fn recall_session(name: &str) -> Option<String> {
    read(of_tab()?, name)
}

/// Remembers a value until the tab is closed.
pub fn remember_session(name: &str, value: &str) {
    if let Some(storage) = of_tab() {
        let _ = storage.set_item(&key(name), value);
    }
}

/// Forgets what this tab remembers under a name.
pub fn forget_session(name: &str) {
    if let Some(storage) = of_tab() {
        let _ = storage.remove_item(&key(name));
    }
}

/// Forgets all of it.
pub fn forget_sessions() {
    if let Some(storage) = of_tab() {
        let _ = storage.clear();
    }
}

fn read(storage: Storage, name: &str) -> Option<String> {
    storage.get_item(&key(name)).ok().flatten()
}

fn of_tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn key(name: &str) -> String {
    [PREFIX, name].concat()
}
