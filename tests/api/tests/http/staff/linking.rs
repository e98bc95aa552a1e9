//! Links of public information: asked now and then, counted as dead after two bad days, and never a way into the office's
//! own network.

use std::{collections::BTreeMap, time::Duration};

use serde_json::{Value, json};
use server::{
    information::link,
    platform::{
        db::Engine,
        reach::{Planted, ReachConfig, Resolver},
    },
    router,
    testing::TestServer,
};
use shared::{
    access::Role,
    api::{
        CheckInformation, Endpoint, GetInformationBoard, ListDeskInformation, PublishInformation,
        WithdrawInformation, WriteInformation,
    },
    information::{DeskInformationList, InformationBoard},
};
use tests_api::{
    elsewhere::Elsewhere,
    informing::{add, order, published, what},
    rows,
    staff::Staff,
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// An address of everyone's internet, behind which the other site stands in these tests.
const PUBLIC: &str = "8.8.8.8";

/// A server that asks links, and the site that it reaches under every address: what is not asked was not let through.
async fn begin(engine: Engine) -> (TestServer, Elsewhere) {
    let site = Elsewhere::new().await;
    let addresses =
        [PUBLIC, "127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "::1", "fd00:ec2::254"];
    let doors = addresses.iter().map(|address| (address.parse().unwrap(), site.at)).collect();
    let name = |addresses: &[&str]| addresses.iter().map(|address| address.parse().unwrap()).collect();
    let names = BTreeMap::from([
        ("luar.example", name(&[PUBLIC])),
        ("mati.example", name(&["8.8.4.4"])),
        ("mesin.example", name(&["127.0.0.1"])),
        ("kantor.example", name(&["10.0.0.1"])),
        ("awan.example", name(&["169.254.169.254"])),
        ("enam.example", name(&["fd00:ec2::254"])),
        ("campur.example", name(&[PUBLIC, "192.168.1.1"])),
    ]);
    let planted = Planted { names, doors, patience: Duration::from_secs(3) };
    let server = TestServer::start(engine, |config| {
        config.links = Some(ReachConfig {
            site: "https://sini.example".into(),
            serves: router::leads,
            resolver: Resolver::planted(planted),
        });
    })
    .await;
    (server, site)
}

fn linked(number: u32, link: &str) -> Value {
    what(number, json!({ "link": link }))
}

async fn answer(server: &TestServer, id: i64) -> String {
    let sql = format!("select answer from information_link where information_id = {id}");
    let mut connection = server.state.db.read().await.unwrap();
    let sql = server::platform::db::AssertSqlSafe(sql);
    connection.fetch_one(sql, &[]).await.unwrap().text(0).unwrap()
}

async fn dead(main: &Staff) -> (u32, Vec<i64>) {
    let board: InformationBoard = main.client.get(GetInformationBoard::PATH).await.expect(200).to();
    let path = format!("{}?need=dead_link", ListDeskInformation::PATH);
    let list: DeskInformationList = main.client.get(&path).await.expect(200).to();
    (board.agencies.iter().map(|one| one.dead_links).sum(), list.rows.iter().map(|line| line.id).collect())
}

async fn round(server: &TestServer) -> u64 {
    link::round(&server.state).await.unwrap()
}

async fn a_link_is_dead_after_two_bad_days(engine: Engine) {
    let (mut server, site) = begin(engine).await;
    let main = Staff::with(&server, Role::PpidMain, None).await;
    let good = published(&main, linked(1, "https://luar.example/ada")).await;
    let bad = published(&main, linked(2, "https://luar.example/hilang")).await;
    published(&main, what(3, json!({}))).await;
    add(&main, linked(4, "https://luar.example/konsep")).await;
    site.answers("HEAD /ada", "200 OK");
    assert_eq!(round(&server).await, 2, "drafts and entries without a link are left alone");
    let asked = ["GET luar.example /hilang", "HEAD luar.example /ada", "HEAD luar.example /hilang"];
    assert_eq!(site.asked(), asked);
    assert_eq!([answer(&server, good).await, answer(&server, bad).await], ["found", "refused"]);
    assert_eq!(dead(&main).await, (0, vec![]), "one bad day is none");
    assert_eq!(round(&server).await, 0, "nobody is asked twice in a row");

    server.clock.advance(DAY);
    let main = main.back(&server).await;
    assert_eq!(round(&server).await, 1, "only what failed is asked the next day");
    assert_eq!(dead(&main).await, (1, vec![bad]));
    let agency = Staff::with(&server, Role::PpidAgency, Some("disnakertrans")).await;
    assert_eq!(dead(&agency).await, (0, vec![]), "another agency's is not shown");

    // It is there again: nobody has to do anything.
    site.answers("HEAD /hilang", "405 Method Not Allowed");
    site.answers("GET /hilang", "206 Partial Content");
    server.clock.advance(DAY);
    let main = main.back(&server).await;
    assert_eq!(round(&server).await, 1);
    assert_eq!(dead(&main).await, (0, vec![]));
    server.clock.advance(5 * DAY);
    assert_eq!(round(&server).await, 1, "what was found is asked by the week");
    rows::verify_clean(&server).await;
    server.stop().await;
}

async fn another_link_begins_anew(engine: Engine) {
    let (mut server, site) = begin(engine).await;
    let main = Staff::with(&server, Role::PpidMain, None).await;
    let id = published(&main, linked(1, "https://luar.example/lama")).await;
    let gone = published(&main, linked(2, "https://luar.example/lama")).await;
    round(&server).await;
    server.clock.advance(DAY);
    let main = main.back(&server).await;
    round(&server).await;
    assert_eq!(dead(&main).await.0, 2);
    order(&main, WriteInformation::PATH, id, linked(1, "https://luar.example/baru")).await;
    order(&main, CheckInformation::PATH, id, json!({})).await;
    order(&main, PublishInformation::PATH, id, json!({})).await;
    order(&main, WithdrawInformation::PATH, gone, json!({ "text": "Tidak berlaku lagi." })).await;
    assert_eq!(dead(&main).await, (0, vec![]));
    site.asked();
    assert_eq!(round(&server).await, 1);
    assert_eq!(site.asked(), ["GET luar.example /baru", "HEAD luar.example /baru"]);
    assert_eq!(dead(&main).await.0, 0, "the new one has had one bad day");
    server.stop().await;
}

async fn nobody_is_led_into_the_office(engine: Engine) {
    let (mut server, site) = begin(engine).await;
    let main = Staff::with(&server, Role::PpidMain, None).await;
    let mut entries = Vec::new();
    for (number, (link, expected)) in [
        ("https://mesin.example/", "within"),
        ("https://kantor.example/", "within"),
        ("https://awan.example/latest/meta-data/", "within"),
        ("https://enam.example/", "within"),
        ("https://campur.example/", "within"),
        ("https://127.0.0.1/", "within"),
        ("https://10.0.0.1/", "within"),
        ("https://luar.example/ke-mesin", "within"),
        ("https://luar.example/ke-awan", "within"),
        ("https://luar.example/ke-enam", "within"),
        ("https://luar.example/ke-berkas", "no_address"),
        ("https://luar.example/ke-pengguna", "no_address"),
    ]
    .into_iter()
    .enumerate()
    {
        let number = u32::try_from(number).unwrap();
        entries.push((published(&main, linked(number, link)).await, link, expected));
    }
    for (from, to) in [
        ("ke-mesin", "http://mesin.example/rahasia"),
        ("ke-awan", "http://169.254.169.254/latest/meta-data/"),
        ("ke-enam", "http://[::ffff:127.0.0.1]/"),
        ("ke-berkas", "file:///etc/passwd"),
        ("ke-pengguna", "https://admin:admin@luar.example/"),
    ] {
        for method in ["HEAD", "GET"] {
            site.answers(&format!("{method} /{from}"), &format!("302 Found\r\nlocation: {to}"));
        }
    }
    round(&server).await;
    for (id, link, expected) in entries {
        assert_eq!(answer(&server, id).await, expected, "{link}");
    }
    let asked = site.asked();
    assert!(asked.iter().all(|one| one.contains(" luar.example /ke-")), "{asked:?}");
    server.stop().await;
}

async fn whatever_comes_back_is_no_fault_of_ours(engine: Engine) {
    let (mut server, site) = begin(engine).await;
    let main = Staff::with(&server, Role::PpidMain, None).await;
    site.answers("HEAD /jauh", "301 Moved Permanently\r\nlocation: jauh/1");
    site.answers("HEAD /jauh/1", "302 Found\r\nlocation: //luar.example/jauh/2");
    site.answers("HEAD /jauh/2", "307 Temporary Redirect\r\nlocation: http://luar.example/jauh/3");
    site.answers("HEAD /jauh/3", "200 OK");
    for method in ["HEAD", "GET"] {
        site.answers(&format!("{method} /putar"), "302 Found\r\nlocation: /putar");
        site.answers(&format!("{method} /diam"), "silence");
        site.answers(&format!("{method} /rusak"), "banyak sekali");
        site.answers(&format!("{method} /penjaga"), "403 Forbidden");
        let endless = format!("200 OK\r\nx: {}", "x".repeat(200_000));
        site.answers(&format!("{method} /besar"), &endless);
    }
    let mut entries = Vec::new();
    for (number, (link, expected)) in [
        ("https://luar.example/jauh", "found"),
        ("https://luar.example/putar", "round"),
        ("https://luar.example/diam", "late"),
        ("https://luar.example/rusak", "no_connection"),
        ("https://luar.example/besar", "no_connection"),
        ("https://luar.example/penjaga", "guarded"),
        ("https://mati.example/", "no_connection"),
        ("https://tiada.example/", "no_name"),
        ("https://sini.example/informasi", "found"),
        ("https://sini.example/informasi/7?x=y", "found"),
        ("https://sini.example/tidak/ada", "refused"),
    ]
    .into_iter()
    .enumerate()
    {
        let number = u32::try_from(number).unwrap();
        entries.push((published(&main, linked(number, link)).await, link, expected));
    }
    assert_eq!(round(&server).await, 11);
    for (id, link, expected) in entries {
        assert_eq!(answer(&server, id).await, expected, "{link}");
    }
    assert!(site.asked().iter().all(|one| !one.contains("sini.example")), "this site is not called");
    rows::verify_clean(&server).await;
    server.stop().await;
}

async fn unless_it_is_switched_on_nobody_is_called(engine: Engine) {
    let mut server = TestServer::start(engine, |_| {}).await;
    let main = Staff::with(&server, Role::PpidMain, None).await;
    published(&main, linked(1, "https://luar.example/ada")).await;
    assert_eq!(round(&server).await, 0);
    assert_eq!(rows::count(&server.state.db).await["information_link"], 0);
    server.stop().await;
}

macro_rules! on_both_with_links {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { super::$test(server::platform::db::Engine::Sqlite).await; }
        )+ }
        mod on_postgres { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { super::$test(server::platform::db::Engine::Postgres).await; }
        )+ }
    };
}

on_both_with_links!(
    a_link_is_dead_after_two_bad_days,
    another_link_begins_anew,
    nobody_is_led_into_the_office,
    whatever_comes_back_is_no_fault_of_ours,
    unless_it_is_switched_on_nobody_is_called,
);
