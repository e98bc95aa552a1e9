//! Imports on both engines, with the sample file and with broken ones.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::recap::{Dimension, Filter};

use super::*;
use crate::platform::db::testing::TestDatabase;
use crate::platform::event;
use crate::platform::ledger::memory::Memory;
use crate::platform::settings::seed;

const SAMPLE: &str = include_str!("../../../seed/data/complaints-2020-06.csv");
const HEADER: &str = "external_id,received_on,class,sector,agency,region_code,stage,title,content";
const CONTENT: &str = "Air tidak mengalir sejak tiga hari.";

struct Office {
    db: Database,
    settings: Settings,
    clock: Clock,
}

impl Office {
    async fn open(database: &TestDatabase) -> Self {
        let db = database.open().await;
        db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, false).await })).await.unwrap();
        let settings = Settings::load(&mut db.read().await.unwrap()).await.unwrap();
        let clock = Clock::manual("2026-11-25T02:00:00Z".parse().unwrap());
        Self { db, settings, clock }
    }

    async fn import(&self, file: &str) -> Result<Imported, ImportError> {
        import(&self.db, &self.settings, &self.clock, "file.csv", file.as_bytes()).await
    }

    async fn faults(&self, file: &[u8]) -> Vec<(u64, String, Problem)> {
        match import(&self.db, &self.settings, &self.clock, "file.csv", file).await {
            Err(ImportError::Faults(faults)) => {
                let told =
                    faults.into_iter().map(|fault| (fault.line, fault.problem.field, fault.problem.problem));
                told.collect()
            }
            other => panic!("{other:?}"),
        }
    }

    async fn total(&self) -> u64 {
        Memory::load(&self.db).await.unwrap().total(&Filter::default(), today()).total()
    }

    async fn events(&self) -> usize {
        event::read_after(&mut self.db.read().await.unwrap(), 0, 100_000).await.unwrap().len()
    }

    async fn staged(&self) -> i64 {
        const COUNT: &str = "select cast(count(*) as bigint) from import_staging";
        self.db.read().await.unwrap().fetch_one(COUNT, &[]).await.unwrap().int(0).unwrap()
    }
}

fn today() -> Day {
    Day::parse("2026-11-25").unwrap()
}

fn row(id: &str) -> String {
    format!("{id},2026-11-20,complaint,Listrik,,72.71,received,Listrik padam,{CONTENT}")
}

#[tokio::test]
async fn the_sample_is_imported_once() {
    for database in TestDatabase::both().await {
        let office = Office::open(&database).await;
        assert_eq!(office.import(SAMPLE).await.unwrap(), Imported { read: 26, new: 26, known: 0 });
        assert_eq!(office.events().await, 27);
        let revision = *office.db.watch_revision().borrow();
        assert_eq!(office.import(SAMPLE).await.unwrap(), Imported { read: 26, new: 0, known: 26 });
        assert_eq!(*office.db.watch_revision().borrow(), revision, "nothing new, nothing announced");
        let ledger = Memory::load(&office.db).await.unwrap();
        let rows = ledger.by(Dimension::Sector, &Filter::default(), Day::parse("2020-06-30").unwrap());
        assert_eq!((rows.len(), office.total().await), (9, 26));
        assert_eq!(ledger.total(&Filter::default(), Day::parse("2020-06-29").unwrap()).total(), 0);
        assert_eq!(office.staged().await, 0);
        office.db.close().await;
    }
}

#[tokio::test]
async fn two_at_once_double_nothing() {
    for database in TestDatabase::both().await {
        let (first, second) = (Office::open(&database).await, Office::open(&database).await);
        let (one, two) = tokio::join!(first.import(SAMPLE), second.import(SAMPLE));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!((one.new + two.new, one.known + two.known), (26, 26));
        assert_eq!(first.total().await, 26);
        first.db.close().await;
        second.db.close().await;
    }
}

#[tokio::test]
async fn any_spelling_of_a_table_is_read() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    let file = "\u{feff}title,CONTENT,stage,region_code,agency,sector,class,received_on,external_id,channel\r\n\
        \"Air, dan \"\"pipa\"\"\",\"Baris satu yang panjang,\r\nbaris dua\",closed,,DINAS KESEHATAN,dana_desa,aspiration,\
        2020-02-29,A-1,letter\r\n\
        \r\n\
        Jalan rusak parah,Jalan desa rusak sejak hujan,archived,72.01.01,dinkes,roads,complaint,2020-03-01,A-1,\r\n";
    assert_eq!(office.import(file).await.unwrap(), Imported { read: 2, new: 2, known: 0 });
    assert_eq!(office.import(file).await.unwrap(), Imported { read: 2, new: 0, known: 2 });
    assert_eq!(office.total().await, 1, "the archived one is out of every total");
    let changed = file.replace("Baris satu", "Baris dua");
    assert_eq!(
        office.faults(changed.as_bytes()).await,
        [(2, "external_id".to_owned(), Problem::DiffersFromStored)]
    );
    let changed = file.replace("2020-03-01", "2020-03-02");
    assert_eq!(
        office.faults(changed.as_bytes()).await,
        [(5, "external_id".to_owned(), Problem::DiffersFromStored)]
    );
    office.db.close().await;
}

