//! The demo on both engines.

use std::collections::BTreeSet;

use shared::complaint::{Channel, Class, Stage};
use shared::recap::{Dimension, Filter};
use shared::text::{Content, Title};

use super::*;
use crate::platform::db::testing::TestDatabase;
use crate::platform::ledger::Pace;
use crate::platform::ledger::memory::Memory;
use crate::platform::settings;

#[tokio::test]
async fn a_year_is_told_once_on_both_engines() {
    for database in TestDatabase::both().await {
        let db = database.open().await;
        let settings = settings::testing::demo(&db).await;
        let clock = Clock::manual("2026-11-25T02:00:00Z".parse().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::load(folder.path()).unwrap();
        let scene = Scene { db: &db, settings: &settings, keys: &keys, clock: &clock };
        let told = begin(scene).await.unwrap();
        for stage in ["received", "postponed", "answered"] {
            assert!(told.contains(&format!("  {stage:<12} code ")), "{told}");
        }
        let listed =
            crate::information::public_addresses(&mut db.read().await.unwrap(), 0..100).await.unwrap();
        assert_eq!(listed.len(), 6);
        let ledger = Memory::load(&db).await.unwrap();
        let today = settings.today(&clock);
        let all = ledger.total(&Filter::default(), today);
        assert!((300..800).contains(&all.total()), "{all:?}");
        let keys_of = |dimension| -> BTreeSet<String> {
            ledger.by(dimension, &Filter::default(), today).into_iter().map(|(key, _)| key).collect()
        };
        assert_eq!(keys_of(Dimension::Class).len(), Class::ALL.len());
        assert_eq!(keys_of(Dimension::Channel).len(), Channel::ALL.len() - 1, "all but Open311");
        let archived = Filter { stage: Some(Stage::Archived), ..Filter::default() };
        assert!(ledger.total(&archived, today).total() > 5);
        for stage in Stage::ALL.iter().filter(|stage| **stage != Stage::Archived) {
            assert!(all.get(*stage) > 0, "none is {stage}: {all:?}");
        }
        for pace in Pace::ALL {
            let count: u64 =
                ledger.pace(pace, &Filter::default(), today).iter().map(|(_, count)| count).sum();
            assert!(count > 100, "{pace:?}: {count}");
        }
        assert_eq!(begin(scene).await.unwrap(), told, "told again, not written again");
        let again = Memory::load(&db).await.unwrap();
        assert_eq!(again.revision(), ledger.revision());
        db.close().await;
    }
}

const STAGES: &str = "select stage, count(*) from information_request group by stage order by stage";

#[tokio::test]
async fn requests_are_told_once_on_both_engines() {
    for database in TestDatabase::both().await {
        let db = database.open().await;
        let settings = settings::testing::demo(&db).await;
        // The oldest came in the year before.
        let clock = Clock::manual("2026-02-25T02:00:00Z".parse().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::load(folder.path()).unwrap();
        let scene = Scene { db: &db, settings: &settings, keys: &keys, clock: &clock };
        let staff = staff::begin(&db, &keys, &settings, clock.now()).await.unwrap().unwrap();
        let told = requests::begin(scene, staff.ppid.unwrap(), "bina_marga").await.unwrap();
        assert!(told.contains("  number PI-2026-00001   secret "), "{told}");
        let again = requests::begin(scene, staff.ppid.unwrap(), "bina_marga").await.unwrap();
        assert_eq!(again, told, "told again, not written again");
        let later = Clock::manual("2027-03-15T02:00:00Z".parse().unwrap());
        let later = Scene { clock: &later, ..scene };
        let again = requests::begin(later, staff.ppid.unwrap(), "bina_marga").await.unwrap();
        assert_eq!(again, told, "the number is the one that it has");
        let rows = db.read().await.unwrap().fetch_all(STAGES, &[]).await.unwrap();
        let stages: Vec<(String, i64)> =
            rows.iter().map(|row| (row.text(0).unwrap(), row.int(1).unwrap())).collect();
        let expected = [
            ("assigned", 2),
            ("delivered", 2),
            ("granted", 1),
            ("not_held", 1),
            ("received", 1),
            ("refused", 1),
        ];
        assert_eq!(stages, expected.map(|(stage, count)| (stage.to_owned(), count)));
        db.close().await;
    }
}

#[tokio::test]
async fn stories_keep_the_rules_of_texts_on_any_day() {
    let database = TestDatabase::sqlite();
    let db = database.open().await;
    let settings = settings::testing::demo(&db).await;
    for now in ["2026-01-01T16:30:00Z", "2027-08-17T00:00:00Z", "2028-02-29T03:00:00Z"] {
        let now = now.parse().unwrap();
        for story in story::stories(&settings, now) {
            assert!(Title::parse(&story.title).is_ok(), "{}", story.title);
            assert!(
                Content::parse(&story.content).is_ok_and(|text| text.as_str().ends_with("(contoh rekaan)"))
            );
            assert!(story.at <= now);
        }
    }
    db.close().await;
}
