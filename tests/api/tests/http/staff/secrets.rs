//! What one office must not see of another's, planted as words that occur nowhere else and searched in every answer.

use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AnswerCase, CASE_FILE_PATH, DisposeCase, DraftPublication, Endpoint, FIGURES_CSV_PATH, GetBoard,
        GetCase, GetComplaint, GetFigures, GetMeta, GetProtection, GetReconciliation, GetSession, GetSetup,
        LATE_CSV_PATH, ListAccounts, ListApprovals, ListCases, ListLate, ListMessages, ListSessions,
        ListTemplates, ListWaiting, NoteOnCase, RECAP_CSV_PATH, VerifyCase, fill,
    },
    complaint::Filed,
};
use tests_api::{client::Client, forms::filing_with, on_both, reporter::Reporter, staff::Staff};

/// A filing whose every word is marked.
async fn planted(server: &TestServer, mark: &str, more: serde_json::Value) -> Filed {
    let mut changes = json!({
        "title": format!("Judul {mark}judul"),
        "content": format!("Isi yang cukup panjang dengan {mark}isi di dalamnya."),
        "place": format!("Dekat {mark}tempat"),
        "reporter": { "name": format!("Nama {mark}nama"), "phone": "081234567890", "email": format!("{mark}surel@contoh.id") },
    });
    changes.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Reporter::new(&server.url).file(&filing_with(1, changes)).await
}

/// Everything that somebody can read, of these cases and of all.
async fn everything(client: &Client, cases: &[&Filed]) -> String {
    let mut addresses: Vec<String> = [
        GetMeta::PATH,
        GetBoard::PATH,
        ListWaiting::PATH,
        RECAP_CSV_PATH,
        "/",
        "/rekap",
        GetSession::PATH,
        ListSessions::PATH,
        ListLate::PATH,
        ListMessages::PATH,
        ListTemplates::PATH,
        ListApprovals::PATH,
        ListAccounts::PATH,
        GetSetup::PATH,
        GetReconciliation::PATH,
        GetFigures::PATH,
        FIGURES_CSV_PATH,
        LATE_CSV_PATH,
        GetProtection::PATH,
    ]
    .map(str::to_owned)
    .to_vec();
    for query in ["", "?lane=open", "?lane=done", "?q=judul", "?lane=open&due=week"] {
        addresses.push([ListCases::PATH, query].concat());
    }
    for filed in cases {
        addresses.extend(
            [GetCase::PATH, GetComplaint::PATH, DraftPublication::PATH]
                .map(|path| fill(path, &[&filed.code])),
        );
        addresses.push(fill(CASE_FILE_PATH, &[&filed.code, "0"]));
        addresses.push(format!("/lacak/{}", filed.code));
    }
    let mut all = String::new();
    for address in addresses {
        let answer = client.get(&address).await;
        all.push_str(&answer.text());
        for (_, value) in &answer.headers {
            all.push_str(value.to_str().unwrap_or_default());
        }
    }
    all
}

async fn nobody_sees_what_is_not_theirs(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let theirs = planted(server, "milikesdm", json!({})).await;
    let others = planted(server, "milikdinkes", json!({})).await;
    let sealed = planted(server, "tersegel", json!({ "about_officials": true })).await;
    for (filed, agency) in [(&theirs, "esdm"), (&others, "dinkes")] {
        coordinator.just(VerifyCase::PATH, filed).await;
        coordinator.order(DisposeCase::PATH, filed, json!({ "agency": agency })).await;
    }
    let esdm = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let dinkes = Staff::with(server, Role::ResponsibleOfficer, Some("dinkes")).await;
    let inspector = Staff::with(server, Role::Inspectorate, None).await;
    dinkes.order(NoteOnCase::PATH, &others, json!({ "text": "Catatan milikdinkescatatan." })).await;
    dinkes.order(AnswerCase::PATH, &others, json!({ "text": "Jawaban milikdinkesjawaban." })).await;
    inspector.just(VerifyCase::PATH, &sealed).await;
    inspector.order(NoteOnCase::PATH, &sealed, json!({ "text": "Catatan tersegelcatatan." })).await;

    let cases = [&theirs, &others, &sealed];
    let check = async |who: &str, client: &Client, hidden: &[&str], shown: &[&str]| {
        let all = everything(client, &cases).await;
        for word in hidden {
            assert!(!all.contains(word), "{who} sees {word}");
        }
        for word in shown {
            assert!(all.contains(word), "{who} does not see {word}");
        }
    };
    // Who reported is shown to nobody by the way.
    let identities = [
        "milikesdmnama",
        "milikdinkesnama",
        "tersegelnama",
        "milikesdmsurel",
        "tersegelsurel",
        "81234567890",
    ];
    let all: Vec<&str> = ["milikesdm", "milikdinkes", "tersegel"].into_iter().chain(identities).collect();
    check("anyone", &Client::new(&server.url), &all, &[]).await;
    check(
        "the other liaison",
        &esdm.client,
        &[&["milikdinkes", "tersegel"], &identities[..]].concat(),
        &["milikesdmisi", "milikesdmtempat"],
    )
    .await;
    check(
        "the officer",
        &dinkes.client,
        &[&["milikesdm", "tersegel"], &identities[..]].concat(),
        &["milikdinkescatatan", "milikdinkesisi"],
    )
    .await;
    check(
        "the coordinator",
        &coordinator.client,
        &[&["tersegel"], &identities[..]].concat(),
        &["milikesdmjudul", "milikdinkesjawaban"],
    )
    .await;
    check(
        "the inspector",
        &inspector.client,
        &[&["milikesdm", "milikdinkes"], &identities[..]].concat(),
        &["tersegelisi", "tersegelcatatan"],
    )
    .await;
    for role in
        [Role::PpidMain, Role::PpidSuperior, Role::Viewer, Role::Administrator, Role::DataProtectionOfficer]
    {
        let somebody = Staff::with(server, role, None).await;
        check(role.as_str(), &somebody.client, &all, &[]).await;
    }
}

on_both!(nobody_sees_what_is_not_theirs);
