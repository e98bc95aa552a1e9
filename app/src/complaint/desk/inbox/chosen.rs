use shared::complaint::desk::CaseLine;

use crate::platform::reactive::RwSignal;

/// The cases that are chosen for one command: their codes and versions.
#[derive(Clone, Copy)]
pub struct Chosen(pub RwSignal<Vec<(String, i64)>>);

impl Chosen {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Whether one is, followed as a signal.
    pub fn has(self, code: &str) -> bool {
        self.0.with(|all| all.iter().any(|(chosen, _)| chosen == code))
    }

    /// Chooses one, or lets it go.
    pub fn turn(self, row: &CaseLine, is_on: bool) {
        self.0.update(|all| {
            all.retain(|(code, _)| *code != row.code);
            if is_on {
                all.push((row.code.clone(), row.version));
            }
        });
    }

    /// Keeps those that are still in the list, with what has become of them.
    pub fn keep_to(self, rows: &[CaseLine]) {
        let kept = self.0.with_untracked(|all| {
            let present = rows.iter().filter(|row| all.iter().any(|(code, _)| *code == row.code));
            present.map(|row| (row.code.clone(), row.version)).collect::<Vec<_>>()
        });
        self.0.set(kept);
    }
}
