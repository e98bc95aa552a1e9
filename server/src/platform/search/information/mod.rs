//! Words of public information, to be searched for as somebody types, and marks of what narrows the list. A mark is a word
//! that nobody can type, so that words and filters are looked up together: whatever is asked for, a page costs a page.

use std::fmt::Write as _;

use super::{asked, words};
use crate::platform::db::{DbError, Engine, Transaction, Value};
use crate::values;

/// What of an entry its words and marks are taken from. Letters of a language of searches are kept out of marks by writing
/// them in hexadecimal digits.
macro_rules! source_sqlite {
    () => {
        "insert into information_search (rowid, words)
         select p.information_id, v.title || ' ' || v.summary || ' ' || coalesce(v.topic, '') || ' ' || coalesce(v.plain, '')
             || ' ' || char(57344) || 'c' || hex(p.category) || ' ' || char(57344) || 'a' || hex(p.agency_key)
             || ' ' || char(57344) || 'y' || hex(p.year) || coalesce(' ' || char(57344) || 't' || hex(p.topic), '')
             || replace(' ' || v.forms, ' ', ' ' || char(57344) || 'f')
         from information_public p
             join information_version v on v.information_id = p.information_id and v.number = p.number"
    };
}
macro_rules! source_postgres {
    () => {
        "insert into information_search (information_id, words)
         select p.information_id, to_tsvector('indonesian', t.words) || to_tsvector('simple', t.words)
             || ('=c' || encode(convert_to(p.category, 'UTF8'), 'hex')
                 || ' =a' || encode(convert_to(p.agency_key, 'UTF8'), 'hex')
                 || ' =y' || encode(convert_to(cast(p.year as text), 'UTF8'), 'hex')
                 || coalesce(' =t' || encode(convert_to(p.topic, 'UTF8'), 'hex'), '')
                 || replace(' ' || v.forms, ' ', ' =f'))::tsvector
         from information_public p
             join information_version v on v.information_id = p.information_id and v.number = p.number
             cross join lateral (
                 select v.title || ' ' || v.summary || ' ' || coalesce(v.topic, '') || ' ' || coalesce(v.plain, '')
             ) t (words)"
    };
}

const ADD_SQLITE: &str = concat!(source_sqlite!(), " where p.information_id = $1");
const ADD_POSTGRES: &str = concat!(source_postgres!(), " where p.information_id = $1");
const REMOVE_SQLITE: &str = "delete from information_search where rowid = $1";
const REMOVE_POSTGRES: &str = "delete from information_search where information_id = $1";
const CLEAR: &str = "delete from information_search";
const FILL_SQLITE: &str = source_sqlite!();
const FILL_POSTGRES: &str = source_postgres!();

/// Makes an entry findable by what everyone reads of it now, and by nothing else any more.
pub async fn put(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    remove(tx, id).await?;
    let sql = if tx.engine() == Engine::Sqlite { ADD_SQLITE } else { ADD_POSTGRES };
    tx.execute(sql, values![id]).await.map(drop)
}

/// Makes it unfindable.
pub async fn remove(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    let sql = if tx.engine() == Engine::Sqlite { REMOVE_SQLITE } else { REMOVE_POSTGRES };
    tx.execute(sql, values![id]).await.map(drop)
}

/// Takes all words anew.
pub(super) async fn rebuild(tx: &mut Transaction) -> Result<(), DbError> {
    tx.execute(CLEAR, &[]).await?;
    let sql = if tx.engine() == Engine::Sqlite { FILL_SQLITE } else { FILL_POSTGRES };
    tx.execute(sql, &[]).await.map(drop)
}

