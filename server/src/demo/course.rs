//! The way a complaint goes: which step comes after how many working days.

use shared::calendar::{Day, Holidays};
use shared::complaint::{Action, Actor, ArchiveReason};

use super::dice::Dice;
use super::words::{ANSWERS, ARCHIVED, ASKED, COMPLETED, REFUSED, RETURNED};

/// A step on a day. What comes after today has not happened.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) on: Day,
    pub(super) actor: Actor,
    pub(super) action: Action,
    pub(super) agency: bool,
    pub(super) reason: Option<ArchiveReason>,
    pub(super) text: Option<&'static str>,
}

/// The working days of some years, so that years of steps are planned quickly.
pub(super) struct WorkingDays(Vec<Day>);

impl WorkingDays {
    /// Those from a day on and up to another.
    pub(super) fn between(holidays: &Holidays, from: Day, to: Day) -> Self {
        let days = (0..=to.days_since(from)).map(|offset| from.plus(offset));
        Self(days.filter(|day| holidays.is_working_day(*day)).collect())
    }

    /// The day on which `count` working days have passed; the last known one where that is too far.
    fn after(&self, day: Day, count: u32) -> Day {
        let Some(more) = count.checked_sub(1) else { return day };
        let next = self.0.partition_point(|known| *known <= day);
        self.0.get(next + more as usize).or(self.0.last()).copied().unwrap_or(day)
    }
}

/// Plans steps from a day of receipt on.
pub(super) struct Course<'a> {
    dice: &'a mut Dice,
    working_days: &'a WorkingDays,
    slowness: u32,
    day: Day,
    steps: Vec<Planned>,
}

impl<'a> Course<'a> {
    pub(super) fn new(
        dice: &'a mut Dice,
        working_days: &'a WorkingDays,
        slowness: u32,
        received_on: Day,
    ) -> Self {
        Self { dice, working_days, slowness, day: received_on, steps: Vec::new() }
    }

    /// A complaint of the coordinator's lane.
    pub(super) fn usual(mut self) -> Vec<Planned> {
        let slow = self.dice.percent(7);
        self.after(0, if slow { 14 } else { 3 });
        if self.dice.percent(9) {
            self.step(Actor::Coordinator, Action::Postpone).text = Some(ASKED);
            if !self.dice.percent(70) {
                self.after(25, 40);
                let archived = self.step(Actor::Coordinator, Action::Archive);
                (archived.reason, archived.text) = (Some(ArchiveReason::Other), Some(ARCHIVED));
                return self.steps;
            }
            self.after(2, 8);
            self.step(Actor::Coordinator, Action::Resume).text = Some(COMPLETED);
        } else {
            self.step(Actor::Coordinator, Action::Verify);
        }
        self.after(0, 3);
        if self.dice.percent(3) {
            let archived = self.step(Actor::Coordinator, Action::Archive);
            archived.reason = Some(ArchiveReason::Merged);
            return self.steps;
        }
        self.step(Actor::Coordinator, Action::Dispose).agency = true;
        if self.dice.percent(5) {
            self.office(2, 5);
            self.step(Actor::Agency, Action::Return).text = Some(RETURNED);
            if self.dice.percent(25) {
                return self.steps;
            }
            self.after(1, 6);
            if self.dice.percent(40) {
                let archived = self.step(Actor::Coordinator, Action::Archive);
                archived.reason = Some(ArchiveReason::OutsideJurisdiction);
                return self.steps;
            }
            self.step(Actor::Coordinator, Action::Dispose).agency = true;
        }
        if self.dice.percent(3) {
            self.after(1, 10);
            self.step(Actor::Reporter, Action::Withdraw);
            return self.steps;
        }
        // Some wait long for a first step: these are what the list of the waiting is for.
        if self.dice.percent(14) {
            self.office(25, 110);
        } else {
            self.office(1, 6);
        }
        self.step(Actor::Agency, Action::Begin);
        self.office(2, 12);
        self.answer(Actor::Agency);
        if self.dice.percent(9) {
            self.after(1, 8);
            self.step(Actor::Reporter, Action::Refuse).text = Some(REFUSED);
            self.office(3, 12);
            self.answer(Actor::Agency);
        }
        self.end();
        self.steps
    }

    /// A sealed one, which the inspectorate alone works on.
    pub(super) fn sealed(mut self) -> Vec<Planned> {
        self.after(1, 5);
        self.step(Actor::Inspectorate, Action::Verify);
        self.after(20, 55);
        self.answer(Actor::Inspectorate);
        self.end();
        self.steps
    }

    /// Stops after being asked for more, a few days ago.
    pub(super) fn postponed(mut self) -> Vec<Planned> {
        self.after(1, 1);
        self.step(Actor::Coordinator, Action::Postpone).text = Some(ASKED);
        self.steps
    }

    /// Stops after an answer that can still be accepted or refused.
    pub(super) fn answered(mut self) -> Vec<Planned> {
        self.after(1, 1);
        self.step(Actor::Coordinator, Action::Verify);
        self.step(Actor::Coordinator, Action::Dispose).agency = true;
        self.after(1, 1);
        self.step(Actor::Agency, Action::Begin);
        self.after(1, 1);
        self.answer(Actor::Agency);
        self.steps
    }

    fn answer(&mut self, actor: Actor) {
        let text = self.dice.pick(&ANSWERS);
        self.step(actor, Action::Answer).text = Some(text);
    }

    /// Accepted by the reporter, or closed when the window has passed.
    fn end(&mut self) {
        if self.dice.percent(38) {
            self.after(1, 7);
            self.step(Actor::Reporter, Action::Accept);
        } else {
            self.after(11, 11);
            self.step(Actor::Clock, Action::CloseByTime);
        }
    }

    fn after(&mut self, least: u32, most: u32) {
        let days = self.dice.between(least, most);
        self.day = self.working_days.after(self.day, days);
    }

    /// After some days of an office, by its slowness.
    fn office(&mut self, least: u32, most: u32) {
        self.after((least * self.slowness).div_ceil(10), (most * self.slowness).div_ceil(10));
    }

    fn step(&mut self, actor: Actor, action: Action) -> &mut Planned {
        self.steps.push(Planned { on: self.day, actor, action, agency: false, reason: None, text: None });
        self.steps.last_mut().expect("was just added")
    }
}
