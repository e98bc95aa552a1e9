//! How many rows each table has: what a refused request must leave as it was.

use std::collections::BTreeMap;

use server::platform::db::{AssertSqlSafe, Database};
use server::testing::TestServer;
use server::verify::verify;

const TABLES: [&str; 31] = [
    "account",
    "session",
    "publication",
    "complaint",
    "complaint_text",
    "identity",
    "spell",
    "event",
    "event_text",
    "cell",
    "pace",
    "upload",
    "photo",
    "information",
    "information_version",
    "information_file",
    "information_link",
    "consequence_test",
    "consequence_decision",
    "excluded_information",
    "information_request",
    "complaint_request",
    "applicant",
    "applicant_document",
    "request_notice",
    "request_file",
    "objection",
    "idempotency",
    "import_batch",
    "import_staging",
    "setting",
];

/// Rows by table, and the revision.
pub async fn count(db: &Database) -> BTreeMap<&'static str, i64> {
    let mut counts = BTreeMap::new();
    for table in TABLES {
        counts.insert(table, number(db, &format!("select count(*) from {table}")).await);
    }
    counts.insert("revision", number(db, "select revision from head").await);
    counts
}

/// The first column of the first row of a question.
pub async fn number(db: &Database, sql: &str) -> i64 {
    let mut connection = db.read().await.expect("the database can be read");
    let row = connection.fetch_one(AssertSqlSafe(sql.to_owned()), &[]).await;
    row.and_then(|row| row.int(0)).unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// Insists that the chain, the ledger, the receipts and the files are whole.
pub async fn verify_clean(server: &TestServer) {
    let state = &server.state;
    let checks = verify(&state.db, &state.files, &state.settings()).await.expect("can be verified");
    let faults: Vec<_> = checks.into_iter().flat_map(|check| check.faults).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

/// Changes the database behind the server's back.
pub async fn change(db: &Database, sql: &'static str) -> u64 {
    let changed = db.write(move |tx| Box::pin(async move { tx.execute(sql, &[]).await }));
    changed.await.unwrap_or_else(|error: server::platform::db::DbError| panic!("{sql}: {error}"))
}

/// The first column of a question's rows, as texts.
///
/// # Panics
/// When the database cannot answer.
pub async fn texts(db: &Database, sql: &'static str) -> Vec<String> {
    let mut connection = db.read().await.expect("the database can be read");
    let rows = connection.fetch_all(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.iter().map(|row| row.text(0).expect("is a text")).collect()
}
