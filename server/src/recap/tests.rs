//! The recap against ledgers of a few complaints, and the plans of its statements.

use std::sync::Arc;

use jiff::Timestamp;
use shared::calendar::{Day, Month};
use shared::complaint::{Channel, Class, Stage};
use shared::lang::Lang;
use shared::recap::{Dimension, MERGED_KEY, Recap, Row};

use super::*;
use crate::clock::Clock;
use crate::complaint::import::import;
use crate::platform::db::testing::TestDatabase;
use crate::platform::db::{AssertSqlSafe, Database, DbError};
use crate::platform::event::{self, NewEvent};
use crate::platform::http::Pairs;
use crate::platform::ledger::memory::Memory;
use crate::platform::ledger::{Cell, Movements};
use crate::platform::settings::{Settings, seed};
use shared::recap::median;

struct Office {
    db: Database,
    settings: Arc<Settings>,
    clock: Clock,
}

impl Office {
    async fn open(database: &TestDatabase) -> Self {
        let db = database.open().await;
        db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, false).await })).await.unwrap();
        let settings = Arc::new(Settings::load(&mut db.read().await.unwrap()).await.unwrap());
        Self { db, settings, clock: Clock::manual("2026-11-25T02:00:00Z".parse().unwrap()) }
    }

    /// Enters complaints that were received today, by sector, regency and stage.
    async fn enter(&self, cells: &[(&str, &str, Stage, u32)]) {
        let day = self.settings.today(&self.clock);
        let mut movements = Movements::new();
        for (sector, regency, stage, count) in cells {
            let key = |key: &str| (!key.is_empty()).then(|| key.to_owned());
            let cell = Cell {
                stage: *stage,
                sector: key(sector),
                agency: None,
                regency: key(regency),
                class: Class::Complaint,
                channel: Channel::Web,
                month: day.month(),
            };
            (0..*count).for_each(|_| movements.enter(day, &cell));
        }
        let recorded = self.db.write(move |tx| {
            Box::pin(async move {
                let event = NewEvent::new(None, Timestamp::UNIX_EPOCH, day, "operator", "test");
                event::record(tx, vec![event], &movements).await.map(drop)
            })
        });
        let recorded: Result<(), DbError> = recorded.await;
        recorded.unwrap();
    }

    async fn recap(&self, query: &str) -> Recap {
        let ledger = Memory::load(&self.db).await.unwrap();
        let today = self.settings.today(&self.clock);
        let question =
            Question::parse(&Pairs::parse(query), &["by", "lang"], &self.settings, today, Lang::Id).unwrap();
        let moment = Moment { ledger: &ledger, settings: &self.settings, taken_at: self.clock.now() };
        recap(&question, moment)
    }
}

fn counts(rows: &[Row]) -> Vec<(&str, u64)> {
    rows.iter().map(|row| (row.key.as_str(), row.count)).collect()
}

#[tokio::test]
async fn june_2020_comes_out_row_for_row() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    let sample = include_str!("../../seed/data/complaints-2020-06.csv");
    import(&office.db, &office.settings, &office.clock, "sample", sample.as_bytes()).await.unwrap();
    let recap = office.recap("by=sector&stage=disposed&as_of=2020-06-30").await;
    let found: Vec<_> =
        (1..).zip(&recap.rows).map(|(place, row)| format!("{place},{},{}", row.label, row.count)).collect();
    let published: Vec<_> =
        include_str!("../../seed/data/recap-2020-06.csv").lines().skip(1).map(str::to_owned).collect();
    assert_eq!((found, recap.total), (published, 26));
    office.db.close().await;
}

#[tokio::test]
async fn rows_stand_in_their_order() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    office
        .enter(&[
            ("", "72.01", Stage::Closed, 2),
            ("listrik", "72.71", Stage::Disposed, 2),
            ("dana_desa", "72.02", Stage::Received, 2),
            ("kepegawaian", "72.02", Stage::Verified, 3),
            ("gone", "", Stage::Archived, 9),
        ])
        .await;
    let rows = office.recap("by=sector").await.rows;
    assert_eq!(counts(&rows), [("kepegawaian", 3), ("dana_desa", 2), ("listrik", 2), ("none", 2)]);
    assert_eq!(rows[3].label, "Tidak disebutkan");
    let rows = office.recap("by=region&lang=en").await.rows;
    assert_eq!(counts(&rows), [("72.02", 5), ("72.01", 2), ("72.71", 2)]);
    let rows = office.recap("by=stage").await.rows;
    assert_eq!(counts(&rows), [("received", 2), ("verified", 3), ("disposed", 2), ("closed", 2)]);
    let rows = office.recap("by=group&lang=en").await.rows;
    assert_eq!(counts(&rows), [("awaiting_disposition", 5), ("awaiting_follow_up", 2), ("done", 2)]);
    assert_eq!(office.recap("by=month&lang=en").await.rows[0].label, "November 2026");
    let archived = office.recap("by=sector&stage=archived").await;
    assert_eq!((counts(&archived.rows), archived.figures.total), (vec![("gone", 9)], 0));
    office.db.close().await;
}