/// What an entry is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark<'a> {
    /// How soon it must be public.
    Category(&'a str),
    /// The key of the agency that holds it.
    Agency(&'a str),
    /// The year it was made in.
    Year(i16),
    /// What it is about.
    Topic(&'a str),
    /// A form it can be had in: letters alone.
    Form(&'a str),
}

impl Mark<'_> {
    /// The column of what everyone reads that says the same, with its value and its place among those that leave the fewest.
    fn column(self) -> Option<(u8, &'static str, Value)> {
        match self {
            Self::Topic(topic) => Some((0, "topic", topic.into())),
            Self::Agency(agency) => Some((1, "agency_key", agency.into())),
            Self::Year(year) => Some((2, "year", i64::from(year).into())),
            Self::Category(category) => Some((3, "category", category.into())),
            Self::Form(_) => None,
        }
    }

    /// The word that stands for it, behind a sign that no word of people has: for SQLite a letter for private use, which its
    /// tokenizer takes for a letter; for PostgreSQL one that its parser takes for none.
    fn word(self, engine: Engine) -> String {
        let mut word = String::from(if engine == Engine::Sqlite { '\u{e000}' } else { '=' });
        let (letter, text) = match self {
            Self::Category(text) => ('c', text.to_owned()),
            Self::Agency(text) => ('a', text.to_owned()),
            Self::Year(year) => ('y', year.to_string()),
            Self::Topic(text) => ('t', text.to_owned()),
            Self::Form(text) => return word + "f" + text,
        };
        word.push(letter);
        for byte in text.bytes() {
            write!(word, "{byte:02x}").expect("a string takes any text");
        }
        word
    }
}

/// How a statement asks for the entries that hold all words of a text, or words that begin with them, and bear all marks.
#[derive(Clone, Debug)]
pub struct Found {
    engine: Engine,
    /// Words in the engine's language of searches; nothing where there are none.
    words: Option<String>,
    /// Marks in the same.
    marks: Option<String>,
    /// The column of what everyone reads whose value leaves the fewest, most likely, and that value.
    column: Option<(&'static str, Value)>,
}

/// How many entries PostgreSQL looks through for each that is wanted before it asks its index: what one in so many holds
/// fills a page with them. Looking through a thousand takes 1.4 ms; the index alone takes 10 to 20 for a common word, whatever it
/// is asked together with.
const FIRST: i64 = 50;

impl Found {
    /// A statement that gives the number of the entry down to which the list is looked through before the index is asked;
    /// it gives none where the list ends before. SQLite's index goes through what it finds in the order of the list, and is
    /// asked at once: no statement. PostgreSQL's hands over all at once, which costs what is found and not what a page holds.
    pub fn border(&self, below: i64, limit: i64, mut bind: impl FnMut(Value) -> String) -> Option<String> {
        if self.engine == Engine::Sqlite {
            return None;
        }
        let near = self.near(below, &mut bind);
        let last = bind((FIRST.saturating_mul(limit) - 1).into());
        Some(format!("select p.information_id from information_public p {near} limit 1 offset {last}"))
    }

    /// A statement that gives, as `information_id`, at most so many of the entries down to the border, the newest first,
    /// by looking through the list. Values are bound where they stand.
    pub fn looked_through(&self, below: i64, limit: i64, mut bind: impl FnMut(Value) -> String) -> String {
        let near = self.near(below, &mut bind);
        let many = bind(FIRST.saturating_mul(limit).into());
        let query = self.query(&mut bind);
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

    /// Words and marks in PostgreSQL's language of searches.
    fn query(&self, bind: &mut impl FnMut(Value) -> String) -> String {
        let words = self.words.as_ref().map(|words| {
            let mark = bind(words.as_str().into());
            format!("(to_tsquery('indonesian', {mark}) || to_tsquery('simple', {mark}))")
        });
        let marks =
            self.marks.as_ref().map(|marks| format!("cast({} as tsquery)", bind(marks.as_str().into())));
        words.into_iter().chain(marks).collect::<Vec<_>>().join(" && ")
    }

    /// The same of all below a number, by the index of words.
    pub fn looked_up(&self, below: i64, limit: i64, mut bind: impl FnMut(Value) -> String) -> String {
        if self.engine == Engine::Sqlite {
            let asked: Vec<&str> =
                [&self.words, &self.marks].into_iter().flatten().map(|text| &**text).collect();
            let (asked, below, limit) =
                (bind(asked.join(" ").into()), bind(below.into()), bind(limit.into()));
            return format!(
                "select rowid as information_id from information_search
                 where information_search match {asked} and rowid < {below} order by rowid desc limit {limit}"
            );
        }
        let query = self.query(&mut bind);
        let (below, limit) = (bind(below.into()), bind(limit.into()));
        // A sum is not looked up in the index of numbers, which leaves that of words.
        format!(
            "select information_id from information_search
             where words @@ ({query}) and information_id + 0 < {below}
             order by information_id + 0 desc limit {limit}"
        )
    }
}

/// Nothing where a text is given that holds no word: it finds nothing.
pub fn found_by(engine: Engine, text: Option<&str>, marks: &[Mark<'_>]) -> Option<Found> {
    let words = text.map(words);
    if words.as_ref().is_some_and(Vec::is_empty) {
        return None;
    }
    let words = words.map(|words| asked(engine, &words));
    let column = marks.iter().filter_map(|mark| mark.column()).min_by_key(|(place, ..)| *place);
    let column = column.map(|(_, column, value)| (column, value));
    let marks: Vec<String> = marks.iter().map(|mark| mark.word(engine)).collect();
    let marks = match engine {
        _ if marks.is_empty() => None,
        Engine::Sqlite => Some(marks.iter().map(|mark| format!("\"{mark}\"")).collect::<Vec<_>>().join(" ")),
        Engine::Postgres => {
            Some(marks.iter().map(|mark| format!("'{mark}'")).collect::<Vec<_>>().join(" & "))
        }
    };
    Some(Found { engine, words, marks, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_mark() {
        let mark = |text| Mark::Topic(text).word(Engine::Postgres);
        assert_eq!(mark("air"), "=t616972");
        assert_eq!(mark("' | é"), "=t27207c20c3a9");
        assert_eq!(Mark::Form("digital").word(Engine::Sqlite), "\u{e000}fdigital");
        assert_eq!(Mark::Year(2025).word(Engine::Sqlite), "\u{e000}y32303235");
        // What people type is never a mark.
        assert_eq!(words("\u{e000}fdigital =fdigital"), ["fdigital", "fdigital"]);
    }

    #[test]
    fn the_list_is_looked_through_by_what_leaves_the_fewest() {
        let marks = [Mark::Category("regular"), Mark::Form("digital"), Mark::Topic("air"), Mark::Year(2025)];
        let column = |marks| found_by(Engine::Postgres, Some("air"), marks).unwrap().column;
        assert_eq!(column(&marks).unwrap().0, "topic");
        assert_eq!(column(&marks[..2]).unwrap().0, "category");
        assert!(column(&marks[1..2]).is_none());
        let no_border = found_by(Engine::Sqlite, Some("air"), &marks).unwrap();
        assert_eq!(no_border.border(9, 20, |_| unreachable!()), None);
        assert!(found_by(Engine::Sqlite, Some("!"), &[Mark::Year(2025)]).is_none());
    }
}
