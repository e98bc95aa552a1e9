//! The citizens' pages as they are served: with their content, for those whose phone runs no app.

use reqwest::Method;
use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    complaint::{Action, Actor, Group},
    lang::Lang,
    recap::{Board, Row, WaitingList},
};
use tests_api::{
    answer::Answer,
    client::Client,
    forms::{filing, filing_with},
    office, on_both,
    reporter::Reporter,
    rows, wait,
};

/// The pages that are served with their content.
const PATHS: [&str; 8] =
    ["/", "/lacak", "/rekap", "/rekap?sector=listrik", "/rekap?as_of=x", "/panduan", "/gaya", "/tidak-ada"];

/// Complaints of several kinds, some of them moved on, and everything of them counted.
async fn filed(server: &TestServer) -> Client {
    let reporter = Reporter::new(&server.url);
    for number in 0..9 {
        let sector = ["listrik", "dana_desa", "kesehatan_masyarakat"][number as usize % 3];
        let region = ["72.71", "72.01"][number as usize % 2];
        let one = reporter.file(&filing_with(number, json!({ "sector": sector, "region": region }))).await;
        match number % 3 {
            0 => office::dispose(server, &one, "esdm").await,
            1 => office::answer(server, &one, "Sudah diperbaiki.").await,
            _ => {}
        }
    }
    settled(server, &reporter.client).await;
    reporter.client
}

/// Waits until the ledger knows everything that has been committed.
async fn settled(server: &TestServer, client: &Client) {
    let revision = rows::number(&server.state.db, "select revision from head").await;
    wait::until("the last change", || async {
        let board: Board = client.get("/api/v1/recap/board").await.expect(200).to();
        (board.revision >= revision).then_some(())
    })
    .await;
}

/// The words of a page in their order, a stroke between those of different elements.
fn words(page: &Answer) -> String {
    let html = page.text();
    let body = html.split("<main").nth(1).unwrap_or_default().split("<footer").next().unwrap_or_default();
    let parts = body.split('<').skip(1).filter_map(|part| part.split_once('>'));
    let words: Vec<&str> = parts.map(|(_, words)| words).filter(|words| !words.trim().is_empty()).collect();
    format!("|{}|", words.join("|"))
}

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    for words in expected {
        assert!(text.contains(words), "{words} is missing: {text}");
    }
}

/// What the app finds in the page.
#[track_caller]
fn data(page: &Answer) -> Value {
    let html = page.text();
    let json = html.split("id=\"data\">").nth(1).and_then(|rest| rest.split("</script>").next());
    serde_json::from_str(json.expect("has a block of data")).expect("is JSON")
}

/// A board, but for the moment when it was taken.
fn figures(mut board: Value) -> Value {
    board.as_object_mut().expect("is an object").remove("taken_at");
    board
}

async fn the_first_page_holds_what_the_board_says(server: &mut TestServer) {
    let client = filed(server).await;
    let page = client.get("/").await.expect(200);
    let board = client.get("/api/v1/recap/board").await.expect(200).json();
    holds(
        &words(&page),
        &[
            "|Sampaikan, pantau, lihat hasilnya|",
            "|6 dari 9 aduan masih menunggu.|",
            "|Belum terdisposisi|3|",
            "|Belum ditindaklanjuti|3|",
            "|Proses|3|",
            "|Selesai|0|",
            "|Ditindaklanjuti|33,3%|",
            "|Waktu sampai dijawab|0 hari kerja|",
            "|www.lapor.go.id|",
        ],
    );
    assert_eq!(figures(data(&page)["board"].clone()), figures(board));
    assert_eq!(data(&page)["filter"], "");
    let meta = client.get("/api/v1/meta").await.expect(200).json();
    assert_eq!(data(&page)["meta"], meta);
    // The form leads to tracking without any script.
    holds(&page.text(), &["<form class=\"way-form\" method=\"get\" action=\"/lacak\">", "name=\"kode\""]);
}

