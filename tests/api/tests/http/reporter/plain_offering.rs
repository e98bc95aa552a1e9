//! Before a request is registered its applicant sees once what is public already.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::access::Role;
use shared::api::{Endpoint, SuggestInformation, WithdrawInformation};
use shared::information::InformationSuggestion;
use tests_api::{
    client::Client,
    informing, on_both,
    plain::{Browser, Form, text_of, values_of},
    random::fresh_key,
    rows,
    staff::Staff,
};

const PATH: &str = "/permohonan";

fn filled(what: &str) -> Form {
    Form::default()
        .with("key", &fresh_key())
        .with("applicant.kind", "person")
        .with("applicant.name", "Pemohon Contoh")
        .with("applicant.address", "Jalan Contoh 1")
        .with("applicant.phone", "0812 0000 0000")
        .with("what", what)
        .with("purpose", "Penelitian.")
        .with("obtain", "soft_copy")
        .with("send", "pick_up")
}

async fn what_is_public_is_shown_once(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let road = informing::published(
        &main,
        informing::what(
            1,
            json!({
                "title": "Anggaran pemeliharaan jalan <2026>",
                "summary": "Rincian anggaran pemeliharaan jalan menurut kabupaten.",
            }),
        ),
    )
    .await;
    let other = json!({ "title": "Daftar pegawai", "summary": "Pegawai tetap menurut jabatan." });
    informing::published(&main, informing::what(2, other)).await;
    let third = json!({ "title": "Anggaran puskesmas", "summary": "Belanja obat." });
    informing::published(&main, informing::what(3, third)).await;

    let form = filled("Mohon rincian anggaran pemeliharaan jalan di Palu.");
    let page = browser.submit(PATH, &form).await.expect(200).text();
    assert!(page.contains(&format!("/informasi/{road}")), "{page}");
    assert!(page.contains("Anggaran pemeliharaan jalan &lt;2026&gt;") && page.contains("Kirim tetap"));
    assert!(
        !page.contains("Daftar pegawai") && !page.contains("Anggaran puskesmas"),
        "one word is not enough"
    );
    assert!(page.contains("Mohon rincian anggaran pemeliharaan jalan di Palu."), "nothing is lost");
    assert!(page.contains("value=\"Pemohon Contoh\""));
    let keys = values_of(&page, "key");
    assert_eq!(rows::number(&server.state.db, "select count(*) from information_request").await, 0);
    let anyway = form.clone().set("key", &keys[0]).with("ditawarkan", "1");
    let done = browser.submit(PATH, &anyway).await.expect(201).text();
    assert_eq!(text_of(&done, "receipt-number"), "PI-2026-00001");
    // Sent twice it is registered once, and not offered anything any more.
    let again = browser.submit(PATH, &anyway).await.expect(201).text();
    assert_eq!(text_of(&again, "receipt-number"), "PI-2026-00001");
    assert_eq!(rows::number(&server.state.db, "select count(*) from information_request").await, 1);
}

async fn it_is_offered_while_somebody_types(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let long = json!({ "title": "Anggaran pemeliharaan jalan", "summary": "Rincian. ".repeat(60) });
    let mut ids = Vec::new();
    for number in 1..=7 {
        ids.push(informing::published(&main, informing::what(number, long_of(&long, number))).await);
    }
    let ask = async |text: &str| -> Vec<InformationSuggestion> {
        client.post(SuggestInformation::PATH, &json!({ "text": text })).await.expect(200).to()
    };
    let found = ask("anggaran jalan").await;
    assert_eq!(found.len(), 5, "no more than can be looked at");
    assert_eq!(found[0].id, ids[6], "of equal ones the newest first");
    assert!(found[0].summary.chars().count() <= 161 && found[0].summary.ends_with('…'));
    for nothing in ["", "jal", "mohon informasi", "anggaran puskesmas", "' & | *"] {
        assert!(ask(nothing).await.is_empty(), "{nothing}");
    }
    ask(&"anggaran jalan ".repeat(2_000)).await;
    client.post(SuggestInformation::PATH, &json!({ "x": 1 })).await.expect(422);
    // What is withdrawn is offered no more.
    let gone = json!({ "text": "Keliru." });
    informing::order(&main, WithdrawInformation::PATH, ids[6], gone).await;
    assert!(ask("anggaran jalan").await.iter().all(|one| one.id != ids[6]));
}

fn long_of(entry: &Value, number: u32) -> Value {
    let mut entry = entry.clone();
    entry["title"] = format!("Anggaran pemeliharaan jalan bagian {number}").into();
    entry
}

async fn nothing_stands_in_the_way_where_nothing_is_alike(server: &mut TestServer) {
    let browser = Browser::new(&server.url);
    let main = Staff::with(server, Role::PpidMain, None).await;
    let entry = json!({ "title": "Daftar pegawai", "summary": "Pegawai tetap." });
    informing::published(&main, informing::what(1, entry)).await;
    browser.submit(PATH, &filled("Mohon rincian anggaran pemeliharaan jalan.")).await.expect(201);
    browser.submit(PATH, &filled("Mohon informasi.")).await.expect(201);
    browser.submit(PATH, &filled("\u{27} or \" * -- & | ! daftar: (")).await.expect(200);
    browser.submit(PATH, &filled("Daftar pegawai").set("purpose", "")).await.expect(422);
    browser.submit(PATH, &filled(&"Lampiran anggaran. ".repeat(100))).await.expect(201);
}

on_both!(
    what_is_public_is_shown_once,
    it_is_offered_while_somebody_types,
    nothing_stands_in_the_way_where_nothing_is_alike
);
