//! The whole list of public information, as programs read it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use oxrdf::{GraphName, NamedNodeRef, TermRef, Triple, vocab::rdf};
use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        CheckInformation, Endpoint, INFORMATION_CSV_PATH, INFORMATION_JSON_PATH, INFORMATION_XLSX_PATH,
        PublishInformation, WithdrawInformation,
    },
    problem::ErrorCode,
};
use tests_api::{
    client::Client,
    forms,
    informing::{add, order, published, send, what},
    office, on_both,
    reporter::Reporter,
    rows,
    staff::Staff,
};

const DCAT: &str = "http://www.w3.org/ns/dcat#";

/// An entry with all that one can say, and a file; its number and the file's.
async fn full(main: &Staff) -> (i64, String) {
    let more = json!({
        "title": "=1+1, \"kutipan\"",
        "summary": "Baris satu,\nbaris dua; <b>&amp;</b>",
        "category": "any_time",
        "made_at": "Palu",
        "forms": ["print", "digital"],
        "keep_until": "2031-01-05",
        "topic": "Énergi",
        "plain": "Kata mudah.",
        "local": "Kata daerah.",
        "link": "https://contoh.example/berkas?a=1&b=2",
    });
    let id = add(main, what(1, more)).await.id;
    let file = send(main, id, "rencana & anggaran.pdf", b"%PDF-1.7\nisi contoh").await;
    order(main, CheckInformation::PATH, id, json!({})).await;
    order(main, PublishInformation::PATH, id, json!({})).await;
    (id, file)
}

async fn by_column(anyone: &Client, query: &str) -> Vec<BTreeMap<String, String>> {
    let answer = anyone.get(&[INFORMATION_CSV_PATH, query].concat()).await.expect(200);
    assert!(answer.header("content-type").starts_with("text/csv"), "{}", answer.header("content-type"));
    let text = answer.text();
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.unwrap()).collect()
}

/// The statements of both catalogues, which are the same.
async fn statements(anyone: &Client, query: &str) -> BTreeSet<String> {
    let turtle = anyone.get(&["/catalog.ttl", query].concat()).await.expect(200);
    assert_eq!(turtle.header("content-type"), "text/turtle; charset=utf-8");
    let of_turtle: BTreeSet<String> =
        oxttl::TurtleParser::new().for_slice(&turtle.body).map(|read| read.unwrap().to_string()).collect();
    let json_ld = anyone.get(&["/catalog.jsonld", query].concat()).await.expect(200);
    assert_eq!(json_ld.header("content-type"), "application/ld+json");
    let read = |quad: oxrdf::Quad| {
        assert_eq!(quad.graph_name, GraphName::DefaultGraph);
        Triple::from(quad).to_string()
    };
    let of_json: BTreeSet<String> =
        oxjsonld::JsonLdParser::new().for_slice(&json_ld.body).map(|quad| read(quad.unwrap())).collect();
    assert_eq!(of_turtle, of_json);
    of_turtle
}

fn says(subject: &str, property: &str, object: TermRef<'_>) -> String {
    format!("<{subject}> <{property}> {object}")
}

