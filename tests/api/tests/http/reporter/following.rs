//! Following a complaint: what anyone with the code sees, and what its reporter sees.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    complaint::{Action, Actor, EntryKind, Filed, ReporterAction, Stage},
    regulation::Step,
};
use tests_api::{
    forms::{filing, filing_with},
    office, on_both,
    reporter::{Reporter, complaint},
};

async fn the_code_alone_shows_the_stage_and_no_words(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(77)).await;
    reporter.write(&filed, "Tambahan: tiangnya juga miring.").await.expect(200);
    office::dispose(server, &filed, "esdm").await;
    let answer = reporter.client.get(&complaint(&filed)).await.expect(200);
    for hidden in ["Lampu jalan", "padam", "miring", &filed.secret, "\"own\"", "\"title\"", "\"content\""] {
        assert!(!answer.text().contains(hidden), "{hidden}: {}", answer.text());
    }
    let seen = reporter.public_view(&filed).await;
    assert_eq!((seen.code.as_str(), seen.stage), (filed.code.as_str(), Stage::Disposed));
    assert_eq!((seen.sector.as_deref(), seen.agency.as_deref()), (Some("listrik"), Some("esdm")));
    let kinds: Vec<_> = seen.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [EntryKind::Received, EntryKind::Verified, EntryKind::Disposed]);
    assert!(seen.entries.iter().all(|entry| entry.text.is_none() && entry.files.is_empty()));
}

async fn the_secret_shows_everything(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing_with(5, json!({ "reporter": { "name": "Warga Rekaan" } }))).await;
    reporter.write(&filed, "Tambahan: tiangnya juga miring.").await.expect(200);
    let seen = reporter.own_view(&filed).await;
    let own = seen.own.unwrap();
    assert_eq!(own.title, "Lampu jalan padam nomor 5");
    assert!(own.content.starts_with("Lampu jalan nomor 5"));
    assert!(own.identified);
    assert_eq!(own.actions, [ReporterAction::Message, ReporterAction::Withdraw]);
    let last = seen.entries.last().unwrap();
    assert_eq!(
        (last.kind, last.text.as_deref()),
        (EntryKind::MessageFromReporter, Some("Tambahan: tiangnya juga miring."),)
    );
    // The name was given to the seal, and comes back to nobody.
    let answer = reporter.client.holding(&filed.secret).get(&complaint(&filed)).await;
    assert!(!answer.text().contains("Warga Rekaan"));
}

async fn a_published_complaint_shows_its_words_and_no_letters(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(9)).await;
    reporter.write(&filed, "Ini hanya untuk petugas.").await.expect(200);
    office::publish(server, &filed).await;
    let answer = reporter.client.get(&complaint(&filed)).await.expect(200);
    assert!(answer.text().contains("Lampu jalan padam nomor 9"));
    assert!(!answer.text().contains("hanya untuk petugas"));
}

async fn a_sealed_complaint_tells_the_public_neither_sector_nor_agency(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing_with(1, json!({ "about_officials": true }))).await;
    assert!(filed.sealed);
    office::step(server, &filed, Actor::Inspectorate, Action::Verify).await;
    let answer = reporter.client.get(&complaint(&filed)).await.expect(200);
    for hidden in ["listrik", "inspektorat", "sector", "agency"] {
        assert!(!answer.text().contains(hidden), "{hidden}: {}", answer.text());
    }
    // Nor the longer clock, which would tell as much.
    let steps = |view: &shared::complaint::ComplaintView| -> Vec<Step> {
        view.deadlines.iter().map(|one| one.step).collect()
    };
    assert_eq!(steps(&reporter.public_view(&filed).await), [Step::VerifyAndDispose]);
    let own = reporter.own_view(&filed).await;
    assert_eq!(steps(&own), [Step::VerifyAndDispose, Step::FirstFollowUp, Step::Done]);
    assert_eq!((own.sector.as_deref(), own.agency.as_deref()), (Some("listrik"), Some("inspektorat")));
    assert!(own.own.unwrap().sealed);
    // The coordinator and the agency have no part in it.
    for (actor, action) in [(Actor::Coordinator, Action::Archive), (Actor::Agency, Action::Begin)] {
        let step = server::complaint::Step::new(actor, action, server.clock.now());
        office::try_step(server, &filed, step).await.unwrap_err();
    }
}

async fn codes_are_read_as_people_type_them(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    let secret = filed.secret.to_uppercase();
    for code in [filed.code.replace('-', ""), filed.code.to_lowercase(), filed.code.replace('-', "%20")] {
        let typed = Filed { code, secret: secret.clone(), ..filed.clone() };
        assert_eq!(reporter.own_view(&typed).await.code, filed.code);
    }
}

async fn deadlines_follow_what_happens(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let filed = reporter.file(&filing(1)).await;
    server.clock.set("2026-06-12T02:00:00Z".parse().unwrap());
    office::dispose(server, &filed, "esdm").await;
    server.clock.set("2026-06-18T02:00:00Z".parse().unwrap());
    office::step(server, &filed, Actor::Agency, Action::Begin).await;
    let seen = reporter.public_view(&filed).await;
    let found: Vec<_> = seen
        .deadlines
        .iter()
        .map(|one| (one.step, one.due_on.map(|day| day.to_string()), one.met_on.map(|day| day.to_string())))
        .collect();
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(
        found,
        [
            (Step::VerifyAndDispose, day("2026-06-15"), day("2026-06-12")),
            (Step::FirstFollowUp, day("2026-06-22"), day("2026-06-18")),
            (Step::Done, day("2026-07-01"), None),
        ]
    );
    assert_eq!(seen.age_working_days, 5);
}

on_both!(
    the_code_alone_shows_the_stage_and_no_words,
    the_secret_shows_everything,
    a_published_complaint_shows_its_words_and_no_letters,
    a_sealed_complaint_tells_the_public_neither_sector_nor_agency,
    codes_are_read_as_people_type_them,
    deadlines_follow_what_happens,
);
