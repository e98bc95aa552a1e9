//! What becomes of each row of an export.

use std::collections::HashMap;

use shared::complaint::Stage;

use super::read::Row;

/// A case that is here under an id in LAPOR!.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: i64,
    pub(super) stage: Stage,
    /// Whether nobody has worked on it here: it came from LAPOR! and only followed it.
    pub(super) only_follows: bool,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is new here.
    Added,
    /// It stays only there.
    LeftOut,
    /// The case of this row follows LAPOR! to its stage.
    Follows(i64),
    /// The case stays as it is; where its stage differs, people see that.
    Same,
}

/// What becomes of one.
pub(super) fn fate(row: &Row, known: &HashMap<String, Known>, adds: bool) -> Fate {
    match known.get(&row.lapor_id) {
        None if adds => Fate::Added,
        None => Fate::LeftOut,
        Some(known) if known.only_follows && known.stage != row.stage => Fate::Follows(known.id),
        Some(_) => Fate::Same,
    }
}
