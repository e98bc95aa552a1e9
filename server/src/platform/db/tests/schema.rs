//! Migrations, and that both engines have the same tables.

use super::*;
use crate::platform::db::{Engine, MigrationError, OpenError, Options};

async fn refusal(test: &TestDatabase) -> OpenError {
    Database::open(test.url()).await.map(drop).expect_err("the schema is not this program's")
}

async fn change(db: &Database, statement: &'static str) {
    db.write(move |tx| Box::pin(async move { tx.execute(statement, &[]).await })).await.unwrap();
}

#[tokio::test]
async fn an_edited_migration_is_refused() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        change(&db, "update migration set checksum = 'another' where number = 1").await;
        db.close().await;
        let error = refusal(&test).await;
        assert!(
            matches!(&error, OpenError::Migration(MigrationError::Edited(name)) if name == "0001_house"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        change(&db, "insert into migration (number, name, checksum) values (9999, '9999_later', '')").await;
        db.close().await;
        let error = refusal(&test).await;
        assert!(
            matches!(&error, OpenError::Migration(MigrationError::Unknown(name)) if name == "9999_later"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn several_may_open_a_new_database_at_once() {
    for test in TestDatabase::both().await {
        let (one, two, three, four) = tokio::join!(test.open(), test.open(), test.open(), test.open());
        for db in [one, two, three, four] {
            assert_eq!(count(&db).await, 0);
            db.close().await;
        }
    }
}

#[tokio::test]
async fn migrating_can_be_left_to_a_command() {
    for test in TestDatabase::both().await {
        let options = Options { migrate: false, ..Options::default() };
        let error = Database::open_with(test.url(), options.clone()).await.map(drop).unwrap_err();
        assert!(matches!(error, OpenError::NotMigrated), "{error}");
        test.open().await.close().await;
        Database::open_with(test.url(), options).await.unwrap().close().await;
    }
}

#[tokio::test]
async fn both_engines_have_the_same_columns() {
    const SQLITE: &str = "select t.name, c.name, c.type, c.\"notnull\" or c.pk > 0 from sqlite_master t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite%' and t.name <> 'migration' and t.name not like '%search%' order by 1, 2";
    const POSTGRES: &str = "select table_name::text, column_name::text, data_type::text,
        case is_nullable when 'NO' then 1::bigint else 0 end from information_schema.columns
        where table_schema = 'public' and table_name <> 'migration' and table_name not like '%search' and table_name not in
            (select v.table_name from information_schema.views v where v.table_schema = 'public')
        order by table_name::text collate \"C\", column_name::text collate \"C\"";
    let mut columns = Vec::new();
    for test in TestDatabase::both().await {
        let db = test.open().await;
        let sql = if db.engine() == Engine::Sqlite { SQLITE } else { POSTGRES };
        let rows = db.read().await.unwrap().fetch_all(sql, &[]).await.unwrap();
        let described = rows.iter().map(|row| {
            let kind = row.text(2).unwrap().to_lowercase();
            let kind = match &*kind {
                "integer" => "bigint",
                "blob" => "bytea",
                "real" => "double precision",
                other => other,
            };
            format!("{}.{} {kind} {}", row.text(0).unwrap(), row.text(1).unwrap(), row.flag(3).unwrap())
        });
        columns.push(described.collect::<Vec<_>>());
        db.close().await;
    }
    assert!(columns[0].len() > 100);
    assert_eq!(columns[0], columns[1]);
}
