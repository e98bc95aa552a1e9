//! Words of public information, to be searched for as somebody types.

use super::{asked, words};
use crate::platform::db::{DbError, Engine, Transaction};
use crate::values;

const ADD_SQLITE: &str = "insert into information_search (rowid, title, words) values ($1, $2, $3)";
const ADD_POSTGRES: &str = "
    insert into information_search (information_id, words)
    values ($1, to_tsvector('indonesian', $2 || ' ' || $3) || to_tsvector('simple', $2 || ' ' || $3))";
const REMOVE_SQLITE: &str = "delete from information_search where rowid = $1";
const REMOVE_POSTGRES: &str = "delete from information_search where information_id = $1";
const REBUILD_SQLITE: [&str; 2] = [
    "delete from information_search",
    "insert into information_search (rowid, title, words)
     select p.information_id, v.title, v.summary || ' ' || coalesce(v.topic, '') || ' ' || coalesce(v.plain, '')
     from information_public p
         join information_version v on v.information_id = p.information_id and v.number = p.number",
];
const REBUILD_POSTGRES: [&str; 2] = [
    "delete from information_search",
    "insert into information_search (information_id, words)
     select p.information_id, to_tsvector('indonesian', v.title || ' ' || v.summary || ' ' || coalesce(v.topic, '') || ' '
             || coalesce(v.plain, ''))
         || to_tsvector('simple', v.title || ' ' || v.summary || ' ' || coalesce(v.topic, '') || ' '
             || coalesce(v.plain, ''))
     from information_public p
         join information_version v on v.information_id = p.information_id and v.number = p.number",
];

/// Makes an entry findable by these words, and by no others any more.
pub async fn put(tx: &mut Transaction, id: i64, title: &str, words: &str) -> Result<(), DbError> {
    remove(tx, id).await?;
    let sql = if tx.engine() == Engine::Sqlite { ADD_SQLITE } else { ADD_POSTGRES };
    tx.execute(sql, values![id, title, words]).await.map(drop)
}

/// Makes it unfindable.
pub async fn remove(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    let sql = if tx.engine() == Engine::Sqlite { REMOVE_SQLITE } else { REMOVE_POSTGRES };
    tx.execute(sql, values![id]).await.map(drop)
}

/// Takes all words anew.
pub(super) async fn rebuild(tx: &mut Transaction) -> Result<(), DbError> {
    let all = if tx.engine() == Engine::Sqlite { REBUILD_SQLITE } else { REBUILD_POSTGRES };
    for sql in all {
        tx.execute(sql, &[]).await?;
    }
    Ok(())
}

/// How a statement asks for the entries that hold all words of a text, or words that begin with them.
pub struct Found {
    /// What is read from.
    pub table: &'static str,
    /// The entry's number in it.
    pub id: &'static str,
    /// What is asked for, to be bound.
    pub asked: String,
    engine: Engine,
}

impl Found {
    /// The condition, with the mark of what was bound.
    pub fn condition(&self, mark: &str) -> String {
        match self.engine {
            Engine::Sqlite => format!("information_search match {mark}"),
            Engine::Postgres => {
                format!(
                    "(s.words @@ to_tsquery('indonesian', {mark}) or s.words @@ to_tsquery('simple', {mark}))"
                )
            }
        }
    }
}

/// Nothing where the text holds no word.
pub fn found_by(engine: Engine, text: &str) -> Option<Found> {
    let words = words(text);
    if words.is_empty() {
        return None;
    }
    let (table, id) = match engine {
        Engine::Sqlite => ("information_search", "information_search.rowid"),
        Engine::Postgres => ("information_search s", "s.information_id"),
    };
    Some(Found { table, id, asked: asked(engine, &words), engine })
}
