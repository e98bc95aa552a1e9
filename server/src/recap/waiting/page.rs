//! Which page of the list, and where a page begins.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use shared::calendar::Day;
use shared::problem::{FieldProblem, Problem};

use crate::platform::http::Pairs;
use crate::platform::seal;
use crate::secret::Keys;

/// Rows of a page, unless asked otherwise.
const LIMIT: u32 = 20;
/// Rows of the longest page.
const LIMIT_MAX: u32 = 100;
/// What a place is sealed for: nothing else that the key sealed can be given for it.
const SEALED_FOR: &[u8] = b"tanggap waiting list\0";

/// Which page of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::recap) struct Page {
    /// Behind this place.
    pub(super) after: Option<Place>,
    /// At most so many rows.
    pub(super) limit: u32,
}

/// A complaint's place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Its day of receipt.
    pub(super) day: Day,
    /// Its row.
    pub(super) id: i64,
}

impl Page {
    pub(in crate::recap) fn parse(pairs: &Pairs, keys: &Keys) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let after = pairs.get("after").and_then(|raw| {
            let read = Place::read(keys, raw.trim());
            if read.is_none() {
                problems.push(FieldProblem::new("after", Problem::UnknownValue));
            }
            read
        });
        let limit = match pairs.get("limit").map(|raw| raw.trim().parse()) {
            None => LIMIT,
            Some(Ok(limit @ 1..=LIMIT_MAX)) => limit,
            Some(_) => {
                problems.push(FieldProblem::new("limit", Problem::OutOfRange(LIMIT_MAX)));
                LIMIT
            }
        };
        if problems.is_empty() { Ok(Self { after, limit }) } else { Err(problems) }
    }

    /// Whether the list begins with it.
    pub(in crate::recap) fn is_first(&self) -> bool {
        self.after.is_none()
    }

    /// The same for the same page, however its place was sealed.
    pub(in crate::recap) fn name(&self) -> String {
        let after = self.after.map(|place| place.to_string()).unwrap_or_default();
        format!("{after} {}", self.limit)
    }
}

impl Place {
    /// As the next page's address has it. It is sealed, since of an unpublished complaint neither the day nor the
    /// row is told.
    pub(super) fn write(self, keys: &Keys) -> String {
        URL_SAFE_NO_PAD.encode(seal::close(keys, SEALED_FOR, self.to_string().as_bytes()))
    }

    fn read(keys: &Keys, raw: &str) -> Option<Self> {
        let plain = seal::open(keys, SEALED_FOR, &URL_SAFE_NO_PAD.decode(raw).ok()?).ok()?;
        let (day, id) = std::str::from_utf8(&plain).ok()?.split_once(' ')?;
        Some(Self { day: Day::parse(day).ok()?, id: id.parse().ok()? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.day, self.id)
    }
}