async fn every_form_says_the_same(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    assert!(by_column(&anyone, "").await.is_empty());
    let (id, file) = full(&main).await;
    let second = published(&main, what(2, json!({ "category": "immediate" }))).await;
    add(&main, what(3, json!({}))).await;

    let found = by_column(&anyone, "").await;
    assert_eq!(found.iter().map(|row| &*row["id"]).collect::<Vec<_>>(), [second.to_string(), id.to_string()]);
    let row = &found[1];
    let address = row["address"].clone();
    assert!(address.ends_with(&format!("/informasi/{id}")), "{address}");
    for (column, value) in [
        // An apostrophe keeps a spreadsheet from computing it.
        ("title", "'=1+1, \"kutipan\""),
        ("summary", "Baris satu,\nbaris dua; <b>&amp;</b>"),
        ("category", "any_time"),
        ("agency", "esdm"),
        ("made_on", "2026-01-05"),
        ("made_at", "Palu"),
        ("forms", "print digital"),
        ("keep_until", "2031-01-05"),
        ("topic", "Énergi"),
        ("plain", "Kata mudah."),
        ("local", "Kata daerah."),
        ("link", "https://contoh.example/berkas?a=1&b=2"),
        ("version", "1"),
        ("files", &format!("{address}/berkas/{file}")),
    ] {
        assert_eq!(row[column], value, "{column}");
    }
    assert_eq!(by_column(&anyone, "?category=immediate").await.len(), 1);
    assert_eq!(by_column(&anyone, "?agency=esdm&year=2026&form=digital").await.len(), 2);
    assert_eq!(by_column(&anyone, "?q=zzz").await.len(), 0);

    let document = anyone.get(INFORMATION_JSON_PATH).await.expect(200).json();
    let rows = document["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    for (column, value) in
        [("id", json!(id)), ("title", json!("=1+1, \"kutipan\"")), ("agency", json!("esdm"))]
    {
        assert_eq!(rows[1][column], value, "{column}");
    }
    assert_eq!((&rows[1]["files"][0]["id"], rows[1]["address"].as_str()), (&json!(file), Some(&*address)));
    let none = anyone.get(&[INFORMATION_JSON_PATH, "?q=zzz"].concat()).await.expect(200).json();
    assert_eq!(none["rows"], json!([]));

    let book = anyone.get(INFORMATION_XLSX_PATH).await.expect(200);
    assert!(book.header("content-disposition").ends_with(".xlsx\""));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.body)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.height(), 3);
    let cell = |column| sheet.get_value((2, column)).unwrap().clone();
    assert_eq!((cell(0), cell(1)), (Data::Float(id as f64), Data::String("=1+1, \"kutipan\"".into())));
    assert_eq!(cell(3), Data::String("Setiap saat".into()));
    assert_eq!(cell(17), Data::String(address.clone()));

    let told = statements(&anyone, "").await;
    let dataset = format!("{address}#dataset");
    let class = |word: &str| format!("{DCAT}{word}");
    let is_a = |kind: &str| {
        let suffix = format!("{} <{}>", rdf::TYPE, class(kind));
        told.iter().filter(|one| one.ends_with(&suffix)).count()
    };
    assert_eq!((is_a("Catalog"), is_a("Dataset"), is_a("Distribution")), (1, 2, 2));
    let title = oxrdf::Literal::new_language_tagged_literal("=1+1, \"kutipan\"", "id").unwrap();
    assert!(told.contains(&says(&dataset, "http://purl.org/dc/terms/title", title.as_ref().into())));
    let distribution = format!("{address}/berkas/{file}");
    let node = NamedNodeRef::new(&distribution).unwrap();
    assert!(told.contains(&says(&dataset, &class("distribution"), node.into())));
    let pdf = NamedNodeRef::new("https://www.iana.org/assignments/media-types/application/pdf").unwrap();
    assert!(told.contains(&says(&distribution, &class("mediaType"), pdf.into())));
    let hash = rows[1]["files"][0]["sha256"].as_str().unwrap();
    assert!(told.iter().any(|one| one.contains("checksumValue") && one.contains(hash)));
    assert_eq!(
        statements(&anyone, "?category=immediate")
            .await
            .iter()
            .filter(|one| one.contains("#Dataset>"))
            .count(),
        1
    );
}

async fn whoever_has_it_asks_whether_it_changed(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let anyone = Client::new(&server.url);
    let id = published(&main, what(1, json!({}))).await;
    let paths = [
        INFORMATION_CSV_PATH,
        INFORMATION_XLSX_PATH,
        INFORMATION_JSON_PATH,
        "/catalog.ttl",
        "/catalog.jsonld",
        "/sitemap.xml",
        "/sitemap/information-0.xml",
    ];
    let mut tags = Vec::new();
    for path in paths {
        let tag = anyone.get(path).await.expect(200).header("etag").to_owned();
        anyone.with("if-none-match", &tag).get(path).await.expect(304);
        tags.push(tag);
    }
    order(&main, WithdrawInformation::PATH, id, json!({ "text": "Salah." })).await;
    for (path, tag) in paths.iter().zip(tags) {
        let status = anyone.with("if-none-match", &tag).get(path).await.status;
        assert_eq!(status, if path.ends_with("-0.xml") { 404 } else { 200 }, "{path}");
    }
    for path in [INFORMATION_CSV_PATH, INFORMATION_XLSX_PATH, INFORMATION_JSON_PATH, "/catalog.ttl"] {
        anyone.get(&[path, "?page=2"].concat()).await.refused(422, ErrorCode::Invalid);
        anyone.get(&[path, "?year=x"].concat()).await.refused(422, ErrorCode::Invalid);
    }
}

/// Twelve hundred public entries more, which is longer than a page of any walk.
async fn many(server: &TestServer) {
    const STATEMENTS: [&str; 3] = [
        "insert into information (stage, newest, public_number, agency_key, changed_on, changed_at)
         with recursive n (i) as (select 1 union all select i + 1 from n where i < 1200)
         select 'published', 1, 1, 'esdm', '2026-01-05', 0 from n",
        "insert into information_version (information_id, number, title, summary, category, agency_key, official, made_on,
             forms, published_on, published_at)
         select id, 1, 'Judul ' || id, 'Isi', 'regular', 'esdm', 'Kepala', '2026-01-05', 'digital', '2026-01-06', id
         from information where changed_at = 0",
        "insert into information_public (information_id, number, category, agency_key, year, published_at)
         select id, 1, 'regular', 'esdm', 2026, id from information where changed_at = 0",
    ];
    for sql in STATEMENTS {
        assert_eq!(rows::change(&server.state.db, sql).await, 1_200);
    }
}

