use super::{AgencySetting, Escalation, HolidayLine, SectorSetting, SetupChange};
use crate::problem::{FieldProblem, Problem};
use crate::regulation::{Limit, Profile, Step};
use crate::request::RequestProfile;

/// Characters of a key.
const KEY_MAX: u32 = 40;
/// Characters of a name.
const LABEL_MAX: u32 = 120;
/// Keywords of a sector, and characters of each.
const KEYWORDS_MAX: u32 = 60;
/// Working days of a limit.
const LIMIT_MAX: u32 = 250;
/// Working days before or after a last day.
const TELL_MAX: u32 = 60;

/// A change with its words as they are kept. Whether what it names is known is left to whoever knows the settings.
///
/// # Errors
/// All problems by field.
pub fn check(change: SetupChange) -> Result<SetupChange, Vec<FieldProblem>> {
    let mut blame = Blame::default();
    let change = match change {
        SetupChange::Agency(agency) => SetupChange::Agency(AgencySetting {
            key: blame.key(&agency.key),
            label: blame.line("label", &agency.label),
            label_en: blame.line("label_en", &agency.label_en),
            ..agency
        }),
        SetupChange::Sector(sector) => SetupChange::Sector(SectorSetting {
            key: blame.key(&sector.key),
            label: blame.line("label", &sector.label),
            label_en: blame.line("label_en", &sector.label_en),
            keywords: blame.keywords(&sector.keywords),
            agency: sector.agency.filter(|key| !key.is_empty()),
            ..sector
        }),
        SetupChange::Holiday(holiday) => {
            let name = blame.line("name", &holiday.name);
            if holiday.date.is_weekend() {
                blame.add("date", Problem::Weekend);
            }
            SetupChange::Holiday(HolidayLine { name, ..holiday })
        }
        SetupChange::Profile(profile) => {
            blame.profile(&profile);
            SetupChange::Profile(Profile { key: profile.key.trim().to_owned(), ..profile })
        }
        SetupChange::RequestProfile(profile) => {
            blame.request_profile(&profile);
            SetupChange::RequestProfile(RequestProfile { key: profile.key.trim().to_owned(), ..profile })
        }
        SetupChange::SamplePercent(percent) => {
            if percent > 100 {
                blame.add("sample_percent", Problem::OutOfRange(100));
            }
            SetupChange::SamplePercent(percent)
        }
        SetupChange::Escalation(escalation) => {
            blame.escalation(escalation);
            SetupChange::Escalation(escalation)
        }
        SetupChange::Retention(retention) => {
            blame.0.extend(retention.problems());
            SetupChange::Retention(retention)
        }
        SetupChange::RequestRetention(retention) => {
            blame.0.extend(retention.problems());
            SetupChange::RequestRetention(retention)
        }
        SetupChange::Originals(originals) => SetupChange::Originals(originals),
        SetupChange::RemoveHoliday(key) => SetupChange::RemoveHoliday(key),
    };
    if blame.0.is_empty() { Ok(change) } else { Err(blame.0) }
}

#[derive(Default)]
struct Blame(Vec<FieldProblem>);

