//! The pages of public information, read without the application.

use std::time::Duration;

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AddInformation, CheckInformation, Endpoint, GetDeskInformation, IF_MATCH, PublishInformation,
        WithdrawInformation, fill,
    },
    information::DeskInformation,
};
use tests_api::{client::Client, on_both, staff::Staff};

async fn order(main: &Staff, path: &str, id: i64, body: Value) {
    let shown = fill(GetDeskInformation::PATH, &[&id.to_string()]);
    let now: DeskInformation = main.client.get(&shown).await.expect(200).to();
    let client = main.client.with(IF_MATCH, &now.version.to_string());
    client.post(&fill(path, &[&id.to_string()]), &body).await.expect(200);
}

async fn published(main: &Staff, title: &str, more: Value) -> i64 {
    let mut new = json!({
        "title": title,
        "summary": "Isi <b>ringkas</b> untuk contoh.",
        "category": "any_time",
        "agency": "esdm",
        "official": "Kepala Dinas Contoh",
        "made_on": "2026-01-05",
        "forms": ["print", "digital"],
    });
    new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let added: DeskInformation = main.client.post(AddInformation::PATH, &new).await.expect(200).to();
    order(main, CheckInformation::PATH, added.id, json!({})).await;
    order(main, PublishInformation::PATH, added.id, json!({})).await;
    added.id
}

async fn the_list_and_its_entries_are_pages(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let empty = anyone.get("/informasi").await.expect(200).text();
    assert!(empty.contains("Belum ada informasi yang diumumkan"));
    let more = json!({
        "plain": "Dengan kata yang mudah.",
        "local": "Dalam bahasa Kaili.",
        "link": "https://contoh.example/berkas?a=1&b=2",
        "topic": "Energi",
    });
    let id = published(&main, "Daftar zamrud & pompa", more).await;
    let list = anyone.get("/informasi").await.expect(200);
    assert!(!list.text().contains("noindex"));
    assert!(
        list.text()
            .contains(&format!("<a href=\"/informasi/{id}\" rel=\"external\">Daftar zamrud &amp; pompa</a>"))
    );
    assert!(list.text().contains("Isi &lt;b&gt;ringkas&lt;/b&gt;"));
    anyone.with("if-none-match", list.header("etag")).get("/informasi").await.expect(304);

    let path = format!("/informasi/{id}");
    let entry = anyone.get(&path).await.expect(200).text();
    for words in [
        "<h1 tabindex=\"-1\">Daftar zamrud &amp; pompa</h1>",
        "Dengan kata yang mudah.",
        "Dalam bahasa Kaili.",
        "href=\"https://contoh.example/berkas?a=1&amp;b=2\"",
        "Kepala Dinas Contoh",
        "Cetak, Berkas digital",
        "Setiap saat",
    ] {
        assert!(entry.contains(words), "{words} is missing");
    }
    assert!(anyone.with("cookie", "lang=en").get(&path).await.text().contains("In plain words"));

    order(&main, WithdrawInformation::PATH, id, json!({ "text": "Salah." })).await;
    let gone = anyone.get(&path).await.expect(200).text();
    assert!(gone.contains("sudah ditarik") && !gone.contains("zamrud"), "{gone}");
    assert!(gone.contains("noindex"), "{gone}");
    for path in ["/informasi/0", "/informasi/99999", "/informasi/x"] {
        anyone.get(path).await.expect(404);
    }
}

/// The text of the first element of a name below another.
fn text_of<'a>(within: &roxmltree::Node<'a, 'a>, name: &str) -> &'a str {
    let found = within.descendants().find(|node| node.tag_name().name() == name);
    found.and_then(|node| node.text()).unwrap_or_default()
}

async fn feeds_are_read_by_strict_readers_and_told_at_once(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let feed = async |path: &str| {
        let answer = anyone.get(path).await.expect(200);
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
        answer
    };
    let empty = feed("/informasi/serta-merta/atom.xml").await.text();
    let read = roxmltree::Document::parse(&empty).unwrap();
    assert!(!read.descendants().any(|node| node.tag_name().name() == "entry"));

    published(&main, "Daftar <aset> & \"lain\"", json!({})).await;
    server.clock.advance(Duration::from_secs(60));
    let id = published(&main, "Banjir: jauhi sungai", json!({ "category": "immediate" })).await;
    let all = feed("/informasi/atom.xml").await;
    let written = all.text();
    let read = roxmltree::Document::parse(&written).unwrap();
    let root = read.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
    let entries: Vec<_> = root.children().filter(|node| node.tag_name().name() == "entry").collect();
    let titles: Vec<_> = entries.iter().map(|entry| text_of(entry, "title")).collect();
    assert_eq!(titles, ["Banjir: jauhi sungai", "Daftar <aset> & \"lain\""]);
    assert!(text_of(&entries[0], "id").ends_with(&format!("/informasi/{id}")));
    let now = server.clock.now().as_second();
    let updated: jiff::Timestamp = text_of(&entries[0], "updated").parse().unwrap();
    assert_eq!(updated.as_second(), now);
    assert_eq!(text_of(&root, "updated"), text_of(&entries[0], "updated"));
    anyone.with("if-none-match", all.header("etag")).get("/informasi/atom.xml").await.expect(304);

    let immediate = feed("/informasi/serta-merta/atom.xml").await.text();
    let read = roxmltree::Document::parse(&immediate).unwrap();
    let count = read.descendants().filter(|node| node.tag_name().name() == "entry").count();
    assert_eq!((count, immediate.contains("Banjir")), (1, true));
    order(&main, WithdrawInformation::PATH, id, json!({ "text": "Sudah surut." })).await;
    assert!(!feed("/informasi/serta-merta/atom.xml").await.text().contains("Banjir"));
}

async fn the_form_keeps_what_was_asked_for(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    for number in 1..=21 {
        published(&main, &format!("Laporan {number}"), json!({})).await;
    }
    let list = anyone.get("/informasi?q=laporan&category=any_time&agency=").await.expect(200).text();
    assert!(list.contains("value=\"laporan\""));
    assert!(list.contains("<option value=\"any_time\" selected>"));
    let (_, rest) = list.split_once("rel=\"next external\" href=\"").expect("there is a next page");
    let next = rest.split('"').next().unwrap().replace("&amp;", "&");
    assert!(next.starts_with("/informasi?q=laporan&category=any_time&after="), "{next}");
    let second = anyone.get(&next).await.expect(200).text();
    assert!(second.contains(">Laporan 1</a>") && !second.contains(">Laporan 2</a>"));
    let none = anyone.get("/informasi?q=tidakada").await.expect(200).text();
    assert!(none.contains("Tidak ada informasi yang cocok"));
    let wrong = anyone.get("/informasi?year=26&warna=biru").await.expect(422).text();
    assert!(wrong.contains("Hapus saringan") && wrong.contains("value=\"26\""));
}

on_both!(
    the_list_and_its_entries_are_pages,
    feeds_are_read_by_strict_readers_and_told_at_once,
    the_form_keeps_what_was_asked_for,
);