#[tokio::test]
async fn every_bad_row_is_named_and_nothing_written() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    let bad = [
        (",2026-11-20,complaint,,,,received,Listrik padam,", "external_id", Problem::Required),
        ("B,2026-11-26,complaint,,,,received,Listrik padam,", "received_on", Problem::InFuture),
        ("C,2026-02-30,complaint,,,,received,Listrik padam,", "received_on", Problem::NotADate),
        ("D,1926-02-01,complaint,,,,received,Listrik padam,", "received_on", Problem::TooOld(50)),
        ("E,2026-11-20,praise,,,,received,Listrik padam,", "class", Problem::UnknownValue),
        ("F,2026-11-20,complaint,Sihir,,,received,Listrik padam,", "sector", Problem::UnknownValue),
        ("G,2026-11-20,complaint,,Sihir,,received,Listrik padam,", "agency", Problem::UnknownValue),
        ("H,2026-11-20,complaint,,,99.01,received,Listrik padam,", "region_code", Problem::UnknownValue),
        ("I,2026-11-20,complaint,,,,lost,Listrik padam,", "stage", Problem::UnknownValue),
        ("J,2026-11-20,complaint,,,,received,Mati,", "title", Problem::TooShort(5)),
        ("K,2026-11-20,complaint,,,,received,Listrik\u{1}padam,", "title", Problem::ControlCharacters),
        ("good,2026-11-20,complaint,,,,received,Listrik padam,", "external_id", Problem::Repeated),
    ];
    let mut file = format!("{HEADER}\n{}\n", row("good"));
    for (cells, _, _) in bad {
        file += &format!("{cells}{CONTENT}\n");
    }
    let expected: Vec<_> =
        (3..).zip(bad).map(|(line, (_, column, problem))| (line, column.to_owned(), problem)).collect();
    assert_eq!(office.faults(file.as_bytes()).await, expected);

    let short = format!("{HEADER}\nZ,2026-11-20,complaint\n{},extra\n", row("long"));
    let told = office.faults(short.as_bytes()).await;
    let told: Vec<_> = told.iter().map(|(line, column, _)| (*line, column.as_str())).collect();
    assert_eq!(told, [(2, "stage"), (2, "title"), (2, "content"), (3, "row")]);

    let mut broken = format!("{HEADER}\n{}\n", row("latin")).into_bytes();
    let at = broken.windows(6).position(|bytes| bytes == b"padam,").unwrap();
    broken[at] = 0xe9;
    assert_eq!(office.faults(&broken).await, [(2, "title".to_owned(), Problem::ControlCharacters)]);
    assert_eq!((office.total().await, office.events().await, office.staged().await), (0, 0, 0));
    office.db.close().await;
}

#[tokio::test]
async fn a_wrong_header_is_told_at_once() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    let header = HEADER.replace("sector", "sektor").replace("agency", "class");
    let told = office.faults(format!("{header}\nx\n").as_bytes()).await;
    let told: Vec<_> =
        told.iter().map(|(line, column, problem)| (*line, column.as_str(), *problem)).collect();
    assert_eq!(
        told,
        [
            (1, "sektor", Problem::UnknownField),
            (1, "class", Problem::Repeated),
            (1, "sector", Problem::Required),
            (1, "agency", Problem::Required),
        ]
    );
    assert_eq!(office.faults(b"").await.len(), 9);
    assert_eq!(office.import(&format!("{HEADER}\n")).await.unwrap(), Imported { read: 0, new: 0, known: 0 });
    office.db.close().await;
}

#[tokio::test]
async fn long_files_are_entered_and_leftovers_swept() {
    let database = TestDatabase::sqlite();
    let office = Office::open(&database).await;
    // As a killed import leaves it.
    let old = Timestamp::from_millisecond(1_000_000).unwrap();
    let kept = format!("{:015}-x", office.clock.now().as_millisecond() - 60_000);
    for batch in [format!("{:015}-x", old.as_millisecond()), kept] {
        let mut faults = Vec::new();
        let file = format!("{HEADER}\n{}\n", row("left"));
        let mut reader = Reader::new(file.as_bytes(), &office.settings, today());
        store::stage(&office.db, batch, reader.next(9, &mut faults).unwrap()).await.unwrap();
    }
    let rows: Vec<String> = (0..6_001).map(|number| row(&format!("L-{number}"))).collect();
    let file = format!("{HEADER}\n{}", rows.join("\n"));
    assert_eq!(office.import(&file).await.unwrap(), Imported { read: 6_001, new: 6_001, known: 0 });
    assert_eq!((office.total().await, office.events().await), (6_001, 6_002));
    assert_eq!(office.staged().await, 1, "one that may still be running is left alone");
    office.db.close().await;
}
