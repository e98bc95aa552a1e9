use shared::calendar::Day;
use shared::complaint::UnknownWord;
use shared::request::RequestStage;

use super::address::ADDRESS;

/// When what is asked for is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueBy {
    /// It has passed.
    Late,
    /// By today.
    Today,
    /// In seven days.
    Week,
}

impl DueBy {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Late, Self::Today, Self::Week];

    /// Its word in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Today => "today",
            Self::Week => "week",
        }
    }

    /// As the server is asked: days are moved with the calendar, so that an address can be kept.
    fn asked(self, today: Day) -> String {
        match self {
            Self::Late => self.as_str().to_owned(),
            Self::Today => today.to_string(),
            Self::Week => today.plus(7).to_string(),
        }
    }
}

impl std::str::FromStr for DueBy {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|one| one.as_str() == word).ok_or(UnknownWord)
    }
}

/// Which requests are asked for, as the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Where they stand.
    pub stage: Option<RequestStage>,
    /// The key of the agency that has them.
    pub agency: String,
    /// When they are due.
    pub due: Option<DueBy>,
}

impl Wanted {
    /// Reads the query of an address. What cannot be read there counts as no filter.
    pub fn of(search: &str) -> Self {
        let mut wanted = Self::default();
        for pair in search.trim_start_matches('?').split('&') {
            match pair.split_once('=') {
                Some(("stage", word)) => wanted.stage = word.parse().ok(),
                Some(("due", word)) => wanted.due = word.parse().ok(),
                // Keys are letters, digits and signs that stand in an address as they are.
                Some(("agency", key)) => wanted.agency = key.to_owned(),
                _ => {}
            }
        }
        wanted
    }

    /// Whether anything is left out.
    pub fn is_narrowed(&self) -> bool {
        *self != Self::default()
    }

    /// The list's address.
    pub fn address(&self) -> String {
        match self.written(self.due.map(|due| due.as_str().to_owned())) {
            query if query.is_empty() => ADDRESS.to_owned(),
            query => [ADDRESS, "?", &query].concat(),
        }
    }

    /// What the server is asked.
    pub fn query(&self, today: Day) -> String {
        self.written(self.due.map(|due| due.asked(today)))
    }

    fn written(&self, due: Option<String>) -> String {
        let stage = self.stage.map(|stage| ["stage=", stage.as_str()].concat());
        let agency = (!self.agency.is_empty()).then(|| ["agency=", &self.agency].concat());
        let due = due.map(|due| ["due=", &due].concat());
        stage.into_iter().chain(agency).chain(due).collect::<Vec<_>>().join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_is_read_from_the_address() {
        let check = |search: &str, stage, agency: &str, due| {
            let wanted = Wanted { stage, agency: agency.into(), due };
            assert_eq!(Wanted::of(search), wanted, "{search}");
        };
        check("", None, "", None);
        check("?stage=received", Some(RequestStage::Received), "", None);
        check("?agency=esdm&due=late", None, "esdm", Some(DueBy::Late));
        check("?stage=else&due=else&x=1", None, "", None);
    }

    #[test]
    fn days_are_told_to_the_server_and_words_to_the_address() {
        let today = Day::parse("2026-11-30").unwrap();
        let check = |due: DueBy, address: &str, query: &str| {
            let wanted = Wanted { stage: Some(RequestStage::NotHeld), agency: "esdm".into(), due: Some(due) };
            assert_eq!(wanted.address(), [ADDRESS, "?stage=not_held&agency=esdm&due=", address].concat());
            assert_eq!(wanted.query(today), ["stage=not_held&agency=esdm&due=", query].concat());
            assert_eq!(Wanted::of(&wanted.address()[ADDRESS.len()..]), wanted);
        };
        check(DueBy::Late, "late", "late");
        check(DueBy::Today, "today", "2026-11-30");
        check(DueBy::Week, "week", "2026-12-07");
        assert_eq!(Wanted::default().address(), ADDRESS);
        assert!(!Wanted::default().is_narrowed());
    }
}
