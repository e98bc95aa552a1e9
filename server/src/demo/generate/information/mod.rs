//! Any number of invented public entries, for measurements: as eleven years of publishing would leave them, written in
//! bulk.

mod store;
mod words;

use shared::calendar::Day;
use shared::information::{Category, Form};

use self::words::{PLAIN, SUBJECTS, SUMMARIES, SYLLABLES, TITLES};
use super::super::dice::Dice;
use crate::clock::Clock;
use crate::information;
use crate::platform::db::{Database, DbError};
use crate::platform::search;
use crate::platform::settings::Settings;

/// The years in which entries were made: the numbers follow the days, as they do where people publish.
const YEARS: std::ops::RangeInclusive<i16> = 2015..=2025;
/// A topic that one in so many entries has, for searches under a rare filter.
const RARE: (&str, u32) = ("hibah", 2_000);
/// One in so many entries has a next version that is being written.
const RENEWED: u32 = 50;
const FORMS: [(&[Form], u32); 4] = [
    (&[Form::Digital], 60),
    (&[Form::Print, Form::Digital], 30),
    (&[Form::Print], 9),
    (&[Form::Recording], 1),
];
/// Entries written in one transaction.
const CHUNK: u64 = 5_000;

/// An entry to be written, public as it stands.
#[derive(Clone, Debug)]
struct Generated {
    id: i64,
    title: String,
    summary: String,
    category: Category,
    agency: String,
    made_on: Day,
    made_at: Option<&'static str>,
    forms: &'static [Form],
    topic: Option<&'static str>,
    plain: Option<String>,
    link: Option<String>,
    is_renewed: bool,
}

/// Fills a database that has no public information with `count` entries that everyone reads and finds; the same each time.
///
/// # Errors
/// When there are entries already, or the database does not take them.
pub async fn generate(db: &Database, settings: &Settings, clock: &Clock, count: u64) -> Result<(), DbError> {
    if information::is_begun(&mut db.read().await?).await? {
        return Err(DbError::Other("there is public information already".to_owned()));
    }
    let maker = Maker::new(settings, count)?;
    let mut dice = Dice::new(count);
    for begin in (0..count).step_by(CHUNK as usize) {
        let end = count.min(begin + CHUNK);
        let chunk = (begin..end).map(|number| maker.make(&mut dice, number)).collect();
        store::write(db, chunk, clock.now()).await?;
    }
    db.write(|tx| Box::pin(async move { search::rebuild(tx).await })).await?;
    store::analyze(db).await
}

struct Maker {
    count: u64,
    /// Keys of agencies; the first hold most, the last hardly anything.
    agencies: Vec<(String, u32)>,
    regencies: Vec<String>,
    days: u64,
    first: Day,
}

impl Maker {
    fn new(settings: &Settings, count: u64) -> Result<Self, DbError> {
        let weights = (1..).map(|place| 10_000 / (place * place));
        let agencies: Vec<_> =
            settings.agencies.iter().map(|agency| agency.key.clone()).zip(weights).collect();
        let regencies = settings.children_of(&settings.instance.province_code).unwrap_or_default();
        if agencies.is_empty() || regencies.is_empty() {
            return Err(DbError::Other("the settings name no agencies or no regencies".to_owned()));
        }
        let day = |year| Day::new(year, 1, 1).ok_or_else(|| DbError::Other("no such year".to_owned()));
        let (first, end) = (day(*YEARS.start())?, day(YEARS.end() + 1)?);
        let regencies = regencies.into_iter().map(|region| region.name).collect();
        Ok(Self { count, agencies, regencies, days: u64::from(end.days_since(first).unsigned_abs()), first })
    }

    fn make(&self, dice: &mut Dice, number: u64) -> Generated {
        let made_on = self.first.plus(i32::try_from(number * self.days / self.count).unwrap_or(0));
        let (subject, topic) = *dice.pick(&SUBJECTS);
        let regency = dice.pick(&self.regencies);
        let place: String = SYLLABLES.iter().map(|some| *dice.pick(some)).collect();
        let fill = |text: &str| {
            let year = made_on.year().to_string();
            text.replace('&', subject).replace('#', regency).replace('@', &place).replace('*', &year)
        };
        let rare = dice.between(1, RARE.1) == 1;
        let topic = if rare { Some(RARE.0) } else { dice.percent(70).then_some(topic) };
        let forms = *dice.weighted(&FORMS);
        let complete = dice.percent(97);
        let texts = [*dice.weighted(&TITLES), *dice.pick(&SUMMARIES), *dice.pick(&PLAIN)];
        let [title, summary, plain] = texts.map(fill);
        Generated {
            id: i64::try_from(number + 1).unwrap_or(i64::MAX),
            title,
            summary,
            category: *dice.weighted(&[
                (Category::Regular, 67),
                (Category::AnyTime, 32),
                (Category::Immediate, 1),
            ]),
            agency: dice.weighted(&self.agencies).clone(),
            made_on,
            made_at: complete.then_some("Palu"),
            plain: complete.then_some(plain),
            link: forms.contains(&Form::Digital).then(|| format!("https://rekaan.invalid/{number}")),
            forms,
            topic,
            is_renewed: dice.between(1, RENEWED) == 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::db::testing::TestDatabase;
    use crate::platform::settings;

    const FOUND: &str = "select count(*) from information_search";

    #[tokio::test]
    async fn entries_are_public_and_found_on_both_engines() {
        for database in TestDatabase::both().await {
            let db = database.open().await;
            let settings = settings::testing::demo(&db).await;
            let clock = Clock::manual("2026-11-25T02:00:00Z".parse().unwrap());
            generate(&db, &settings, &clock, 500).await.unwrap();
            let mut connection = db.read().await.unwrap();
            let listed = information::public_addresses(&mut connection, 0..1_000).await.unwrap();
            assert_eq!(listed.len(), 500);
            let found = connection.fetch_one(FOUND, &[]).await.unwrap();
            assert_eq!(found.int(0).unwrap(), 500);
            drop(connection);
            assert!(generate(&db, &settings, &clock, 1).await.is_err(), "filled twice");
            db.close().await;
        }
    }
}
