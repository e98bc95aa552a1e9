use serde::{Deserialize, Serialize};

use super::{CheckedRequest, NewRequest};
use crate::calendar::Day;
use crate::complaint::Channel;
use crate::problem::{Blame, FieldProblem, Problem};

/// A letter that came longer ago than this many years is a typing error: its register was reported long since.
const YEARS_MAX: u32 = 1;

/// What the fields of the request within begin with, as problems name them.
pub const ENTRY_REQUEST: &str = "request.";

/// A request that came to an office by letter, telephone or visit, entered by the staff.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequestEntry {
    /// The way it came in: `letter`, `phone` or `visit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// The day it reached the office, `YYYY-MM-DD`: every clock counts from it.
    #[serde(default)]
    pub received_on: String,
    /// What it says, in the words of whoever asks.
    #[serde(default)]
    pub request: NewRequest,
}

/// An entry that keeps every rule.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckedRequestEntry {
    /// The way it came in.
    pub channel: Channel,
    /// The day it reached the office.
    pub received_on: Day,
    /// What it says.
    pub request: CheckedRequest,
}

impl NewRequestEntry {
    /// The ways that requests come to an office.
    pub const CHANNELS: [Channel; 3] = [Channel::Visit, Channel::Letter, Channel::Phone];

    /// Reads every field and tells all problems at once, in the order of the form.
    ///
    /// # Errors
    /// The problems by field, never empty.
    pub fn check(&self, today: Day) -> Result<CheckedRequestEntry, Vec<FieldProblem>> {
        let mut blame = Blame::default();
        let channel = self.channel.ok_or(Problem::Required);
        let known = |channel: Channel| match Self::CHANNELS.contains(&channel) {
            true => Ok(channel),
            false => Err(Problem::UnknownValue),
        };
        let channel = blame.read("channel", channel.and_then(known));
        let received_on = blame.read("received_on", Day::parse_recent(&self.received_on, today, YEARS_MAX));
        let own = blame.close(channel.zip(received_on));
        match (own, self.request.check()) {
            (Ok((channel, received_on)), Ok(request)) => {
                Ok(CheckedRequestEntry { channel, received_on, request })
            }
            (own, request) => {
                let within = request.err().into_iter().flatten();
                let within =
                    within.map(|one| FieldProblem { field: [ENTRY_REQUEST, &one.field].concat(), ..one });
                Err(own.err().into_iter().flatten().chain(within).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{Applicant, ApplicantKind, Obtain, SendBy};

    fn entry() -> NewRequestEntry {
        NewRequestEntry {
            channel: Some(Channel::Visit),
            received_on: "2026-06-10".into(),
            request: NewRequest {
                applicant: Applicant {
                    kind: Some(ApplicantKind::Person),
                    name: "Pemohon Contoh".into(),
                    address: "Jalan Contoh 1".into(),
                    phone: "081200000000".into(),
                    ..Applicant::default()
                },
                what: "Rencana kerja.".into(),
                purpose: "Penelitian.".into(),
                obtain: Some(Obtain::View),
                send: Some(SendBy::PickUp),
            },
        }
    }

    #[test]
    fn it_came_on_a_day_that_can_be() {
        let check = |received_on: &str, expected: Option<Problem>| {
            let entry = NewRequestEntry { received_on: received_on.into(), ..entry() };
            let found = entry.check(Day::parse("2026-06-10").unwrap());
            let found = found.err().map(|problems| (problems[0].field.clone(), problems[0].problem));
            assert_eq!(found, expected.map(|problem| ("received_on".to_owned(), problem)), "{received_on}");
        };
        check("2026-06-10", None);
        check(" 2025-01-01 ", None);
        check("2026-06-11", Some(Problem::InFuture));
        check("2024-12-31", Some(Problem::TooOld(1)));
        check("", Some(Problem::Required));
        check("kemarin", Some(Problem::NotADate));
    }

    #[test]
    fn everything_is_told_at_once() {
        let today = Day::parse("2026-06-10").unwrap();
        let fields = |entry: &NewRequestEntry| -> Vec<String> {
            entry.check(today).err().unwrap_or_default().into_iter().map(|one| one.field).collect()
        };
        let empty = fields(&NewRequestEntry::default());
        assert_eq!(empty[..3], ["channel", "received_on", "request.applicant.kind"]);
        assert_eq!(empty.len(), 10);
        assert_eq!(fields(&NewRequestEntry { channel: Some(Channel::Web), ..entry() }), ["channel"]);
    }
}
