//! Words of public information, to be searched for as somebody types, and marks of what narrows the list. A mark is a word
//! that nobody can type, so that words and filters are looked up together: whatever is asked for, a page costs a page.

mod found;
mod mark;

pub use found::{Found, Spread, first_stretch, found_by, further_stretch};
pub use mark::Mark;

use crate::platform::db::{DbError, Engine, Transaction};
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
