//! Entering the stories as if they had happened: in the order of their moments, in one transaction.

use std::sync::Arc;

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::{Action, CODE_RANDOM, Channel, EntryKind, TrackingCode};

use super::course::Planned;
use super::story::{FIRST, Story, at, key, stories};
use super::{Scene, store};
use crate::complaint::publication::publish;
use crate::complaint::store::{Complaint, ComplaintText, NewComplaint, insert};
use crate::complaint::{AdvanceError, Changes, Step, apply, record};
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::settings::Settings;
use crate::secret::{Keys, hash_secret, random_bytes};

/// Something that happens in a story.
enum Happening {
    Received,
    Step(Planned),
    Published,
}

/// Enters the invented year, unless there are complaints already.
pub(super) async fn invented(scene: Scene<'_>) -> Result<(), DbError> {
    let settings = Arc::new(scene.settings.clone());
    let (keys, now) = (scene.keys.clone(), scene.clock.now());
    scene
        .db
        .write(move |tx| {
            Box::pin(async move {
                if store::has_complaints(tx).await? {
                    return Ok(());
                }
                enter(tx, &settings, &keys, now).await
            })
        })
        .await
}

async fn enter(
    tx: &mut Transaction,
    settings: &Settings,
    keys: &Keys,
    now: Timestamp,
) -> Result<(), DbError> {
    let stories = stories(settings, now);
    let mut happenings = Vec::new();
    for (index, story) in stories.iter().enumerate() {
        happenings
            .extend(happenings_of(story, settings, now).into_iter().map(|(when, what)| (when, index, what)));
    }
    // Stable: what happens to one story at one moment keeps its order.
    happenings.sort_by_key(|(when, _, _)| *when);
    let mut changes = Changes::default();
    let mut complaints: Vec<Option<Complaint>> = vec![None; stories.len()];
    for (when, index, what) in happenings {
        let story = &stories[index];
        match (&mut complaints[index], what) {
            (none, Happening::Received) => {
                *none = Some(receive(tx, settings, keys, story, &mut changes).await?)
            }
            (Some(complaint), Happening::Step(planned)) => {
                let step = step(story, planned, when, settings);
                apply(tx, settings, complaint, step, &mut changes).await.map_err(|error| match error {
                    AdvanceError::Database(error) => error,
                    error => DbError::Other(format!("the demo's story {}: {error}", story.number)),
                })?;
            }
            (Some(complaint), Happening::Published) => {
                publish(tx, complaint, &story.title, &story.content).await?;
                let event = NewEvent::new(
                    Some(complaint.id),
                    when,
                    settings.day_of(when),
                    "coordinator",
                    "published",
                );
                changes.events.push(event);
            }
            (None, _) => {}
        }
    }
    record(tx, changes).await.map(drop)
}

/// What has happened up to now, each with its moment; never before the one before it.
fn happenings_of(story: &Story, settings: &Settings, now: Timestamp) -> Vec<(Timestamp, Happening)> {
    let mut happenings = vec![(story.at, Happening::Received)];
    let mut last = story.at;
    let mut minute = 8 * 60 + story.number % 300;
    let mut published = !story.published;
    for planned in &story.steps {
        minute += 7;
        let when = at(settings, planned.on, minute).max(last);
        if when > now {
            break;
        }
        last = when;
        let goes_on = !matches!(planned.action, Action::Postpone | Action::Archive);
        happenings.push((when, Happening::Step(planned.clone())));
        if goes_on && !published {
            happenings.push((when, Happening::Published));
            published = true;
        }
    }
    happenings
}

async fn receive(
    tx: &mut Transaction,
    settings: &Settings,
    keys: &Keys,
    story: &Story,
    changes: &mut Changes,
) -> Result<Complaint, DbError> {
    let from_elsewhere = story.channel == Channel::Lapor;
    let received_on: Day = settings.day_of(story.at);
    let secret = keys.receipt_secret(&key(story.number));
    let code = TrackingCode::from_random(random_bytes::<CODE_RANDOM>());
    let new = NewComplaint {
        code: Some(code.as_str().to_owned()),
        lapor_id: None,
        external_id: from_elsewhere.then(|| format!("REKAAN-{}", story.number)),
        channel: story.channel,
        class: story.class,
        sector: story.sector.map(str::to_owned),
        agency: story.sealed.then(|| settings.instance.inspectorate.clone()),
        region: Some(story.region.code.clone()),
        regency: story.region.code.get(..5).map(str::to_owned),
        stage: FIRST,
        archive_reason: None,
        supervisory: story.sealed,
        sealed: story.sealed,
        anonymous: true,
        confidential: story.confidential,
        received_on,
        received_at: story.at,
        event_date: Some(received_on.plus(-1)),
        text: ComplaintText {
            title: story.title.clone(),
            content: story.content.clone(),
            place: None,
            point: None,
        },
        secret_hash: (!from_elsewhere).then(|| hash_secret(&secret)),
        due_on: None,
    };
    let (id, salt) = insert(tx, &new, &mut changes.movements).await?;
    let (actor, kind) =
        if from_elsewhere { ("operator", "imported") } else { ("reporter", EntryKind::Received.as_str()) };
    let mut event = NewEvent::new(Some(id), story.at, received_on, actor, kind)
        .with("stage", new.stage.as_str())
        .with("class", new.class.as_str())
        .with("channel", new.channel.as_str())
        .with("sealed", new.sealed)
        .with("invented", true);
    event.texts = new.text.hashed(salt);
    changes.events.push(event);
    Ok(Complaint { id, ..Complaint::filed(&new) })
}

fn step(story: &Story, planned: Planned, when: Timestamp, settings: &Settings) -> Step {
    let mut step = Step::new(planned.actor, planned.action, when);
    if planned.agency {
        // The coordinator finds an office even where the reporter named no sector.
        let usual =
            story.sector.and_then(|key| settings.sector(key)).and_then(|setting| setting.agency.clone());
        step.agency = usual.or_else(|| settings.agencies.first().map(|agency| agency.key.clone()));
    }
    step.archive_reason = planned.reason;
    step.text = planned.text.map(|text| format!("{text}{}", super::words::INVENTED));
    step
}
