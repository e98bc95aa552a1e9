//! Requests for information for a first look, plainly invented. Each step goes the way that real ones go.

mod stories;

use jiff::{SignedDuration, Timestamp};
use shared::access::Role;
use shared::account::RoleHeld;
use shared::calendar::Day;
use shared::complaint::Channel;
use shared::problem::FieldProblem;
use shared::request::{Applicant, ApplicantKind, NewRequest, Obtain, RequestNumber, SendBy};

use self::stories::{Happening, Invented, REQUESTS};
use super::Scene;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::Transaction;
use crate::platform::event;
use crate::platform::ledger::Movements;
use crate::platform::settings::Settings;
use crate::request::desk::{Command, obey, seen};
use crate::request::file::{Coming, Entered, enter, recorded};
use crate::request::object::object;
use crate::request::{is_begun, number_of};
use crate::secret::{Keys, hash_secret};

/// The place of the one whose receipt is told: it was granted in part, and objected to.
const TOLD: usize = 1;

/// Enters them in the name of an account, unless there are some already, and tells how one is opened: text for the operator.
///
/// # Errors
/// When the database does not take it.
pub async fn begin(scene: Scene<'_>, account_id: i64, agency: &str) -> Result<String, Error> {
    let Scene { db, settings, keys, clock } = scene;
    let now = clock.now();
    let desk = Desk { settings: settings.clone(), keys: keys.clone(), staff: staff(account_id, now), now };
    let agency = agency.to_owned();
    db.write(move |tx| {
        Box::pin(async move {
            if is_begun(tx).await? {
                return Ok(());
            }
            for (place, request) in REQUESTS.iter().enumerate() {
                desk.tell(tx, place, request, &agency).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await?;
    let secret = keys.receipt_secret(&key(TOLD));
    let number = number_of(&mut db.read().await?, &hash_secret(&secret)).await?;
    // A demo in which visitors asked first has none of these.
    let told = number.map(|number| {
        format!(
            "Demo request for information, to be tried at /permohonan:\n  number {number}   secret {secret}\n"
        )
    });
    Ok(told.unwrap_or_default())
}

fn staff(account_id: i64, now: Timestamp) -> Staff {
    let held = |role| RoleHeld { role, agency: None };
    Staff {
        account_id,
        name: String::new(),
        full_name: String::new(),
        roles: [Role::PpidMain, Role::PpidSuperior].map(held).to_vec(),
        session: String::new(),
        ends_at: now,
    }
}

/// What the receipt's secret of the invented request at a place is made from.
fn key(place: usize) -> String {
    format!("demo-request-{place}")
}

fn moment(now: Timestamp, days_ago: i32) -> Timestamp {
    now - SignedDuration::from_hours(24 * i64::from(days_ago))
}

struct Desk {
    settings: Settings,
    keys: Keys,
    staff: Staff,
    now: Timestamp,
}

impl Desk {
    /// Enters a request, and lets happen to it what has happened until today.
    async fn tell(
        &self,
        tx: &mut Transaction,
        place: usize,
        request: &Invented,
        agency: &str,
    ) -> Result<(), Error> {
        let at = moment(self.now, request.days_ago);
        let received_on = self.settings.day_of(at);
        let coming = Coming {
            secret_hash: hash_secret(&self.keys.receipt_secret(&key(place))),
            received_on,
            channel: Channel::Web,
            at,
            today: received_on,
            actor: "applicant",
            by: None,
            complaint: None,
            agency: None,
        };
        let checked = new_request(request).check().map_err(Error::invalid)?;
        let Entered { id, receipt, event } = enter(tx, &self.settings, &self.keys, &checked, &coming).await?;
        let entry = event::record(tx, vec![event], &Movements::default()).await?;
        recorded(tx, id, entry.first_position).await?;
        let number = RequestNumber::parse(&receipt.number)
            .map_err(|_| Error::internal("a demo's request without a number"))?;
        for (days, happening) in request.course.iter().filter(|(days, _)| *days <= request.days_ago) {
            let at = moment(self.now, request.days_ago - days);
            let letter = format!("{:03}/PPID/CONTOH", 10 * (place + 1) + request.course.len());
            self.happen(tx, number, (*happening, letter, agency), (at, self.settings.day_of(at))).await?;
        }
        Ok(())
    }

    async fn happen(
        &self,
        tx: &mut Transaction,
        number: RequestNumber,
        (happening, letter, agency): (Happening, String, &str),
        when: (Timestamp, Day),
    ) -> Result<(), Error> {
        let command = match happening {
            Happening::Assigned => Command::Assign(agency.to_owned()),
            Happening::Extended => Command::Extend(read(stories::extension().check())?),
            Happening::NotHeld => Command::Tell(read(stories::not_held(letter).check())?),
            Happening::Granted => Command::Tell(read(stories::grant(letter, true).check())?),
            Happening::GrantedInPart => Command::Tell(read(stories::grant(letter, false).check())?),
            Happening::Refused => Command::Tell(read(stories::refusal(letter).check())?),
            Happening::Delivered => Command::Deliver(stories::delivery(when.1.to_string())),
            Happening::Dismissed => Command::Decide(read(stories::decision(letter).check(when.1))?),
            Happening::Objected => {
                let objection = read(stories::objection().check())?;
                return object(tx, &self.settings, number, objection, when).await.map(drop);
            }
        };
        let version = seen(tx, number).await?;
        obey(tx, (&self.settings, &self.staff), (number, version), &command, when).await.map(drop)
    }
}

fn read<T>(checked: Result<T, Vec<FieldProblem>>) -> Result<T, Error> {
    checked.map_err(Error::invalid)
}

fn new_request(request: &Invented) -> NewRequest {
    let is_body = request.kind == ApplicantKind::Body;
    NewRequest {
        applicant: Applicant {
            kind: Some(request.kind),
            name: if is_body { "Lembaga Contoh" } else { "Pemohon Contoh" }.to_owned(),
            deed: if is_body { "Akta contoh 1" } else { "" }.to_owned(),
            address: "Jalan Contoh 1, Kota Contoh".to_owned(),
            phone: "0812 0000 0000".to_owned(),
            ..Applicant::default()
        },
        what: request.what.to_owned(),
        purpose: request.purpose.to_owned(),
        obtain: Some(Obtain::SoftCopy),
        send: Some(SendBy::PickUp),
    }
}
