//! What holds on both engines alike.

use jiff::{Timestamp, civil::Date};

use super::*;

#[tokio::test]
async fn every_type_comes_back_as_it_went() {
    const INSERT: &str =
        "insert into upload (id, name, size, media_type, stored_size, sha256, state, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning *";
    const NUMBERS: &str = "select cast($1 as double precision), cast($2 as double precision), $3, $4";
    for test in TestDatabase::both().await {
        let db = test.open().await;
        let moment = Timestamp::from_millisecond(1_593_500_000_123).unwrap();
        let row = db
            .write(move |tx| {
                Box::pin(async move {
                    let (name, bytes) = ("ü-'\u{1F600}", [0_u8, 1, 255]);
                    let values =
                        values![name, "", i64::MAX, None::<&str>, None::<i64>, &bytes[..], "open", moment];
                    tx.fetch_one(INSERT, values).await
                })
            })
            .await
            .unwrap();
        assert_eq!(row.text("id").unwrap(), "ü-'\u{1F600}");
        assert_eq!(row.text("name").unwrap(), "");
        assert_eq!(row.int("size").unwrap(), i64::MAX);
        assert_eq!(row.optional_text("media_type").unwrap(), None);
        assert_eq!(row.optional_int("stored_size").unwrap(), None);
        assert_eq!(row.blob("sha256").unwrap(), [0, 1, 255]);
        assert_eq!(row.moment("created_at").unwrap(), moment);
        assert_eq!(row.optional_moment("finished_at").unwrap(), None);
        assert!(row.int("finished_at").is_err(), "a null is no number");
        assert!(row.int("no_such").is_err(), "an unknown column is an error, not a panic");
        assert!(row.hash("sha256").is_err(), "three bytes are no hash");

        let day = Date::constant(2020, 6, 30);
        let mut reader = db.read().await.unwrap();
        let row = reader.fetch_one(NUMBERS, values![-0.9, None::<f64>, day, true]).await.unwrap();
        assert_eq!(row.real(0).unwrap(), -0.9);
        assert_eq!(row.optional_real(1).unwrap(), None);
        assert_eq!(row.date(2).unwrap(), day);
        assert!(row.flag(3).unwrap());
        drop(reader);
        db.close().await;
    }
}

#[tokio::test]
async fn a_failed_command_leaves_nothing() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        let refused: Result<(), DbError> = db
            .write(|tx| {
                Box::pin(async move {
                    tx.execute(SET, values!["a", "1"]).await?;
                    Err(DbError::NoRow)
                })
            })
            .await;
        assert_eq!(refused, Err(DbError::NoRow));
        assert_eq!(get(&db, "a").await, None);
        assert_eq!(set(&db, "a", "2").await, Ok(1));
        db.close().await;
    }
}

#[tokio::test]
async fn a_swallowed_failure_still_fails_the_command() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        set(&db, "a", "1").await.unwrap();
        let outcome: Result<(), DbError> = db
            .write(|tx| {
                Box::pin(async move {
                    tx.execute(SET, values!["b", "1"]).await?;
                    let first = tx.execute(SET, values!["a", "2"]).await.unwrap_err();
                    let second = tx.execute(SET, values!["c", "1"]).await.unwrap_err();
                    assert_eq!(first, second, "nothing is tried after a failure");
                    Ok(())
                })
            })
            .await;
        assert!(outcome.unwrap_err().violates("setting.key"));
        assert_eq!(count(&db).await, 1);
        db.close().await;
    }
}

#[tokio::test]
async fn a_panic_is_an_error_and_leaves_nothing() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        let outcome: Result<(), DbError> = db
            .write(|tx| {
                Box::pin(async move {
                    tx.execute(SET, values!["a", "1"]).await?;
                    panic!("as a test does");
                })
            })
            .await;
        assert_eq!(outcome, Err(DbError::Panicked));
        assert_eq!(get(&db, "a").await, None);
        assert_eq!(set(&db, "a", "2").await, Ok(1));
        db.close().await;
    }
}