async fn a_long_list_is_told_whole(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    published(&main, what(1, json!({}))).await;
    many(server).await;
    let anyone = Client::new(&server.url);
    let numbers: BTreeSet<String> =
        by_column(&anyone, "").await.iter().map(|row| row["id"].clone()).collect();
    assert_eq!(numbers.len(), 1_201);
    let document = anyone.get(INFORMATION_JSON_PATH).await.expect(200).json();
    assert_eq!(document["rows"].as_array().map(Vec::len), Some(1_201));
    let book = anyone.get(INFORMATION_XLSX_PATH).await.expect(200);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.body)).unwrap();
    assert_eq!(book.worksheet_range_at(0).unwrap().unwrap().height(), 1_202);
    let told = statements(&anyone, "").await;
    assert_eq!(told.iter().filter(|one| one.contains("#Dataset>")).count(), 1_201);
    // A feed of all of it, page by page.
    let (mut titles, mut next) = (BTreeSet::new(), Some("/informasi/atom.xml".to_owned()));
    while let Some(path) = next.take() {
        let written = anyone.get(&path).await.expect(200).text();
        let read = roxmltree::Document::parse(&written).unwrap();
        let named =
            |name: &'static str| read.descendants().filter(move |node| node.tag_name().name() == name);
        titles.extend(named("entry").filter_map(|entry| {
            entry.descendants().find(|node| node.tag_name().name() == "id")?.text().map(str::to_owned)
        }));
        let link = named("link").find(|link| link.attribute("rel") == Some("next"));
        next = link
            .and_then(|link| link.attribute("href"))
            .and_then(|href| Some(format!("/informasi{}", href.split_once("/informasi")?.1)));
    }
    assert_eq!(titles.len(), 1_201);
    anyone.get("/informasi/atom.xml?after=x").await.refused(422, ErrorCode::Invalid);
}

/// What the elements of a name hold.
fn texts(written: &str, name: &str) -> Vec<String> {
    let read = roxmltree::Document::parse(written).unwrap();
    assert_eq!(
        read.root_element().tag_name().namespace(),
        Some("http://www.sitemaps.org/schemas/sitemap/0.9")
    );
    let named = read.descendants().filter(|node| node.tag_name().name() == name);
    named.filter_map(|node| node.text().map(str::to_owned)).collect()
}

fn path_of(address: &str) -> String {
    format!("/{}", address.splitn(4, '/').nth(3).unwrap())
}

async fn a_sitemap_names_what_is_public_and_nothing_else(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let reporter = Reporter::new(&server.url);
    let silent = reporter.file(&forms::filing(1)).await;
    let told = reporter.file(&forms::filing(2)).await;
    office::publish(server, &told).await;
    let id = published(&main, what(1, json!({}))).await;
    let draft = add(&main, what(2, json!({}))).await.id;
    let anyone = Client::new(&server.url);
    let index = anyone.get("/sitemap.xml").await.expect(200).text();
    let mut named = BTreeSet::new();
    for part in texts(&index, "loc") {
        let written = anyone.get(&path_of(&part)).await.expect(200).text();
        for address in texts(&written, "loc") {
            let path = path_of(&address);
            anyone.get(&path).await.expect(200);
            named.insert(path);
        }
    }
    assert!(named.contains(&format!("/lacak/{}", told.code)) && named.contains(&format!("/informasi/{id}")));
    assert!(
        !named.contains(&format!("/lacak/{}", silent.code))
            && !named.contains(&format!("/informasi/{draft}"))
    );
    assert!(named.contains("/") && named.contains("/informasi"));
    for path in
        ["/sitemap/information-1.xml", "/sitemap/complaints-9223372036854775807.xml", "/sitemap/x.xml"]
    {
        anyone.get(path).await.expect(404);
    }
    let rules = anyone.get("/robots.txt").await.expect(200).text();
    assert!(
        rules.lines().any(|line| line.starts_with("Sitemap: http") && line.ends_with("/sitemap.xml")),
        "{rules}"
    );
}

on_both!(
    every_form_says_the_same,
    whoever_has_it_asks_whether_it_changed,
    a_long_list_is_told_whole,
    a_sitemap_names_what_is_public_and_nothing_else,
);