async fn the_recap_holds_every_row_of_the_board(server: &mut TestServer) {
    let client = filed(server).await;
    for query in
        ["", "sector=listrik", "region=72.01&class=complaint", "group=awaiting_follow_up&from=2026-01"]
    {
        let page = client.get(&format!("/rekap?{query}")).await.expect(200);
        let board: Board = client.get(&format!("/api/v1/recap/board?{query}")).await.expect(200).to();
        let waiting: WaitingList = client.get(&format!("/api/v1/waiting?{query}")).await.expect(200).to();
        let text = words(&page);
        holds(&text, &[&format!("|Semua aduan|{}|", board.figures.total)]);
        for group in Group::ALL {
            holds(&text, &[&format!("|{}|{}|", Lang::Id.group(*group), board.figures.groups.get(*group))]);
        }
        for rows in [&board.sectors, &board.regions, &board.agencies, &board.months] {
            assert!(!rows.is_empty());
            rows.iter().for_each(|row| holds_row(&text, row));
        }
        for row in &board.stages {
            holds(&text, &[&format!("|{}|{}|", row.label, row.count)]);
        }
        let data = data(&page);
        assert_eq!(figures(data["board"].clone()), figures(serde_json::to_value(&board).unwrap()));
        assert_eq!(data["filter"], query);
        let given: WaitingList = serde_json::from_value(data["waiting"].clone()).unwrap();
        assert_eq!((given.total, &given.rows), (waiting.total, &waiting.rows), "{query}");
        for file in ["/api/v1/recap.csv", "/api/v1/recap.xlsx", "/api/v1/recap"] {
            let and = if query.is_empty() { "" } else { "&amp;" };
            let link = format!("href=\"{file}?by=sector{and}{}\"", query.replace('&', "&amp;"));
            holds(&page.text(), &[&link]);
        }
    }
}

/// A row stands beside its bar, and in the table with its groups.
#[track_caller]
fn holds_row(text: &str, row: &Row) {
    let groups: Vec<String> = Group::ALL.iter().map(|group| row.groups.get(*group).to_string()).collect();
    let found: Vec<_> = text.split(row.label.as_str()).skip(1).map(numbers_at_the_start).collect();
    let count = row.count.to_string();
    assert!(found.contains(&vec![count.clone()]), "{row:?}: {found:?}");
    assert!(found.contains(&[groups, vec![count]].concat()), "{row:?}: {found:?}");
}

