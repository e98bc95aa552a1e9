//! The invented complaints: who files what where, and what becomes of it.

use jiff::{SignedDuration, Timestamp};
use shared::calendar::Day;
use shared::complaint::{Channel, Class, Stage};
use shared::region::Region;

use super::course::{Course, Planned, WorkingDays};
use super::dice::Dice;
use super::words::{INVENTED, INVENTED_TITLE, SEALED, WORDS, Words};
use crate::platform::settings::Settings;

/// Complaints whose receipts the operator is told.
pub(super) const TRACKED: u32 = 3;
/// Days that the invented time covers.
const DAYS: i32 = 365;
/// Days after today that steps are planned for; what comes later has not happened.
const AHEAD: i32 = 30;
/// Of each working day and each day off: the fewest and the most complaints.
const PER_DAY: [(u32, u32); 2] = [(0, 3), (0, 1)];

/// One complaint and its steps.
#[derive(Clone, Debug)]
pub(super) struct Story {
    /// From 1; its receipt's key comes from it.
    pub(super) number: u32,
    pub(super) at: Timestamp,
    pub(super) channel: Channel,
    pub(super) class: Class,
    pub(super) sector: Option<&'static str>,
    pub(super) region: Region,
    pub(super) sealed: bool,
    pub(super) confidential: bool,
    pub(super) published: bool,
    pub(super) title: String,
    pub(super) content: String,
    pub(super) steps: Vec<Planned>,
}

/// The idempotency key of an invented filing: its receipt's secret comes from it and the server's key.
pub(super) fn key(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// All stories of the year that ends at `now`. The first [`TRACKED`] are the newest and stand where a reporter has
/// something to do.
pub(super) fn stories(settings: &Settings, now: Timestamp) -> Vec<Story> {
    let today = settings.day_of(now);
    let working_days = WorkingDays::between(&settings.holidays, today.plus(-2 * DAYS), today.plus(AHEAD));
    let mut teller = Teller { dice: Dice::new(202_006), working_days, settings, now, today, count: 0 };
    let mut stories = teller.tracked();
    let start = teller.today.plus(-DAYS);
    for offset in 0..DAYS {
        let day = start.plus(offset);
        let (least, most) = PER_DAY[usize::from(!settings.holidays.is_working_day(day))];
        // A little more every season: people hear of it.
        let more = u32::try_from(offset / 180).unwrap_or(0);
        for _ in 0..teller.dice.between(least, most + more) {
            let story = teller.story(day);
            stories.extend(story);
        }
    }
    stories
}

struct Teller<'s> {
    dice: Dice,
    working_days: WorkingDays,
    settings: &'s Settings,
    now: Timestamp,
    today: Day,
    count: u32,
}

impl Teller<'_> {
    fn tracked(&mut self) -> Vec<Story> {
        // Working days back from today; a stage must not begin in the future.
        let back = |days: u32| {
            let mut day = self.today;
            let mut left = days;
            while left > 0 {
                day = day.plus(-1);
                left -= u32::from(self.settings.holidays.is_working_day(day));
            }
            day
        };
        let days = [back(1), back(3), back(6)];
        let words = &WORDS[7];
        let mut stories = Vec::new();
        for (index, day) in days.into_iter().enumerate() {
            let Some(mut story) = self.about(day, words, Channel::Web) else { continue };
            let course = Course::new(&mut self.dice, &self.working_days, 10, day);
            story.steps = match index {
                0 => Vec::new(),
                1 => course.postponed(),
                _ => course.answered(),
            };
            story.published = index == 2;
            stories.push(story);
        }
        stories
    }

    fn story(&mut self, day: Day) -> Option<Story> {
        let weights: Vec<(&'static Words, u32)> = WORDS.iter().map(|words| (words, words.weight)).collect();
        let words = *self.dice.weighted(&weights);
        let channel = *self.dice.weighted(&[
            (Channel::Web, 55),
            (Channel::Lapor, 22),
            (Channel::Visit, 9),
            (Channel::Phone, 8),
            (Channel::Letter, 6),
        ]);
        if channel == Channel::Web && self.dice.percent(5) {
            return self.sealed(day);
        }
        let mut story = self.about(day, words, channel)?;
        story.steps = Course::new(&mut self.dice, &self.working_days, words.slowness, day).usual();
        story.confidential = self.dice.percent(12);
        let sensitive = self.settings.sector(words.sector).is_some_and(|setting| setting.sector.sensitive);
        story.published = !story.confidential && !sensitive && self.dice.percent(45);
        if channel == Channel::Web && self.dice.percent(6) {
            // "I don't know" in the form; the coordinator still finds the office.
            story.sector = None;
        }
        Some(story)
    }

    fn sealed(&mut self, day: Day) -> Option<Story> {
        let (sector, title, content) = *self.dice.pick(&SEALED);
        let mut story = self.entered(day, Channel::Web, Class::Complaint, title, content)?;
        (story.sector, story.sealed) = (Some(sector), true);
        story.steps = Course::new(&mut self.dice, &self.working_days, 10, day).sealed();
        Some(story)
    }

    fn about(&mut self, day: Day, words: &'static Words, channel: Channel) -> Option<Story> {
        let (class, title, content) = *self.dice.pick(words.pairs);
        let story = self.entered(day, channel, class, title, content)?;
        Some(Story { sector: Some(words.sector), ..story })
    }

    /// None where the settings have no regions to tell of, or no such sector.
    fn entered(
        &mut self,
        day: Day,
        channel: Channel,
        class: Class,
        title: &str,
        content: &str,
    ) -> Option<Story> {
        let regencies = self.settings.children_of(&self.settings.instance.province_code)?;
        // The city and the first regencies have more people.
        let weights: Vec<(&Region, u32)> = regencies
            .iter()
            .zip(0u32..)
            .map(|(region, place)| (region, weight(&region.name, place)))
            .collect();
        let regency = *self.dice.weighted(&weights);
        let districts = self.settings.children_of(&regency.code).filter(|districts| !districts.is_empty())?;
        let region = self.dice.pick(&districts).clone();
        self.count += 1;
        let title = title.replace('#', &region.name) + INVENTED_TITLE;
        let content = format!("{content} Lokasi: Kecamatan {}, {}.{INVENTED}", region.name, regency.name);
        Some(Story {
            number: self.count,
            at: self.moment(day, 7, 20),
            channel,
            class,
            sector: None,
            region,
            sealed: false,
            confidential: false,
            published: false,
            title,
            content,
            steps: Vec::new(),
        })
    }

    /// A moment of a day between two hours, and not after now.
    fn moment(&mut self, day: Day, from: u32, to: u32) -> Timestamp {
        let minutes = self.dice.between(from * 60, to * 60 - 1);
        at(self.settings, day, minutes).min(self.now)
    }
}

/// A local minute of a day as a moment.
pub(super) fn at(settings: &Settings, day: Day, minute: u32) -> Timestamp {
    let midnight = settings.offset().to_timestamp(day.date().at(0, 0, 0, 0)).unwrap_or_default();
    midnight.saturating_add(SignedDuration::from_mins(i64::from(minute))).unwrap_or(midnight)
}

fn weight(name: &str, place: u32) -> u32 {
    if name.starts_with("Kota") { 26 } else { 14u32.saturating_sub(place).max(3) }
}

/// The stage that every story begins in.
pub(super) const FIRST: Stage = Stage::Received;
