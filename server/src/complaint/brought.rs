//! A complaint that stands somewhere else already, and comes in in the stage that it has there.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::{ArchiveReason, CODE_RANDOM, Channel, Class, Stage, TrackingCode};
use shared::region::RegionCode;

use super::store::{ComplaintText, NewComplaint, insert};
use super::{Changes, due};
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::settings::Settings;
use crate::secret::random_bytes;

/// What is known of it.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Its id where it came from.
    pub external_id: String,
    /// Where that is.
    pub channel: Channel,
    /// Its class.
    pub class: Class,
    /// Its sector's key.
    pub sector: Option<String>,
    /// The agency that has it.
    pub agency: Option<String>,
    /// The most exact region's code.
    pub region: Option<String>,
    /// The stage it has there.
    pub stage: Stage,
    /// The local day of receipt there.
    pub received_on: Day,
    /// Its title.
    pub title: String,
    /// Its content.
    pub content: String,
}

impl Brought {
    /// The event of its coming in, to be told more by the caller.
    pub fn event(&self, at: Timestamp, actor: &'static str) -> NewEvent {
        NewEvent::new(None, at, self.received_on, actor, "imported")
            .with("channel", self.channel.as_str())
            .with("external_id", self.external_id.as_str())
            .with("received_on", self.received_on.to_string())
            .with("class", self.class.as_str())
            .with("sector", self.sector.clone())
            .with("agency", self.agency.clone())
            .with("region", self.region.clone())
            .with("stage", self.stage.as_str())
    }

    /// Enters it and adds its event to what is to be recorded. Its last day is worked out by the settings; without them
    /// it is left to be filled in.
    pub async fn enter(
        self,
        tx: &mut Transaction,
        settings: Option<&Settings>,
        mut event: NewEvent,
        changes: &mut Changes,
    ) -> Result<(), DbError> {
        let region = self.region.as_deref().and_then(|code| RegionCode::parse(code).ok());
        let mut new = NewComplaint {
            code: Some(TrackingCode::from_random(random_bytes::<CODE_RANDOM>()).as_str().to_owned()),
            lapor_id: (self.channel == Channel::Lapor).then(|| self.external_id.clone()),
            external_id: Some(self.external_id),
            channel: self.channel,
            class: self.class,
            sector: self.sector,
            agency: self.agency,
            regency: region.and_then(|code| code.regency().map(str::to_owned)),
            region: self.region,
            stage: self.stage,
            // Why, nobody says.
            archive_reason: (self.stage == Stage::Archived).then_some(ArchiveReason::Other),
            supervisory: false,
            sealed: false,
            anonymous: true,
            confidential: false,
            received_on: self.received_on,
            received_at: event.at,
            event_date: None,
            text: ComplaintText { title: self.title, content: self.content, place: None, point: None },
            secret_hash: None,
            due_on: None,
        };
        new.due_on = settings.and_then(|settings| due::at_receipt(settings, &new));
        let (id, salt) = insert(tx, &new, &mut changes.movements).await?;
        event.complaint_id = Some(id);
        event.texts = new.text.hashed(salt);
        changes.events.push(event);
        Ok(())
    }
}
