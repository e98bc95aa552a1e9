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
    /// How many entries there are, about.
    pub all: i64,
    /// Entries that were looked at.
    pub of: i64,
    /// Those that each condition holds for, in the order of the conditions.
    pub held: Vec<i64>,
}

/// How many entries PostgreSQL looks through for each that is wanted at first, and at most: what one in so many holds fills a
/// page with them. Looking through a thousand takes 1.4 ms; the index alone takes 10 to 20 for a common word, whatever it is
/// asked together with.
const FIRST: i64 = 50;
const FIRST_MAX: i64 = 2_000;
/// How many it looks through after that at most, where so many were found that it knows how far it has to go.
const FURTHER_MAX: i64 = 10_000;
const ENOUGH_TO_KNOW: i64 = 4;

/// Entries that are looked at, evenly over the list, before several conditions are looked up.
const SAMPLE: i64 = 400;
/// Microseconds in which an entry that the index found is read, in which the index hands over one find of a word and of a
/// mark. A word is looked up by its beginning, and in two forms.
const READ: f64 = 1.2;
const FIND_OF_WORD: f64 = 0.4;
const FIND_OF_MARK: f64 = 0.06;

impl Found {
    /// A statement that gives the number of the last of so many entries of the list, down to which it is looked through; it
    /// gives none where the list ends before. No statement where the index is asked at once.
    pub fn border(&self, below: i64, many: i64, mut bind: impl FnMut(Value) -> String) -> Option<String> {
        if self.engine == Engine::Sqlite {
            return None;
        }
        let near = self.near(below, &mut bind);
        let last = bind((many - 1).into());
        Some(format!("select p.information_id from information_public p {near} limit 1 offset {last}"))
    }

    /// A statement that gives, as `information_id`, at most `limit` that are found by looking through so `many` entries of the
    /// list, the newest first. Values are bound where they stand.
    pub fn looked_through(
        &self,
        below: i64,
        many: i64,
        limit: i64,
        mut bind: impl FnMut(Value) -> String,
    ) -> String {
        let near = self.near(below, &mut bind);
        let many = bind(many.into());
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

    /// A statement that looks at some entries, evenly over the whole list, for the index knows of no other: how many there are
    /// in all, about, how many were looked at, then how many of these each condition holds for. No statement where nothing is
    /// to be chosen.
    pub fn sampled(&self, mut bind: impl FnMut(Value) -> String) -> Option<String> {
        if self.engine == Engine::Sqlite || self.conditions.len() < 2 {
            return None;
        }
        let sample = bind(SAMPLE.into());
        let mut counts = String::from("coalesce(max(m.last), 0), count(*)");
        for condition in &self.conditions {
            let held = condition.query(&mut bind);
            // What is no word to PostgreSQL leaves all.
            let held = format!(", count(*) filter (where numnode({held}) = 0 or s.words @@ ({held}))");
            counts.push_str(&held);
        }
        Some(format!(
            "select {counts}
             from (select max(information_id) as last from information_search) m
                 cross join lateral generate_series(
                     greatest(m.last / {sample}, 1), m.last, greatest(m.last / {sample}, 1)
                 ) g (at)
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
        let (indexed, read) = self.parted(spread);
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
            // All together: what is no word to PostgreSQL leaves nothing where it is asked alone.
            false => ["where f.words @@ (", &query(&self.conditions, &mut bind), ")"].concat(),
        };
        let limit = bind(limit.into());
        format!(
            "select f.information_id from ({found}) f {held} order by f.information_id desc limit {limit}"
        )
    }

    /// The conditions that the index is asked for, and those that what it finds is read for. What holds least often comes
    /// first; a further one is looked up where that takes less time than reading what it would have left out.
    fn parted(&self, spread: Option<&Spread>) -> (Vec<&Condition>, Vec<&Condition>) {
        let Some(Spread { all, of, held }) = spread else {
            return (self.conditions.iter().collect(), Vec::new());
        };
        let mut ordered: Vec<(i64, &Condition)> = held.iter().copied().zip(&self.conditions).collect();
        ordered.sort_by_key(|(held, _)| *held);
        let (mut left, mut indexed, mut read) = (count(*all), Vec::new(), Vec::new());
        for (held, condition) in ordered {
            // What none of them holds may still be held by some.
            let part = count(held + 1) / count(of + 1);
            let finds = count(*all) * part * if condition.is_mark { FIND_OF_MARK } else { FIND_OF_WORD };
            if indexed.is_empty() || left * (1.0 - part) * READ > finds {
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

/// How many entries are looked through at first for a page of so many.
pub fn first_stretch(limit: i64) -> i64 {
    FIRST.saturating_mul(limit).min(FIRST_MAX.max(limit))
}

/// How many entries more are looked through where a stretch held some and so many are still wanted: twice what that lets
/// expect. None where the index is likely to be quicker.
pub fn further_stretch(stretch: i64, held: i64, wanted: i64) -> Option<i64> {
    let expected = stretch.saturating_mul(wanted).saturating_mul(2) / held.max(1);
    (wanted > 0 && held >= ENOUGH_TO_KNOW && expected <= FURTHER_MAX).then_some(expected)
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
        assert_eq!(no_border.sampled(|_| unreachable!()), None);
        assert!(found_by(Engine::Sqlite, Some("!"), &[Mark::Year(2025)]).is_none());
    }

    #[test]
    fn the_index_is_asked_for_what_few_hold() {
        let found = found_by(Engine::Postgres, Some("air bersih"), &MARKS[..3]).unwrap();
        let parted = |held: [i64; 5]| {
            let spread = Spread { all: 200_000, of: 399, held: held.to_vec() };
            let (indexed, read) = found.parted(Some(&spread));
            assert_eq!(indexed.len() + read.len(), 5);
            indexed.into_iter().map(|one| one.text.clone()).collect::<Vec<_>>()
        };
        let (topic, category) = ("'=t616972'", "'=c726567756c6172'");
        // A twentieth of all, a tenth of these: what is left is read rather than looked up by a common word.
        assert_eq!(parted([199, 300, 39, 199, 19]), [topic, category]);
        // A word costs the index more than a mark that is as common.
        assert_eq!(parted([159, 300, 159, 300, 19]), [topic, category]);
        // What none of some holds few hold.
        assert_eq!(parted([0, 300, 399, 399, 399]), ["'air':*"]);
        assert_eq!(found.parted(None).0.len(), 5);
    }

    #[test]
    fn looking_through_has_an_end() {
        assert_eq!([1, 21, 100, 500, 5_000].map(first_stretch), [50, 1_050, 2_000, 2_000, 5_000]);
        assert_eq!(first_stretch(i64::MAX), i64::MAX);
        let check =
            |held, wanted, expected| assert_eq!(further_stretch(1_050, held, wanted), expected, "{held}");
        check(8, 13, Some(3_412));
        check(4, 17, Some(8_925));
        check(21, 0, None);
        check(3, 18, None);
        check(4, 400, None);
    }
}
