//! Checks that pass on good data, and name what was tampered with.

use std::sync::Arc;

use jiff::Timestamp;
use shared::complaint::{Action, Actor, Channel, Class, Stage};
use sqlx::AssertSqlSafe;

use super::*;
use crate::complaint::store::{Complaint, ComplaintText, NewComplaint, insert};
use crate::complaint::{Changes, Step, apply, record};
use crate::platform::db::testing::TestDatabase;
use crate::platform::event::NewEvent;
use crate::platform::files::Limits;
use crate::platform::settings::seed;

struct Scene {
    db: Database,
    files: Files,
    settings: Arc<Settings>,
    _folder: tempfile::TempDir,
}

impl Scene {
    /// Three complaints, one of them closed.
    async fn open(database: &TestDatabase) -> Self {
        let db = database.open().await;
        db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, false).await })).await.unwrap();
        let settings = Arc::new(Settings::load(&mut db.read().await.unwrap()).await.unwrap());
        let folder = tempfile::tempdir().unwrap();
        let files = Files::open(folder.path(), Limits::default()).unwrap();
        let scene = Self { db, files, settings, _folder: folder };
        for _ in 0..2 {
            scene.file(&[]).await;
        }
        scene
            .file(&[
                (Actor::Coordinator, Action::Verify),
                (Actor::Coordinator, Action::Dispose),
                (Actor::Agency, Action::Answer),
                (Actor::Reporter, Action::Accept),
            ])
            .await;
        scene
    }

    async fn file(&self, steps: &'static [(Actor, Action)]) {
        let settings = Arc::clone(&self.settings);
        let filed = self.db.write(move |tx| {
            Box::pin(async move {
                let at: Timestamp = "2026-06-10T02:00:00Z".parse().unwrap();
                let mut changes = Changes::default();
                let new = complaint(&settings, at);
                let (id, salt) = insert(tx, &new, &mut changes.movements).await?;
                let mut event = NewEvent::new(Some(id), at, new.received_on, "reporter", "received");
                event.texts = new.text.hashed(salt);
                changes.events.push(event);
                let mut complaint = Complaint { id, ..Complaint::filed(&new) };
                for (index, (actor, action)) in (1..).zip(steps) {
                    let at = at + jiff::SignedDuration::from_hours(30 * index);
                    let step = Step::new(*actor, *action, at).to_agency("dinkes").saying("Sudah.");
                    apply(tx, &settings, &mut complaint, step, &mut changes).await.unwrap();
                }
                record(tx, changes).await.map(drop)
            })
        });
        let filed: Result<(), DbError> = filed.await;
        filed.unwrap();
    }

    async fn tamper(&self, statement: &'static str) {
        let done =
            self.db.write(move |tx| Box::pin(async move { tx.execute(AssertSqlSafe(statement), &[]).await }));
        let done: Result<u64, DbError> = done.await;
        assert!(done.unwrap() > 0, "{statement} changes something");
    }

    async fn faults(&self) -> Vec<String> {
        let checks = verify(&self.db, &self.files, &self.settings).await.unwrap();
        checks.into_iter().flat_map(|check| check.faults).collect()
    }
}

fn complaint(settings: &Settings, at: Timestamp) -> NewComplaint {
    let text = ComplaintText {
        title: "Air tidak mengalir".into(),
        content: "Air tidak mengalir sejak tiga hari.".into(),
        place: Some("Dekat pasar".into()),
        point: Some(shared::region::Point { latitude: -0.898_58, longitude: 119.850_4 }),
    };
    NewComplaint {
        code: None,
        lapor_id: None,
        external_id: None,
        channel: Channel::Web,
        class: Class::Complaint,
        sector: Some("listrik".into()),
        agency: None,
        region: Some("72.71".into()),
        regency: Some("72.71".into()),
        stage: Stage::Received,
        archive_reason: None,
        supervisory: false,
        sealed: false,
        anonymous: true,
        confidential: false,
        received_on: settings.day_of(at),
        received_at: at,
        event_date: None,
        text,
        secret_hash: None,
        due_on: None,
    }
}

#[tokio::test]
async fn good_data_is_good_on_both_engines() {
    for database in TestDatabase::both().await {
        let scene = Scene::open(&database).await;
        assert_eq!(scene.faults().await, [""; 0]);
        let checks = verify(&scene.db, &scene.files, &scene.settings).await.unwrap();
        let told: Vec<&str> = checks.iter().map(|check| check.what.as_str()).collect();
        assert_eq!(
            told,
            [
                "7 events in one chain, and its head",
                // Four of each filing, and one of each step.
                "16 texts against their hashes",
                "complaints and requests against what their events say",
                "3 complaints against their 7 spells",
                "9 cells against a recount, for every day",
                "2 paces against a recount",
                "0 remembered receipts against their complaints",
                "0 lines of what is excluded against their decisions",
                "0 files against their hashes",
            ]
        );
        scene.tamper("delete from complaint_text where complaint_id = 1").await;
        assert_eq!(scene.faults().await, [""; 0], "what is erased by right is no fault");
        scene.db.close().await;
    }
}

#[tokio::test]
async fn tampering_is_named_on_both_engines() {
    let cases = [
        ("update event set body = '{\"stage\":\"closed\"}' where position = 2", "event 2: was changed"),
        ("update event set day = '2020-01-01' where position = 7", "event 7: was changed"),
        ("update head set position = 8", "event 8: missing"),
        (
            "update event_text set text = 'Belum.' where event_position = 4",
            "event 4: its text `text` was changed",
        ),
        (
            "update complaint_text set title = 'Lain' where complaint_id = 1",
            "event 1: its text `title` was changed",
        ),
        ("update complaint set stage = 'verified' where id = 1", "complaint 1: does not stand"),
        (
            "update spell set ended_on = '2026-06-12' where complaint_id = 3 and stage = 'received'",
            "complaint 3: its spells",
        ),
        ("update cell set count = count + 1 where stage = 'closed'", "1 too many"),
        ("delete from cell where stage = 'closed'", "-1 too many"),
        ("update pace set working_days = 90 where kind = 'closed'", "pace closed after 90 working days"),
        (
            "insert into idempotency (key, scope, request_hash, status, body, created_at) \
             values ('k', 'complaint', '', 201, '{}', 0)",
            "receipt under key k: names no complaint",
        ),
    ];
    for (statement, expected) in cases {
        for database in TestDatabase::both().await {
            // The engines write an empty blob differently.
            let statement: &'static str = match database.engine() {
                crate::platform::db::Engine::Sqlite if statement.contains("'', 201") => {
                    "insert into idempotency (key, scope, request_hash, status, body, created_at) \
                     values ('k', 'complaint', x'', 201, '{}', 0)"
                }
                _ => statement,
            };
            let scene = Scene::open(&database).await;
            scene.tamper(statement).await;
            let faults = scene.faults().await;
            assert!(faults.iter().any(|fault| fault.contains(expected)), "{statement}: {faults:?}");
            scene.db.close().await;
        }
    }
}
