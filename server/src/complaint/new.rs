//! A complaint that is about to be entered.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::{ArchiveReason, Channel, Class, Stage};
use shared::region::Point;

use crate::platform::event::{Kept, Text};
use crate::platform::ledger::Cell;

/// A complaint to be entered: filed here, imported or invented for the demo.
#[derive(Clone, Debug)]
pub struct NewComplaint {
    /// Its tracking code without dashes; none for imported ones.
    pub code: Option<String>,
    /// Its id where it came from.
    pub external_id: Option<String>,
    /// Its tracking id in LAPOR!.
    pub lapor_id: Option<String>,
    /// The way it came in.
    pub channel: Channel,
    /// Its class.
    pub class: Class,
    /// Its sector's key.
    pub sector: Option<String>,
    /// The agency that has it.
    pub agency: Option<String>,
    /// The most exact region's code.
    pub region: Option<String>,
    /// The regency's code, by which the recap counts.
    pub regency: Option<String>,
    /// The stage it enters in.
    pub stage: Stage,
    /// Why it is archived, where it is.
    pub archive_reason: Option<ArchiveReason>,
    /// Whether it is berkadar pengawasan.
    pub supervisory: bool,
    /// Whether it is the inspectorate's alone.
    pub sealed: bool,
    /// Whether the identity is hidden.
    pub anonymous: bool,
    /// Whether the content is hidden from the public.
    pub confidential: bool,
    /// The local day of receipt.
    pub received_on: Day,
    /// The moment it was entered here.
    pub received_at: Timestamp,
    /// The day it happened.
    pub event_date: Option<Day>,
    /// Its text and place.
    pub text: ComplaintText,
    /// Hash of the reporter's secret.
    pub secret_hash: Option<[u8; 32]>,
    /// The last day of the office's first step; none where it is worked out later.
    pub due_on: Option<Day>,
}

impl NewComplaint {
    /// Where the recap counts it.
    pub(super) fn cell(&self) -> Cell {
        Cell {
            stage: self.stage,
            sector: self.sector.clone(),
            agency: self.agency.clone(),
            regency: self.regency.clone(),
            class: self.class,
            channel: self.channel,
            month: self.received_on.month(),
        }
    }
}

/// The erasable part: what the reporter wrote, and where it was.
#[derive(Clone, Debug, PartialEq)]
pub struct ComplaintText {
    /// The title.
    pub title: String,
    /// The content.
    pub content: String,
    /// The place in words.
    pub place: Option<String>,
    /// The position.
    pub point: Option<Point>,
}

impl ComplaintText {
    /// Its texts as the filing's event hashes them. They lie in this store's own table, under one salt.
    pub fn hashed(&self, salt: [u8; 32]) -> Vec<Text> {
        let point = self.point.map(|point| format!("{},{}", point.latitude, point.longitude));
        let texts = [
            ("title", Some(self.title.clone())),
            ("content", Some(self.content.clone())),
            ("place", self.place.clone()),
            ("point", point),
        ];
        let kept = Kept::Elsewhere;
        let hashed =
            |(name, text): (&'static str, Option<String>)| Some(Text { name, text: text?, salt, kept });
        texts.into_iter().filter_map(hashed).collect()
    }
}
