//! Search over words: FTS5 on SQLite, text search with Indonesian stems on PostgreSQL. Words are found by their beginnings.

pub mod information;

use crate::platform::db::{Connection, DbError, Engine, Transaction};
use crate::values;

const ADD_SQLITE: &str = "insert into complaint_search (rowid, code, title, content) values ($1, $2, $3, $4)";
const ADD_POSTGRES: &str = "
    insert into complaint_search (complaint_id, words)
    values ($1, to_tsvector('simple', $2) || to_tsvector('indonesian', $3 || ' ' || $4))";
const REMOVE_SQLITE: &str = "delete from complaint_search where rowid = $1";
const REMOVE_POSTGRES: &str = "delete from complaint_search where complaint_id = $1";
const FIND_SQLITE: &str = "
    select rowid from complaint_search where complaint_search match $1 order by rowid desc limit $2";
const FIND_POSTGRES: &str = "
    select complaint_id from complaint_search
    where words @@ to_tsquery('indonesian', $1) or words @@ to_tsquery('simple', $1)
    order by complaint_id desc limit $2";
const OPTIMIZE_SQLITE: &str = "insert into complaint_search (complaint_search) values ('optimize')";
const REBUILD_SQLITE: [&str; 2] = [
    "delete from complaint_search",
    "insert into complaint_search (rowid, code, title, content)
     select c.id, coalesce(c.code, ''), t.title, t.content
     from complaint c join complaint_text t on t.complaint_id = c.id",
];
const REBUILD_POSTGRES: [&str; 2] = [
    "delete from complaint_search",
    "insert into complaint_search (complaint_id, words)
     select c.id, to_tsvector('simple', coalesce(c.code, '')) || to_tsvector('indonesian', t.title || ' ' || t.content)
     from complaint c join complaint_text t on t.complaint_id = c.id",
];

/// Words of a search that are looked at; the others are left out.
const WORDS: usize = 8;

/// Makes a complaint findable by its code, title and content.
pub async fn add(
    tx: &mut Transaction,
    id: i64,
    code: &str,
    title: &str,
    content: &str,
) -> Result<(), DbError> {
    let sql = if tx.engine() == Engine::Sqlite { ADD_SQLITE } else { ADD_POSTGRES };
    tx.execute(sql, values![id, code, title, content]).await.map(drop)
}

/// Makes it unfindable, and forgets its words.
pub async fn remove(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    let sql = if tx.engine() == Engine::Sqlite { REMOVE_SQLITE } else { REMOVE_POSTGRES };
    tx.execute(sql, values![id]).await.map(drop)
}

/// Writes over what was forgotten: SQLite keeps words of removed rows until they are merged away.
pub async fn scrub(tx: &mut Transaction) -> Result<(), DbError> {
    if tx.engine() == Engine::Sqlite {
        tx.execute(OPTIMIZE_SQLITE, &[]).await?;
    }
    Ok(())
}

/// Takes all words anew, of complaints and of public information: after a restore, and where many were written at once.
pub async fn rebuild(tx: &mut Transaction) -> Result<(), DbError> {
    let all = if tx.engine() == Engine::Sqlite { REBUILD_SQLITE } else { REBUILD_POSTGRES };
    for sql in all {
        tx.execute(sql, &[]).await?;
    }
    information::rebuild(tx).await
}

/// The complaints that hold all words of a text, or words that begin with them; the newest first, at most so many.
pub async fn find(connection: &mut Connection, text: &str, most: i64) -> Result<Vec<i64>, DbError> {
    let words = words(text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let engine = connection.engine();
    let sql = if engine == Engine::Sqlite { FIND_SQLITE } else { FIND_POSTGRES };
    let rows = connection.fetch_all(sql, values![asked(engine, &words), most]).await?;
    rows.iter().map(|row| row.int(0)).collect()
}

/// Words as each engine is asked for what begins with all of them.
fn asked(engine: Engine, words: &[String]) -> String {
    match engine {
        Engine::Sqlite => words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" "),
        Engine::Postgres => words.iter().map(|word| format!("'{word}':*")).collect::<Vec<_>>().join(" & "),
    }
}

/// The words of a text: letters and digits alone, so that nothing in it is taken for a sign of either engine's language. A
/// code is found with and without its dashes.
fn words(text: &str) -> Vec<String> {
    let text = shared::complaint::TrackingCode::parse(text)
        .map_or_else(|_| text.to_owned(), |code| code.as_str().to_owned());
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).take(WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hold_no_signs() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text), expected, "{text}");
        check("Lampu jalan", &["lampu", "jalan"]);
        check("\"a\" OR b* -- c'); drop", &["a", "or", "b", "c", "drop"]);
        check(" ' \" ", &[]);
        check("air PDAM?", &["air", "pdam"]);
    }
}
