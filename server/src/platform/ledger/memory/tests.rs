//! Checks the sums of the ledger in memory against plain ones.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::prelude::*;
use shared::calendar::{Day, Month};
use shared::complaint::{Channel, Class, Stage};
use shared::recap::{Dimension, Filter};

use super::cube::{Fact, LaneIndex};
use super::lanes::Lane;
use super::snapshot::Snapshot;
use super::*;
use crate::platform::db::testing::TestDatabase;
use crate::platform::event::{self, NewEvent};
use crate::platform::ledger::{Cell, Movements, Pace};

fn first_day() -> Day {
    Day::parse("2020-01-01").unwrap()
}

/// One row of the table, by small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    day: i32,
    stage: usize,
    sector: u8,
    agency: u8,
    regency: u8,
    class: usize,
    month: i32,
}

fn key() -> impl Strategy<Value = Key> {
    (0..90i32, 0..9usize, 0..4u8, 0..3u8, 0..3u8, 0..3usize, -1..3i32).prop_map(
        |(day, stage, sector, agency, regency, class, month)| Key {
            day,
            stage,
            sector,
            agency,
            regency,
            class,
            month: (day / 30 + month).min(2),
        },
    )
}

fn name(kind: &str, number: u8) -> String {
    if number == 0 { String::new() } else { format!("{kind}{number}") }
}

fn month(number: i32) -> Month {
    first_day().month().plus(number)
}

fn filter() -> impl Strategy<Value = Filter> {
    let name = |kind: &'static str, count: u8| {
        prop::option::of((0..count).prop_map(move |n| if n == 0 { "none".to_owned() } else { name(kind, n) }))
    };
    (
        prop::option::of(0..9usize),
        name("s", 5),
        name("a", 3),
        name("r", 3),
        prop::option::of(0..3usize),
        prop::option::of(-1..3i32),
        prop::option::of(-1..3i32),
    )
        .prop_map(|(stage, sector, agency, region, class, from, to)| Filter {
            stage: stage.map(|index| Stage::ALL[index]),
            sector,
            agency,
            region,
            class: class.map(|index| Class::ALL[index]),
            from: from.map(month),
            to: to.map(month),
            ..Filter::default()
        })
}

fn matches(key: &Key, filter: &Filter, as_of: Day) -> bool {
    let is = |wanted: &Option<String>, found: String| {
        wanted
            .as_ref()
            .is_none_or(|wanted| if wanted == "none" { found.is_empty() } else { *wanted == found })
    };
    first_day().plus(key.day) <= as_of
        && filter
            .stage
            .map_or(Stage::ALL[key.stage] != Stage::Archived, |stage| stage == Stage::ALL[key.stage])
        && is(&filter.sector, name("s", key.sector))
        && is(&filter.agency, name("a", key.agency))
        && is(&filter.region, name("r", key.regency))
        && filter.class.is_none_or(|class| class == Class::ALL[key.class])
        && filter.from.is_none_or(|from| from <= month(key.month))
        && filter.to.is_none_or(|to| month(key.month) <= to)
}

fn plain(
    table: &BTreeMap<Key, i32>,
    filter: &Filter,
    as_of: Day,
    row: impl Fn(&Key) -> String,
) -> BTreeMap<String, u64> {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    for (key, count) in table.iter().filter(|(key, _)| matches(key, filter, as_of)) {
        *sums.entry(row(key)).or_default() += *count as u64;
    }
    sums.retain(|_, sum| *sum > 0);
    sums
}

fn apply(state: &mut Snapshot, index: &mut LaneIndex, batch: &BTreeMap<Key, i32>) {
    let mut facts = Vec::new();
    for (key, count) in batch {
        let lane = Lane {
            measure: key.stage as u16,
            sector: state.keys.sector.enter(&name("s", key.sector)),
            agency: state.keys.agency.enter(&name("a", key.agency)),
            regency: state.keys.regency.enter(&name("r", key.regency)),
            class: Class::ALL[key.class],
            channel: Channel::Web,
        };
        let lane = state.cells.enter(lane, index);
        facts.push(Fact { month: month(key.month), day: first_day().plus(key.day), lane, count: *count });
    }
    state.cells.apply(facts);
}