#[tokio::test]
async fn small_counts_of_sensitive_sectors_hide() {
    let sensitive = "perempuan_dan_anak";
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    office
        .enter(&[
            (sensitive, "72.71", Stage::Received, 6),
            (sensitive, "72.01", Stage::Received, 3),
            (sensitive, "72.02", Stage::Closed, 1),
            ("listrik", "72.01", Stage::Received, 9),
            ("sosial", "72.01", Stage::Received, 7),
        ])
        .await;
    let recap = office.recap("by=sector").await;
    assert_eq!(counts(&recap.rows), [(sensitive, 10), ("listrik", 9), ("sosial", 7)]);
    let blank: Vec<_> = recap.rows.iter().map(|row| row.groups.total() == 0).collect();
    assert_eq!(blank, [true, false, true], "one closed of ten would be told by its split, or by the others'");

    let by_region = office.recap(&format!("by=region&sector={sensitive}")).await;
    assert_eq!(counts(&by_region.rows), [(MERGED_KEY, 10)], "four alone would be told by the total");
    assert_eq!(by_region.figures.groups.total(), 0);
    let crossed = office.recap("by=sector&region=72.01").await;
    assert_eq!(counts(&crossed.rows), [("listrik", 9), (MERGED_KEY, 10)]);
    let few = office.recap(&format!("by=stage&sector={sensitive}&region=72.01")).await;
    assert_eq!((few.total, few.rows.len(), few.figures.total), (0, 0, 0));
    let many = office.recap(&format!("by=stage&sector={sensitive}&region=72.71")).await;
    assert_eq!(counts(&many.rows), [("received", 6)]);
    office.db.close().await;
}

#[test]
fn medians_lie_in_the_middle() {
    let check =
        |counts: &[(u32, u64)], expected: Option<f64>| assert_eq!(median(counts), expected, "{counts:?}");
    check(&[], None);
    check(&[(4, 1)], Some(4.0));
    check(&[(1, 1), (4, 1)], Some(2.5));
    check(&[(1, 1), (4, 2)], Some(4.0));
    check(&[(1, 2), (4, 2)], Some(2.5));
    check(&[(0, 100), (9, 99)], Some(0.0));
}

#[tokio::test]
async fn the_waiting_list_walks_an_index() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    let plan = |sql: &'static str| {
        let db = office.db.clone();
        async move {
            let explained = AssertSqlSafe(format!("explain query plan {sql}"));
            let rows = db.read().await.unwrap().fetch_all(explained, &[]).await.unwrap();
            rows.iter().map(|row| row.text("detail").unwrap()).collect::<Vec<_>>().join("\n")
        }
    };
    let now = plan(query::NOW).await;
    assert_eq!(now.matches("INDEX complaint_stage_received_on (stage=?").count(), 5, "{now}");
    assert!(!now.contains("LEFT-JOIN\nUSE TEMP B-TREE"), "sorted is only what the page may hold: {now}");
    let past = plan(query::AS_OF).await;
    assert!(past.contains("INDEX spell_month_stage (month=? AND stage=? AND ended_on>?)"), "{past}");
    assert!(past.contains("INDEX spell_month_stage (month=? AND stage=? AND ended_on=?"), "{past}");
    office.db.close().await;
}

#[test]
fn months_end_on_their_last_day() {
    let check = |month: &str, expected: &str| {
        let last = query::last_day(Month::parse(month).unwrap());
        assert_eq!(last, Day::parse(expected).unwrap());
    };
    check("2024-02", "2024-02-29");
    check("2026-12", "2026-12-31");
    assert_eq!(Dimension::ALL.len(), 8, "each has a label and an order");
}
