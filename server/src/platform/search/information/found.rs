//! How a statement asks for the entries that hold all words of a text, or words that begin with them, and bear all marks.

use super::super::{asked, words};
use super::Mark;
use crate::platform::db::{Engine, Value};

/// What entries must hold, and how to come to the newest of those that do.
///
/// SQLite's index goes through what it finds in the order of the list, and is asked at once. PostgreSQL's hands over all
/// at once, which costs what is found and not what a page holds. So the list itself is looked through for a while, which
/// fills a page with what many hold; then some entries from everywhere are looked at, which tells what few hold; and the
/// index is asked for that alone.
#[derive(Clone, Debug)]
pub struct Found {
    engine: Engine,
    /// All of them must hold; at least one.
    conditions: Vec<Condition>,
    /// The column of what everyone reads whose value leaves the fewest, most likely, and that value.
    column: Option<(&'static str, Value)>,
}

/// What an entry must hold, in the engine's language of searches.
#[derive(Clone, Debug)]
struct Condition {
    text: String,
    is_mark: bool,
}

/// How often each condition holds among some entries.
#[derive(Clone, Debug)]
pub struct Spread {
    /// Entries that were looked at.
    pub of: i64,
    /// Those that each condition holds for, in the order of the conditions.
    pub held: Vec<i64>,
}

/// How many entries PostgreSQL looks through for each that is wanted before it asks its index, and at most: what one in so
/// many holds fills a page with them. Looking through a thousand takes 1.4 ms; the index alone takes 10 to 20 for a common
/// word, whatever it is asked together with.
const FIRST: i64 = 50;
const THROUGH: i64 = 2_000;

/// Entries that are looked at, evenly over the list, before several conditions are looked up.
const SAMPLE: i64 = 400;
/// How many finds the index hands over in the time in which one entry is read: 0.15 µs each, and 2 µs.
const FINDS_A_READ: f64 = 13.0;

impl Found {
    /// A statement that gives the number of the entry down to which the list is looked through before the index is asked;
    /// it gives none where the list ends before. No statement where the index is asked at once.
    pub fn border(&self, below: i64, limit: i64, mut bind: impl FnMut(Value) -> String) -> Option<String> {
        if self.engine == Engine::Sqlite {
            return None;
        }
        let near = self.near(below, &mut bind);
        let last = bind((through(limit) - 1).into());
        Some(format!("select p.information_id from information_public p {near} limit 1 offset {last}"))
    }

    /// A statement that gives, as `information_id`, at most so many of the entries down to the border, the newest first,
    /// by looking through the list. Values are bound where they stand.
    pub fn looked_through(&self, below: i64, limit: i64, mut bind: impl FnMut(Value) -> String) -> String {
        let near = self.near(below, &mut bind);
        let many = bind(through(limit).into());
        let query = query(&self.conditions, &mut bind);
        let limit = bind(limit.into());
        // What a limit fences off is read in order, and then searched. What an offset fences off is asked for each entry that
        // is come to: a merge would begin at the list's own beginning.
        format!(
            "select n.information_id
             from (select p.information_id, s.words
                   from information_public p
                       cross join lateral (
                           select words from information_search w where w.information_id = p.information_id offset 0
                       ) s
                   {near} limit {many}) n
             where n.words @@ ({query}) order by n.information_id desc limit {limit}"
        )
    }

    /// Entries below a number, the newest first, by the column that leaves the fewest.
    fn near(&self, below: i64, bind: &mut impl FnMut(Value) -> String) -> String {
        let column = match &self.column {
            Some((column, value)) => format!("p.{column} = {} and", bind(value.clone())),
            None => String::new(),
        };
        let below = bind(below.into());
        format!("where {column} p.information_id < {below} order by p.information_id desc")
    }

    /// How many conditions there are.
    pub const fn conditions(&self) -> usize {
        self.conditions.len()
    }

    /// A statement that looks at some entries below a number, evenly over the list: how many these are, then how many of them
    /// each condition holds for. No statement where nothing is to be chosen.
    pub fn sampled(&self, below: i64, mut bind: impl FnMut(Value) -> String) -> Option<String> {
        if self.engine == Engine::Sqlite || self.conditions.len() < 2 {
            return None;
        }
        let step = bind((below / SAMPLE).max(1).into());
        let below = bind(below.into());
        let mut counts = String::from("count(*)");
        for condition in &self.conditions {
            let held = condition.query(&mut bind);
            counts.push_str(&[", count(*) filter (where s.words @@ (", &held, "))"].concat());
        }
        Some(format!(
            "select {counts}
             from generate_series({step}, {below} - 1, {step}) g (at)
                 cross join lateral (
                     select words from information_search
                     where information_id <= g.at order by information_id desc limit 1
                 ) s"
        ))
    }

    /// A statement for all of them below a number, by the index of words, at most so many.
    pub fn looked_up(
        &self,
        below: i64,
        limit: i64,
        spread: Option<&Spread>,
        mut bind: impl FnMut(Value) -> String,
    ) -> String {
        if self.engine == Engine::Sqlite {
            let asked: Vec<&str> = self.conditions.iter().map(|condition| &*condition.text).collect();
            let (asked, below, limit) =
                (bind(asked.join(" ").into()), bind(below.into()), bind(limit.into()));
            return format!(
                "select rowid as information_id from information_search
                 where information_search match {asked} and rowid < {below} order by rowid desc limit {limit}"
            );
        }
        let (indexed, read) = self.parted(below, spread);
        let indexed = query(indexed, &mut bind);
        let below = bind(below.into());
        // A sum is not looked up in the index of numbers, which leaves that of words; what an offset fences off is looked up
        // by nothing else.
        let found = format!(
            "select information_id, words from information_search
             where words @@ ({indexed}) and information_id + 0 < {below} offset 0"
        );
        let held = match read.is_empty() {
            true => String::new(),
            false => ["where f.words @@ (", &query(read, &mut bind), ")"].concat(),
        };
        let limit = bind(limit.into());
        format!(
            "select f.information_id from ({found}) f {held} order by f.information_id desc limit {limit}"
        )
    }