#[tokio::test]
async fn violated_constraints_have_the_same_names() {
    const IMPORTED: &str = "insert into complaint (external_id, code, channel, class, stage, stage_since, supervisory,
        sealed, anonymous, confidential, published, received_on, received_at, month)
        values ('x', null, 'lapor', 'complaint', 'received', '2020-06-30', 0, 0, 1, 0, 0, '2020-06-30', 0, '2020-06')";
    const FILED: &str = "insert into complaint (external_id, code, channel, class, stage, stage_since, supervisory,
        sealed, anonymous, confidential, published, received_on, received_at, month)
        values (null, 'c', 'web', 'complaint', 'received', '2020-06-30', 0, 0, 1, 0, 0, '2020-06-30', 0, '2020-06')";
    const ORPHAN: &str =
        "insert into sector (key, position, label, label_en, agency_key) values ('s', 1, '', '', 'none')";
    const HOLIDAY: &str = "insert into holiday (date, category, name) values ('2020-01-01', '', 'a')";
    const PERHAPS: &str =
        "insert into sector (key, position, label, label_en, sensitive) values ('s', 1, '', '', 2)";
    const WRONG: &str = "insert into nowhere values (1)";

    async fn refusal(db: &Database, statements: [&'static str; 2]) -> DbError {
        let command = db.write(move |tx| {
            Box::pin(async move {
                for statement in statements {
                    tx.execute(statement, &[]).await?;
                }
                Ok(())
            })
        });
        command.await.unwrap_err()
    }
    let unique = |constraint: &str| DbError::UniqueViolation { constraint: constraint.to_owned() };
    for test in TestDatabase::both().await {
        let db = test.open().await;
        assert_eq!(refusal(&db, [FILED, FILED]).await, unique("complaint.code"));
        assert_eq!(refusal(&db, [IMPORTED, IMPORTED]).await, unique("complaint.channel,external_id"));
        assert_eq!(refusal(&db, [HOLIDAY, HOLIDAY]).await, unique("holiday.date,name"));
        assert_eq!(refusal(&db, [FILED, ORPHAN]).await, DbError::ForeignKey);
        assert!(matches!(refusal(&db, [FILED, PERHAPS]).await, DbError::Other(_)));
        assert!(matches!(refusal(&db, [FILED, WRONG]).await, DbError::Other(_)));
        db.close().await;
    }
}

#[tokio::test]
async fn a_snapshot_stays_at_its_moment() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        let mut snapshot = db.snapshot().await.unwrap();
        assert_eq!(snapshot.fetch_one(COUNT, &[]).await.unwrap().int(0), Ok(0));
        set(&db, "a", "1").await.unwrap();
        assert_eq!(snapshot.fetch_one(COUNT, &[]).await.unwrap().int(0), Ok(0));
        drop(snapshot);
        assert_eq!(count(&db).await, 1);
        db.close().await;
    }
}

#[tokio::test]
async fn many_writers_lose_nothing() {
    for test in TestDatabase::both().await {
        let (one, two) = tokio::join!(test.open(), test.open());
        let writes: Vec<_> = (0..100)
            .map(|number: i32| {
                let db = if number % 2 == 0 { one.clone() } else { two.clone() };
                tokio::spawn(async move { set(&db, &number.to_string(), "1").await })
            })
            .collect();
        for write in writes {
            assert_eq!(write.await.unwrap(), Ok(1));
        }
        assert_eq!(count(&one).await, 100);
        one.close().await;
        two.close().await;
    }
}

#[tokio::test]
async fn a_closed_database_refuses() {
    for test in TestDatabase::both().await {
        let db = test.open().await;
        set(&db, "a", "1").await.unwrap();
        db.close().await;
        assert!(matches!(set(&db, "b", "1").await, Err(DbError::Unavailable { .. })));
        assert!(matches!(db.read().await.map(drop), Err(DbError::Unavailable { .. })));
        assert_eq!(count(&test.open().await).await, 1);
    }
}