proptest! {
    #[test]
    fn sums_agree_with_plain_ones(
        batches in prop::collection::vec(prop::collection::btree_map(key(), 0..9i32, 0..40), 1..8),
        questions in prop::collection::vec((filter(), -2..95i32), 1..12),
    ) {
        let (mut state, mut index, mut table) = (Snapshot::default(), LaneIndex::default(), BTreeMap::new());
        let mut earlier = None;
        for batch in &batches {
            earlier = Some((state.clone(), table.clone()));
            apply(&mut state, &mut index, batch);
            table.extend(batch.clone());
        }
        // What readers hold must not move under them.
        for (state, table) in earlier.into_iter().chain([(state, table)]) {
            for (filter, day) in &questions {
                let as_of = first_day().plus(*day);
                let found = |dimension| -> BTreeMap<String, u64> {
                    let rows = state.by(dimension, filter, as_of).into_iter();
                    rows.map(|(key, counts)| (key, counts.total())).collect()
                };
                let plain = |row: fn(&Key) -> String| plain(&table, filter, as_of, row);
                prop_assert_eq!(found(Dimension::Sector), plain(|key| name("s", key.sector)));
                prop_assert_eq!(found(Dimension::Agency), plain(|key| name("a", key.agency)));
                prop_assert_eq!(found(Dimension::Region), plain(|key| name("r", key.regency)));
                prop_assert_eq!(found(Dimension::Class), plain(|key| Class::ALL[key.class].to_string()));
                prop_assert_eq!(found(Dimension::Month), plain(|key| month(key.month).to_string()));
                prop_assert_eq!(found(Dimension::Stage), plain(|key| Stage::ALL[key.stage].to_string()));
                let total = plain(|_| String::new()).into_values().sum::<u64>();
                prop_assert_eq!(state.total(filter, as_of).total(), total);
            }
        }
    }
}

fn cell(stage: Stage, month: &str) -> Cell {
    Cell {
        stage,
        sector: Some("listrik".into()),
        agency: None,
        regency: None,
        class: Class::Complaint,
        channel: Channel::Web,
        month: Month::parse(month).unwrap(),
    }
}

async fn record(db: &Database, movements: Movements) -> i64 {
    let recorded = db.write(move |tx| {
        Box::pin(async move {
            let at = Timestamp::from_millisecond(0).unwrap();
            let event = NewEvent::new(None, at, first_day(), "operator", "test");
            event::record(tx, vec![event], &movements).await
        })
    });
    recorded.await.map(|recorded| recorded.revision).unwrap_or_else(|error: DbError| panic!("{error}"))
}

#[tokio::test]
async fn it_follows_both_engines() {
    for database in TestDatabase::both().await {
        let db = database.open().await;
        let [received, closed] = [cell(Stage::Received, "2020-01"), cell(Stage::Closed, "2020-01")];
        let mut movements = Movements::new();
        movements.enter(first_day(), &received);
        movements.enter(first_day(), &received);
        record(&db, movements).await;
        let memory = Memory::open(&db).await.unwrap();
        let mut revisions = memory.watch();
        let mut movements = Movements::new();
        movements.leave(first_day().plus(9), &received);
        movements.enter(first_day().plus(9), &closed);
        movements.reach(Pace::Closed, first_day().plus(9), 7, &closed);
        let revision = record(&db, movements).await;
        revisions.wait_for(|seen| *seen >= revision).await.unwrap();
        let state = memory.snapshot();
        assert_eq!(state.revision(), revision);
        let counts = |day: i32| {
            let counts = state.total(&Filter::default(), first_day().plus(day));
            (counts.get(Stage::Received), counts.get(Stage::Closed))
        };
        assert_eq!([counts(-1), counts(0), counts(8), counts(9)], [(0, 0), (2, 0), (2, 0), (1, 1)]);
        assert_eq!(state.pace(Pace::Closed, &Filter::default(), first_day().plus(9)), [(7, 1)]);
        assert_eq!(state.pace(Pace::Closed, &Filter::default(), first_day()), []);
        let anew = Memory::load(&db).await.unwrap();
        assert_eq!(anew.by(Dimension::Sector, &Filter::default(), first_day())[0].0, "listrik");
        assert_eq!(anew.size().rows, state.size().rows);
        db.close().await;
    }
}