fn numbers_at_the_start(text: &str) -> Vec<String> {
    text.split('|')
        .skip(1)
        .take_while(|part| part.bytes().all(|b| b.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

async fn the_filter_keeps_what_was_chosen(server: &mut TestServer) {
    let client = filed(server).await;
    let page =
        client.get("/rekap?stage=disposed&sector=dana_desa&from=2026-01&utm_source=x").await.expect(200);
    holds(
        &page.text(),
        &[
            "<option value=\"dana_desa\" selected>Dana desa</option>",
            "name=\"from\" class=\"input\" type=\"month\" value=\"2026-01\"",
            "<input type=\"hidden\" name=\"stage\" value=\"disposed\">",
            "href=\"/rekap?sector=dana_desa&amp;from=2026-01\" aria-label=\"Hapus saringan Tahap: ",
            "<span class=\"filters-count\">3 aktif</span>",
            "kembali=%2Frekap%3Fstage%3Ddisposed%26sector%3Ddana_desa",
        ],
    );
    // What the form sends and says nothing leaves the address.
    let today = client.get("/api/v1/meta").await.json()["today"].as_str().unwrap().to_owned();
    let sent = format!("/rekap?as_of={today}&from=&to=&sector=listrik&region=&agency=&class=&channel=");
    let answer = client.staying().get(&sent).await.expect(303);
    assert_eq!(answer.header("location"), "/rekap?sector=listrik");
    client.get(&sent).await.expect(200);
}

async fn a_filter_that_cannot_be_is_told_on_the_page(server: &mut TestServer) {
    let client = filed(server).await;
    for (query, expected) in [
        ("as_of=2999-01-01", "|Keadaan per tanggal|: Tanggal ini belum tiba.|"),
        ("from=2026-05&to=2026-04", "|Diterima sampai bulan|: Akhir mendahului awal.|"),
        ("sector=tidak_ada", "|Bidang urusan|: "),
        ("class=%3Cscript%3E", "|Jenis|: "),
        ("stage=closed&stage=disposed", "|Tahap|: "),
        ("after=rusak", "|after|: "),
    ] {
        let page = client.get(&format!("/rekap?{query}")).await.expect(422);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{query}");
        assert_eq!(page.header("cache-control"), "no-store", "{query}");
        holds(&words(&page), &["|Alamat ini memuat saringan yang tidak dapat dipakai|", expected]);
        assert!(!page.text().contains("<script>"), "{query}");
    }
    let page = client.get("/rekap?from=2026-05&to=2026-04").await.expect(422);
    holds(
        &page.text(),
        &["value=\"2026-05\"", "value=\"2026-04\"", "id=\"filter-to-problem\"", "aria-invalid=\"true\""],
    );
}

async fn the_list_goes_on_page_by_page(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    for number in 0..23 {
        reporter.file(&filing(number)).await;
    }
    settled(server, &reporter.client).await;
    let first = reporter.client.get("/rekap").await.expect(200);
    assert_eq!(first.text().matches("class=\"waiting-row\"").count(), 20);
    holds(&words(&first), &["|20 dari 23 ditampilkan|"]);
    let text = first.text();
    let next = text.split("href=\"").find(|rest| rest.starts_with("/rekap?after=")).expect("leads on");
    let next = next.split('"').next().unwrap().to_owned();
    assert!(next.ends_with("#waiting-name"), "{next}");
    let second = reporter.client.get(next.split('#').next().unwrap()).await.expect(200);
    assert_eq!(second.text().matches("class=\"waiting-row\"").count(), 3);
    assert!(data(&second).get("waiting").is_none(), "the app begins with the first page");
    holds(&second.text(), &["href=\"/rekap#waiting-name\""]);
}

async fn a_published_one_is_listed_by_its_title_and_no_other(server: &mut TestServer) {
    let reporter = Reporter::new(&server.url);
    let open = reporter.file(&filing_with(1, json!({ "title": "Tiang <roboh> & berbahaya" }))).await;
    reporter.file(&filing_with(2, json!({ "title": "Yang belum diumumkan" }))).await;
    office::publish(server, &open).await;
    office::step(server, &open, Actor::Coordinator, Action::Verify).await;
    settled(server, &reporter.client).await;
    let page = reporter.client.get("/rekap").await.expect(200).text();
    holds(&page, &["Tiang &lt;roboh&gt; &amp; berbahaya</a>", &format!("href=\"/lacak/{}\"", open.code)]);
    holds(&page, &["Aduan bidang Listrik"]);
    assert!(!page.contains("Yang belum diumumkan") && !page.contains("<roboh>"), "{page}");
}

async fn the_guide_tells_the_limits_of_the_profile(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let page = client.get("/panduan").await.expect(200);
    let text = words(&page);
    holds(
        &text,
        &[
            "|Panduan mengadu|",
            "Pilih bidangnya dari 15 bidang urusan.",
            "|Paling lama 3 hari kerja sejak diterima |(belum dipastikan)|",
            "|Paling lama 5 hari kerja sejak diteruskan |(belum dipastikan)|",
            "|Pengaduan: 14 hari kerja |(belum dipastikan)|",
            "|10 hari kerja sejak dijawab |(belum dipastikan)|",
            "sp4n-2018",
        ],
    );
    holds(&page.text(), &["href=\"sms:1708\"", "href=\"https://www.lapor.go.id\"", "id=\"data-anda\""]);
    // Each entry of its contents leads to a part of it.
    for entry in page.text().split("href=\"#").skip(1).filter(|rest| !rest.starts_with("main")) {
        let id = entry.split('"').next().unwrap();
        holds(&page.text(), &[&format!("<section class=\"guide-part\" id=\"{id}\"")]);
    }
    let part = client.get("/panduan?bagian=isi").await.expect(200);
    assert!(part.text().starts_with("<div class=\"page guide\">"), "{}", part.text());
    holds(&page.text(), &[&part.text()]);
    assert_eq!((part.header("cache-control"), part.header("vary")), ("no-cache", "cookie, accept-encoding"));
    let known = client.with("if-none-match", part.header("etag"));
    known.get("/panduan?bagian=isi").await.expect(304);
}

async fn the_page_of_all_parts_is_there_and_nobody_is_led_to_it(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let page = client.get("/gaya").await.expect(200);
    holds(&words(&page), &["|Gaya tampilan|"]);
    holds(&page.text(), &["<meta name=\"robots\" content=\"noindex\">"]);
    for path in ["/", "/panduan", "/tidak-ada"] {
        assert!(!client.get(path).await.text().contains("href=\"/gaya"), "{path}");
    }
}

async fn pages_speak_the_chosen_language(server: &mut TestServer) {
    let client = filed(server).await;
    let english = client.with("cookie", "lang=en; theme=dark");
    for (path, id, en) in [
        ("/", "|6 dari 9 aduan masih menunggu.|", "|6 of 9 complaints still wait.|"),
        ("/", "|33,3%|", "|33.3%|"),
        ("/rekap", "|Penanggulangan bencana|", "|Disaster management|"),
        ("/rekap", "|Terdisposisi, belum ditindaklanjuti|", "|Forwarded, not yet followed up|"),
        ("/panduan", "|Data Anda|", "|Your data|"),
        ("/gaya", "|Gaya tampilan|", "|The look|"),
        ("/tidak-ada", "|Halaman tidak ditemukan|", "|Page not found|"),
    ] {
        let (in_indonesian, in_english) = (client.get(path).await, english.get(path).await);
        holds(&words(&in_indonesian), &[id]);
        holds(&words(&in_english), &[en]);
        holds(&in_indonesian.text(), &["<html lang=\"id\" data-theme=\"auto\">"]);
        holds(&in_english.text(), &["<html lang=\"en\" data-theme=\"dark\">"]);
        // The cookie says it, not the browser: the page's own links change it.
        assert_eq!(client.in_english().get(path).await.text(), in_indonesian.text(), "{path}");
    }
}

async fn a_choice_is_remembered_and_leads_back(server: &mut TestServer) {
    let client = Client::new(&server.url).staying();
    for (query, location, cookie) in [
        ("lang=en&kembali=/rekap%3Fsector%3Dlistrik", "/rekap?sector=listrik", "lang=en; Path=/;"),
        ("theme=dark&kembali=/panduan", "/panduan", "theme=dark; Path=/;"),
        ("lang=xx&kembali=/", "/", "lang=id; Path=/;"),
        ("lang=en&kembali=https://lain.example", "/", "lang=en; Path=/;"),
        ("lang=en&kembali=//lain.example", "/", "lang=en; Path=/;"),
        ("lang=en&kembali=/%5Clain.example", "/", "lang=en; Path=/;"),
        ("lang=en&kembali=/%0d%0aset-cookie:a=b", "/", "lang=en; Path=/;"),
    ] {
        let answer = client.get(&format!("/pilihan?{query}")).await.expect(303);
        assert_eq!(answer.header("location"), location, "{query}");
        assert!(answer.header("set-cookie").starts_with(cookie), "{query}: {}", answer.header("set-cookie"));
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

/// The service worker takes what another app shares. Where it is not there yet the form still opens.
async fn what_is_shared_opens_the_form(server: &mut TestServer) {
    let client = Client::new(&server.url).staying();
    let media = "multipart/form-data; boundary=x";
    let body =
        "--x\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n\r\nabc\r\n--x--\r\n";
    let answer = client.send(Method::POST, "/bagikan", Some((media, body.into()))).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/adukan"));
    let answer = client.get("/bagikan").await;
    assert_eq!((answer.status, answer.header("location")), (303, "/adukan"));
}

async fn an_address_that_leads_nowhere_has_ways_on(server: &mut TestServer) {
    let client = Client::new(&server.url);
    for path in ["/tidak-ada", "/rekap/lain", "/panduan/lain", "/%3Cscript%3E"] {
        let page = client.get(path).await.expect(404);
        holds(&words(&page), &["|Halaman tidak ditemukan|", "|Adukan|", "|Lacak|", "|Rekap|", "|Panduan|"]);
        holds(&page.text(), &["<meta name=\"robots\" content=\"noindex\">"]);
        assert!(!page.text().contains("<script>"), "{path}");
    }
    // Who asks for a file is a program.
    for path in ["/assets/none.js", "/favicon.ico", "/.env"] {
        assert!(!client.get(path).await.expect(404).text().contains("class=\"frame\""), "{path}");
    }
}

async fn no_page_has_a_script_or_a_style_of_its_own(server: &mut TestServer) {
    let client = filed(server).await;
    for path in PATHS {
        let page = client.get(path).await;
        let html = page.text();
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(tag.contains("type=\"application/json\"") || tag.contains(" src=\"/"), "{path}: {tag}");
        }
        assert!(!html.contains("style=") && !html.contains("<style"), "{path}");
        assert!(!html.contains(" onclick") && !html.contains("javascript:"), "{path}");
        assert!(html.contains("<title>") && html.matches("<h1").count() == 1, "{path}");
        let is_found = page.status == 200 && path != "/gaya";
        assert_eq!(
            html.contains("<meta name=\"description\""),
            is_found || path == "/rekap?as_of=x",
            "{path}"
        );
        // Every part that something points at is there.
        for name in ["aria-labelledby=\"", "aria-describedby=\"", " for=\""] {
            for ids in html.split(name).skip(1) {
                for id in ids.split('"').next().unwrap().split(' ') {
                    assert!(html.contains(&format!("id=\"{id}\"")) || path == "/lacak", "{path}: {id}");
                }
            }
        }
    }
}

async fn pages_come_compressed_and_once(server: &mut TestServer) {
    let client = filed(server).await;
    for path in ["/", "/rekap", "/panduan", "/panduan?bagian=isi", "/lacak"] {
        let plain = client.get(path).await.expect(200);
        assert!(!plain.headers.contains_key("content-encoding"), "{path}");
        let mut tags = vec![plain.header("etag").to_owned()];
        for (accepted, encoding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
            let client = client.with("accept-encoding", accepted);
            let small = client.get(path).await.expect(200);
            assert_eq!(small.header("content-encoding"), encoding, "{path}");
            assert_eq!(small.header("vary"), "cookie, accept-encoding", "{path}");
            assert!(small.body.len() * 2 < plain.body.len(), "{path}: {}", small.body.len());
            assert_eq!(opened(encoding, &small.body), plain.body, "{path}");
            let known = client.with("if-none-match", small.header("etag")).get(path).await.expect(304);
            assert!(known.body.is_empty() && known.header("etag") == small.header("etag"), "{path}");
            tags.push(small.header("etag").to_owned());
        }
        assert!(tags.iter().all(|tag| tag.starts_with('"')), "{tags:?}");
        tags.dedup();
        assert_eq!(tags.len(), 3, "{path}: each form has a tag of its own");
    }
    // A change makes another page of it.
    let before = client.get("/").await.header("etag").to_owned();
    Reporter::new(&server.url).file(&filing(99)).await;
    settled(server, &client).await;
    let after = client.with("if-none-match", &before).get("/").await.expect(200);
    assert_ne!(after.header("etag"), before);
    holds(&words(&after), &["|7 dari 10 aduan masih menunggu.|"]);
}

fn opened(encoding: &str, body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &*body, &mut whole).unwrap(),
        _ => {
            std::io::copy(&mut flate2::read::GzDecoder::new(body), &mut whole).unwrap();
        }
    }
    whole
}

async fn an_empty_recap_says_what_to_do(server: &mut TestServer) {
    let client = Client::new(&server.url);
    holds(&words(&client.get("/rekap").await.expect(200)), &["|Belum ada aduan|", "|Sampaikan aduan|"]);
    let filtered = client.get("/rekap?sector=listrik").await.expect(200);
    holds(&words(&filtered), &["|Tidak ada aduan di bawah saringan ini|", "|Hapus semua|"]);
    holds(&words(&client.get("/").await.expect(200)), &["|0 dari 0 aduan masih menunggu.|", "|belum ada|"]);
}

on_both!(
    the_first_page_holds_what_the_board_says,
    the_recap_holds_every_row_of_the_board,
    the_filter_keeps_what_was_chosen,
    a_filter_that_cannot_be_is_told_on_the_page,
    the_list_goes_on_page_by_page,
    a_published_one_is_listed_by_its_title_and_no_other,
    the_guide_tells_the_limits_of_the_profile,
    the_page_of_all_parts_is_there_and_nobody_is_led_to_it,
    pages_speak_the_chosen_language,
    a_choice_is_remembered_and_leads_back,
    what_is_shared_opens_the_form,
    an_address_that_leads_nowhere_has_ways_on,
    no_page_has_a_script_or_a_style_of_its_own,
    pages_come_compressed_and_once,
    an_empty_recap_says_what_to_do,
);