    /// The conditions that the index is asked for, and those that what it finds is read for. What holds least often comes
    /// first; a further one is looked up where that takes less time than reading what it would have left out.
    fn parted(&self, below: i64, spread: Option<&Spread>) -> (Vec<&Condition>, Vec<&Condition>) {
        let Some(Spread { of, held }) = spread else {
            return (self.conditions.iter().collect(), Vec::new());
        };
        let mut ordered: Vec<(i64, &Condition)> = held.iter().copied().zip(&self.conditions).collect();
        ordered.sort_by_key(|(held, _)| *held);
        let (all, mut indexed, mut read) = (count(below), Vec::new(), Vec::new());
        let mut left = all;
        for (held, condition) in ordered {
            // What none of them holds may still be held by some.
            let part = count(held + 1) / count(of + 1);
            if indexed.is_empty() || left * (1.0 - part) * FINDS_A_READ > all * part {
                left *= part;
                indexed.push(condition);
            } else {
                read.push(condition);
            }
        }
        (indexed, read)
    }
}

impl Condition {
    /// The same as PostgreSQL's expression.
    fn query(&self, bind: &mut impl FnMut(Value) -> String) -> String {
        let mark = bind(self.text.as_str().into());
        match self.is_mark {
            true => format!("cast({mark} as tsquery)"),
            false => format!("(to_tsquery('indonesian', {mark}) || to_tsquery('simple', {mark}))"),
        }
    }
}

/// What must all hold, as PostgreSQL's expression.
fn query<'a>(
    conditions: impl IntoIterator<Item = &'a Condition>,
    bind: &mut impl FnMut(Value) -> String,
) -> String {
    let queries: Vec<String> = conditions.into_iter().map(|condition| condition.query(bind)).collect();
    queries.join(" && ")
}

/// How many entries are looked through for a page of so many.
fn through(limit: i64) -> i64 {
    FIRST.saturating_mul(limit).min(THROUGH.max(limit))
}

/// A count as a number that can be a part.
fn count(count: i64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Nothing where a text is given that holds no word: it finds nothing.
pub fn found_by(engine: Engine, text: Option<&str>, marks: &[Mark<'_>]) -> Option<Found> {
    let words = text.map(words);
    if words.as_ref().is_some_and(Vec::is_empty) {
        return None;
    }
    let column = marks.iter().filter_map(|mark| mark.column()).min_by_key(|(place, ..)| *place);
    let column = column.map(|(_, column, value)| (column, value));
    let words = words.into_iter().flatten();
    let words = words.map(|word| Condition { text: asked(engine, &[word]), is_mark: false });
    let quote = if engine == Engine::Sqlite { '"' } else { '\'' };
    let marks = marks.iter().map(|mark| {
        let text = format!("{quote}{}{quote}", mark.word(engine));
        Condition { text, is_mark: true }
    });
    Some(Found { engine, conditions: words.chain(marks).collect(), column })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: [Mark<'_>; 4] =
        [Mark::Category("regular"), Mark::Form("digital"), Mark::Topic("air"), Mark::Year(2025)];

    #[test]
    fn the_list_is_looked_through_by_what_leaves_the_fewest() {
        let column = |marks| found_by(Engine::Postgres, Some("air"), marks).unwrap().column;
        assert_eq!(column(&MARKS).unwrap().0, "topic");
        assert_eq!(column(&MARKS[..2]).unwrap().0, "category");
        assert!(column(&MARKS[1..2]).is_none());
        let no_border = found_by(Engine::Sqlite, Some("air"), &MARKS).unwrap();
        assert_eq!(no_border.border(9, 20, |_| unreachable!()), None);
        assert_eq!(no_border.sampled(9, |_| unreachable!()), None);
        assert!(found_by(Engine::Sqlite, Some("!"), &[Mark::Year(2025)]).is_none());
    }

    #[test]
    fn the_index_is_asked_for_what_few_hold() {
        let found = found_by(Engine::Postgres, Some("air bersih"), &MARKS[..3]).unwrap();
        let parted = |held: [i64; 5]| {
            let spread = Spread { of: 399, held: held.to_vec() };
            let (indexed, read) = found.parted(200_000, Some(&spread));
            assert_eq!(indexed.len() + read.len(), 5);
            indexed.into_iter().map(|one| one.text.clone()).collect::<Vec<_>>()
        };
        let topic = "'=t616972'";
        // A twentieth of all, a tenth of these: what is left is read.
        assert_eq!(parted([399, 39, 300, 199, 19]), [topic, "'bersih':*"]);
        // What none of some holds few hold.
        assert_eq!(parted([0, 300, 399, 399, 399]), ["'air':*"]);
        // Where all hold often, the index hands over less than would be read.
        assert_eq!(parted([199; 5]).len(), 4);
        assert_eq!(found.parted(9, None).0.len(), 5);
    }

    #[test]
    fn looking_through_has_an_end() {
        assert_eq!([1, 21, 100, 500, 5_000].map(through), [50, 1_050, 2_000, 2_000, 5_000]);
        assert_eq!(through(i64::MAX), i64::MAX);
    }
}
