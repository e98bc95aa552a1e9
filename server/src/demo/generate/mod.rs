//! Any number of invented complaints, for measurements: complaints, spells, cells and paces as years of filings would
//! leave them, written in bulk. The chain has no events of them, which `tanggap verify` rightly reports.

mod life;
mod tally;

mod store;

pub mod information;

use std::sync::Arc;

use shared::calendar::Day;
use shared::complaint::{CODE_RANDOM, Channel, Class, TrackingCode};

use self::life::Life;
use self::tally::Tally;
use super::course::{Course, WorkingDays};
use super::dice::Dice;
use super::words::{SEALED, WORDS, Words};
use crate::clock::Clock;
use crate::complaint;
use crate::platform::db::{Database, DbError};
use crate::platform::search;
use crate::platform::settings::Settings;

/// Days before the first complaint whose holidays are known.
const A_YEAR: i32 = 365;
/// Days after today that steps are planned for. What comes later than today has not happened anyway.
const AHEAD: i32 = 30;
/// Complaints written in one transaction.
const CHUNK: u64 = 5_000;

/// A complaint to be written.
#[derive(Clone, Debug)]
struct Generated {
    id: i64,
    code: String,
    channel: Channel,
    class: Class,
    sector: Option<usize>,
    regency: usize,
    received_on: Day,
    sealed: bool,
    published: bool,
    title: String,
    content: String,
    life: Life,
}

/// Fills an empty database with `count` complaints that came in during the last `days` days; the same on the same day.
/// They can be searched for, and the open ones have the days by which their offices must move.
///
/// # Errors
/// When there are complaints already, or the database does not take them.
pub async fn generate(
    db: &Database,
    settings: &Settings,
    clock: &Clock,
    count: u64,
    days: u16,
) -> Result<(), DbError> {
    let days = i32::from(days);
    if super::store::has_complaints(&mut db.read().await?).await? {
        return Err(DbError::Other("there are complaints already".to_owned()));
    }
    let keys = Arc::new(Keys::of(settings));
    if keys.regencies.is_empty() {
        return Err(DbError::Other("the settings name no regencies".to_owned()));
    }
    let today = settings.today(clock);
    let working_days =
        WorkingDays::between(&settings.holidays, today.plus(-days - A_YEAR), today.plus(AHEAD));
    let mut maker = Maker { dice: Dice::new(count), working_days, keys: &keys, today, days };
    let mut tally = Tally::default();
    let mut next = 0;
    while next < count {
        let end = count.min(next + CHUNK);
        let chunk: Vec<Generated> = (next..end).map(|number| maker.make(number, count)).collect();
        for complaint in &chunk {
            tally.take(complaint);
        }
        store::write_complaints(db, Arc::clone(&keys), chunk, clock.now()).await?;
        next = end;
    }
    store::write_ledger(db, &keys, tally).await?;
    db.write(|tx| Box::pin(async move { search::rebuild(tx).await })).await?;
    complaint::fill(db, settings).await.map(drop)
}

/// The instance's keys; complaints hold their places, which are small.
#[derive(Debug)]
struct Keys {
    sectors: Vec<String>,
    agencies: Vec<String>,
    regencies: Vec<(String, String)>,
    /// For each of the words' sectors, its place and that of the agency that usually answers.
    words: Vec<(usize, usize)>,
    inspectorate: usize,
}

impl Keys {
    fn of(settings: &Settings) -> Self {
        let sectors: Vec<String> =
            settings.sectors.iter().map(|setting| setting.sector.key.clone()).collect();
        let agencies: Vec<String> = settings.agencies.iter().map(|agency| agency.key.clone()).collect();
        let agency = |key: Option<&String>| agencies.iter().position(|known| Some(known) == key).unwrap_or(0);
        let words = WORDS
            .iter()
            .map(|words| {
                let usual = settings.sector(words.sector).and_then(|setting| setting.agency.as_ref());
                (place(&sectors, words.sector), agency(usual))
            })
            .collect();
        let regencies = settings.children_of(&settings.instance.province_code).unwrap_or_default();
        Self {
            words,
            inspectorate: agency(Some(&settings.instance.inspectorate)),
            regencies: regencies.into_iter().map(|region| (region.code, region.name)).collect(),
            sectors,
            agencies,
        }
    }
}

fn place(keys: &[String], key: &str) -> usize {
    keys.iter().position(|known| known == key).unwrap_or(0)
}

struct Maker<'s> {
    dice: Dice,
    working_days: WorkingDays,
    keys: &'s Keys,
    today: Day,
    days: i32,
}

impl Maker<'_> {
    /// The complaint of a number; days of receipt follow the numbers.
    fn make(&mut self, number: u64, count: u64) -> Generated {
        let passed = i32::try_from(number * u64::from(self.days.unsigned_abs()) / count).unwrap_or(0);
        let received_on = self.today.plus(passed - self.days + 1);
        let weights: Vec<(usize, u32)> = (0..).zip(WORDS.iter().map(|words| words.weight)).collect();
        let index = *self.dice.weighted(&weights);
        let words: &Words = &WORDS[index];
        let channel = *self.dice.weighted(&[
            (Channel::Web, 55),
            (Channel::Lapor, 22),
            (Channel::Visit, 9),
            (Channel::Phone, 8),
            (Channel::Letter, 5),
            (Channel::Open311, 1),
        ]);
        let sealed = channel == Channel::Web && self.dice.percent(4);
        let (class, title, content) = if sealed {
            let (_, title, content) = *self.dice.pick(&SEALED);
            (Class::Complaint, title, content)
        } else {
            *self.dice.pick(words.pairs)
        };
        let (sector, usual) = self.keys.words[index];
        let other = u32::try_from(self.keys.agencies.len() - 1).unwrap_or(0);
        let agency = if self.dice.percent(5) { self.dice.between(0, other) as usize } else { usual };
        let regencies: Vec<(usize, u32)> =
            (0..self.keys.regencies.len()).zip((3..=14).rev().chain(std::iter::repeat(20))).collect();
        let regency = *self.dice.weighted(&regencies);
        let course = Course::new(&mut self.dice, &self.working_days, words.slowness, received_on);
        let steps = if sealed { course.sealed() } else { course.usual() };
        let first = sealed.then_some(self.keys.inspectorate);
        let life = Life::of(&steps, received_on, self.today, sealed, (first, agency));
        let random: [u8; CODE_RANDOM] =
            std::array::from_fn(|_| u8::try_from(self.dice.between(0, 255)).unwrap_or(0));
        let name = &self.keys.regencies[regency].1;
        Generated {
            id: i64::try_from(number + 1).unwrap_or(i64::MAX),
            code: TrackingCode::from_random(random).as_str().to_owned(),
            channel,
            class,
            sector: (!self.dice.percent(3)).then_some(sector),
            regency,
            received_on,
            sealed,
            published: !sealed && self.dice.percent(40),
            title: title.replace('#', name),
            content: content.to_owned(),
            life,
        }
    }
}