impl Blame {
    fn add(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldProblem::new(field, problem));
    }

    fn line(&mut self, field: &str, raw: &str) -> String {
        let line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            self.add(field, Problem::Required);
        } else if line.chars().count() > LABEL_MAX as usize {
            self.add(field, Problem::TooLong(LABEL_MAX));
        } else if line.chars().any(char::is_control) {
            self.add(field, Problem::ControlCharacters);
        }
        line
    }

    fn key(&mut self, raw: &str) -> String {
        let key = raw.trim().to_ascii_lowercase();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if key.is_empty() {
            self.add("key", Problem::Required);
        } else if key.len() > KEY_MAX as usize {
            self.add("key", Problem::TooLong(KEY_MAX));
        } else if !key.chars().all(is_plain) {
            self.add("key", Problem::UnknownValue);
        }
        key
    }

    fn keywords(&mut self, raw: &[String]) -> Vec<String> {
        let words =
            raw.iter().map(|word| word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
        let mut kept: Vec<String> = Vec::new();
        for word in words.filter(|word| !word.is_empty()) {
            if !kept.contains(&word) {
                kept.push(word);
            }
        }
        if kept.len() > KEYWORDS_MAX as usize {
            self.add("keywords", Problem::TooMany(KEYWORDS_MAX));
        } else if kept.iter().any(|word| word.chars().count() > KEYWORDS_MAX as usize) {
            self.add("keywords", Problem::TooLong(KEYWORDS_MAX));
        }
        kept
    }

    fn profile_key(&mut self, raw: &str) {
        let key = raw.trim();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        if key.is_empty() {
            self.add("key", Problem::Required);
        } else if key.len() > KEY_MAX as usize {
            self.add("key", Problem::TooLong(KEY_MAX));
        } else if !key.chars().all(is_plain) {
            self.add("key", Problem::UnknownValue);
        }
    }

    fn request_profile(&mut self, profile: &RequestProfile) {
        self.profile_key(&profile.key);
        let limits = [
            ("notice_days", profile.notice_days),
            ("extension_days", profile.extension_days),
            ("objection_days", profile.objection_days),
            ("decision_days", profile.decision_days),
            ("dispute_days", profile.dispute_days),
        ];
        for (field, days) in limits {
            if !(1..=LIMIT_MAX).contains(&days) {
                self.add(field, Problem::OutOfRange(LIMIT_MAX));
            }
        }
    }

    fn profile(&mut self, profile: &Profile) {
        self.profile_key(&profile.key);
        // Without these nobody would be late for anything, and nothing would ever close by itself.
        for step in [Step::VerifyAndDispose, Step::FirstFollowUp, Step::ReplyWindow] {
            if !profile.limits.iter().any(|limit| limit.step == step && limit.kind.is_none()) {
                self.add("limits", Problem::Required);
            }
        }
        for (place, limit) in profile.limits.iter().enumerate() {
            let field = ["limits.", &place.to_string()].concat();
            if limit.working_days == 0 || limit.working_days > LIMIT_MAX {
                self.add(&field, Problem::OutOfRange(LIMIT_MAX));
            }
            let is_same = |other: &Limit| other.step == limit.step && other.kind == limit.kind;
            if profile.limits[..place].iter().any(is_same) {
                self.add(&field, Problem::Repeated);
            }
        }
    }

    fn escalation(&mut self, escalation: Escalation) {
        let Escalation { soon, officer, coordinator } = escalation;
        for (field, days) in [("soon", soon), ("officer", officer), ("coordinator", coordinator)] {
            if days > TELL_MAX {
                self.add(field, Problem::OutOfRange(TELL_MAX));
            }
        }
        if coordinator < officer {
            self.add("coordinator", Problem::EndBeforeStart);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::setup::HolidayCategory;

    fn fields(change: SetupChange) -> Vec<(String, Problem)> {
        check(change).err().into_iter().flatten().map(|one| (one.field, one.problem)).collect()
    }

    fn blames(change: SetupChange, expected: &[(&str, Problem)]) {
        let found = fields(change);
        let found: Vec<_> = found.iter().map(|(field, problem)| (field.as_str(), *problem)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_kept_tidy() {
        let sector = SectorSetting {
            key: " Jalan ".into(),
            label: " Jalan   dan jembatan".into(),
            label_en: "Roads".into(),
            keywords: vec!["Lubang".into(), " ".into(), "lubang".into(), "Jalan  rusak".into()],
            agency: Some(String::new()),
            ..SectorSetting::default()
        };
        let Ok(SetupChange::Sector(kept)) = check(SetupChange::Sector(sector)) else { panic!("is in order") };
        assert_eq!(
            (kept.key.as_str(), kept.label.as_str(), kept.agency),
            ("jalan", "Jalan dan jembatan", None)
        );
        assert_eq!(kept.keywords, ["lubang", "jalan rusak"]);
    }

    #[test]
    fn what_cannot_be_kept_is_blamed() {
        blames(
            SetupChange::Agency(AgencySetting { key: "a b".into(), ..AgencySetting::default() }),
            &[("key", Problem::UnknownValue), ("label", Problem::Required), ("label_en", Problem::Required)],
        );
        let sunday = HolidayLine {
            date: Day::parse("2026-11-29").expect("a day"),
            category: HolidayCategory::PublicHoliday,
            name: "Contoh".into(),
            estimated: false,
        };
        blames(SetupChange::Holiday(sunday), &[("date", Problem::Weekend)]);
        blames(SetupChange::SamplePercent(101), &[("sample_percent", Problem::OutOfRange(100))]);
        let backwards = Escalation { soon: 1, officer: 5, coordinator: 2 };
        blames(SetupChange::Escalation(backwards), &[("coordinator", Problem::EndBeforeStart)]);
    }

    #[test]
    fn a_profile_limits_what_must_be_limited() {
        let limit = |step, working_days| Limit { step, kind: None, working_days, confirmed: false };
        let profile = |limits| Profile {
            key: "contoh".into(),
            valid_from: Day::parse("2027-01-01").expect("a day"),
            confirmed: false,
            pauses_when_postponed: true,
            limits,
        };
        let whole =
            [Step::VerifyAndDispose, Step::FirstFollowUp, Step::ReplyWindow].map(|step| limit(step, 5));
        blames(SetupChange::Profile(profile(whole.to_vec())), &[]);
        blames(SetupChange::Profile(profile(whole[..2].to_vec())), &[("limits", Problem::Required)]);
        let mut odd = whole.to_vec();
        odd.extend([limit(Step::ReplyWindow, 0)]);
        blames(
            SetupChange::Profile(profile(odd)),
            &[("limits.3", Problem::OutOfRange(250)), ("limits.3", Problem::Repeated)],
        );
    }
}
