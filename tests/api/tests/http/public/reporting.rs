//! The yearly report on requests for information and the register: what they count, and that nobody who asked is in them.

use serde_json::{Value, json};
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{
        AssignRequest, DecideObjection, Endpoint, ExtendRequest, GetRequestReport, GrantRequest,
        NotifyRequest, REQUEST_REGISTER_CSV_PATH, REQUEST_REGISTER_XLSX_PATH, REQUEST_REPORT_CSV_PATH,
        REQUEST_REPORT_XLSX_PATH, RefuseRequest,
    },
    calendar::Day,
    problem::ErrorCode,
    request::{Ground, RefusalCount, RequestOutcome, RequestReceipt, RequestReport},
};
use tests_api::{
    client::Client,
    on_both,
    random::fresh_key,
    requesting::{asking, grant, object, order, refusal, register, send},
    rows,
    staff::Staff,
    tables::{cells, inside},
};

const PAGE: &str = "/informasi/laporan";

fn on(server: &TestServer, day: Day) {
    server.clock.set(format!("{day}T02:00:00Z").parse().unwrap());
}

async fn report(client: &Client, query: &str) -> RequestReport {
    client.get(&format!("{}{query}", GetRequestReport::PATH)).await.expect(200).to()
}

/// Requests of every outcome: granted on its day, refused and objected to, granted in part after an extension, not held, and
/// one that is late.
async fn every_outcome(server: &TestServer) -> (Staff, Vec<RequestReceipt>) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let mut receipts = Vec::new();
    for number in 1..=5 {
        receipts.push(register(&client, number).await);
    }
    let numbers: Vec<&str> = receipts.iter().map(|receipt| receipt.number.as_str()).collect();
    order(&main, GrantRequest::PATH, numbers[0], grant(json!({}))).await;
    order(&main, AssignRequest::PATH, numbers[1], json!({ "agency": "esdm" })).await;
    order(&main, ExtendRequest::PATH, numbers[2], json!({ "reason": "Arsipnya di gudang." })).await;
    let letter = json!({ "letter_number": "1/PPID", "official": "PPID", "holder": "Badan Contoh" });
    order(&main, NotifyRequest::PATH, numbers[3], letter).await;
    // Three working days later.
    on(server, server.state.settings().holidays.add_working_days(receipts[0].received_on, 3));
    let main = main.back(server).await;
    order(&main, RefuseRequest::PATH, numbers[1], refusal()).await;
    let part = grant(json!({ "parts_withheld": "Nama pegawai.", "article": "pasal contoh huruf A" }));
    order(&main, GrantRequest::PATH, numbers[2], part).await;
    object(&client, &receipts[1], "refused").await.expect(200);
    // Two working days after the last day of the one that nobody answered.
    on(server, server.state.settings().holidays.add_working_days(receipts[4].received_on, 12));
    (main.back(server).await, receipts)
}

async fn the_report_counts_what_became_of_each(server: &mut TestServer) {
    let client = Client::new(&server.url);
    let empty = report(&client, "").await;
    assert_eq!((empty.received, empty.years.as_slice()), (0, &[2026][..]));
    let page = client.get(PAGE).await.expect(200).text();
    assert!(page.contains("Tidak ada permohonan informasi yang diterima pada tahun 2026."), "{page}");
    assert!(page.contains("href=\"/permohonan\"") && !page.contains("report.csv"));

    let (_, receipts) = every_outcome(server).await;
    let found = report(&client, "").await;
    let by_outcome: Vec<u32> = RequestOutcome::ALL.iter().map(|outcome| found.of(*outcome)).collect();
    assert_eq!((found.received, by_outcome.as_slice()), (5, &[1, 1, 1, 1, 1][..]));
    assert_eq!((found.extended, found.late, found.late_open), (1, 1, 1));
    assert_eq!((found.days.told, found.days.median, found.days.mean), (4, Some(1.5), Some(1.5)));
    assert_eq!(found.days.longest, Some(3));
    assert_eq!(found.refusals, [RefusalCount { article: "Pasal contoh huruf a".into(), count: 2 }]);
    let objection = found.objections[0];
    assert_eq!((found.objections.len(), objection.ground, objection.waiting), (1, Ground::Refused, 1));
    let lines: Vec<_> =
        found.requests.iter().map(|line| (line.number.as_str(), line.days, line.late_days)).collect();
    let numbers: Vec<&str> = receipts.iter().map(|receipt| receipt.number.as_str()).collect();
    let expected =
        [(numbers[0], 0, 0), (numbers[1], 3, 0), (numbers[2], 3, 0), (numbers[3], 0, 0), (numbers[4], 12, 2)];
    assert_eq!(lines, expected);

    // What is decided stands in it, with the dispute that is possible from then on.
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let decision = json!({
        "outcome": "dismissed", "letter_number": "K-1", "official": "Atasan PPID", "reasons": "Sudah dipertimbangkan."
    });
    order(&superior, DecideObjection::PATH, numbers[1], decision).await;
    let found = report(&client, "?year=2026").await;
    let objection = found.objections[0];
    assert_eq!((objection.dismissed, objection.waiting, found.disputable), (1, 0, 1));
    // Another year has nothing of it, and this year's stays when the next one has begun.
    assert_eq!(report(&client, "?year=2025").await.received, 0);
    on(server, Day::parse("2027-01-04").unwrap());
    assert_eq!(report(&client, "").await.years, [2027, 2026]);
    let last = report(&client, "?year=2026").await;
    assert_eq!((last.received, last.disputable, last.late), (5, 0, 1));
    for (query, problem) in
        [("?year=x", "unknown_value"), ("?year=226", "unknown_value"), ("?year=2028", "in_future")]
    {
        let answer = client.get(&format!("{}{query}", GetRequestReport::PATH)).await;
        answer.blames(422, ErrorCode::Invalid, &[format!("year {problem}")]);
    }
    let answer = client.get(&format!("{}?tahun=2026", GetRequestReport::PATH)).await;
    answer.blames(422, ErrorCode::Invalid, &["tahun unknown_field"]);
    rows::verify_clean(server).await;
}

async fn an_answer_anew_does_not_undo_what_was_late(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let client = Client::new(&server.url);
    let receipt = register(&client, 1).await;
    let holidays = server.state.settings().holidays.clone();
    on(server, holidays.add_working_days(receipt.received_on, 12));
    object(&client, &receipt, "no_answer").await.expect(200);
    let (main, superior) = (main.back(server).await, superior.back(server).await);
    let decision = json!({
        "outcome": "upheld", "letter_number": "K-1", "official": "Atasan PPID", "reasons": "Benar.",
        "answer_by": holidays.add_working_days(receipt.received_on, 15),
    });
    order(&superior, DecideObjection::PATH, &receipt.number, decision).await;
    let found = report(&client, "").await;
    assert_eq!((found.open, found.late, found.late_open), (1, 1, 1));
    order(&main, GrantRequest::PATH, &receipt.number, grant(json!({}))).await;
    let found = report(&client, "").await;
    assert_eq!((found.granted, found.late, found.late_open), (1, 1, 0));
    assert_eq!((found.requests[0].days, found.requests[0].late_days), (12, 2));
    assert_eq!((found.objections[0].upheld, found.disputable), (1, 1));
}

async fn the_page_shows_the_same_in_both_languages(server: &mut TestServer) {
    let (_, receipts) = every_outcome(server).await;
    let client = Client::new(&server.url);
    let answer = client.get(PAGE).await.expect(200);
    client.with("if-none-match", answer.header("etag")).get(PAGE).await.expect(304);
    let page = answer.text();
    for words in [
        "<h1 tabindex=\"-1\">Laporan layanan informasi publik 2026</h1>",
        "class=\"page information report\"",
        "Belum dijawab dan lewat batas",
        "Pasal contoh huruf a",
        "11 sampai 15 hari kerja",
        "Juni 2026",
        "Permohonan ditolak",
        &receipts[4].number,
        "href=\"/api/v1/information-requests/report.csv?year=2026&amp;lang=id\"",
        "href=\"/api/v1/information-requests/report.xlsx?year=2026&amp;lang=id\"",
        "href=\"/informasi\"",
    ] {
        assert!(page.contains(words), "{words} is missing: {page}");
    }
    assert!(!page.contains("noindex") && !page.contains("style="), "{page}");
    // Every chart is a table with its numbers beside the bars.
    assert_eq!(page.matches("<table class=\"bars\">").count(), 4);
    assert_eq!(page.matches("<figure ").count(), 4);
    let english = client.with("cookie", "lang=en").get(PAGE).await.expect(200).text();
    assert!(english.contains("Report on requests for information 2026"), "{english}");
    assert!(english.contains("report.csv?year=2026&amp;lang=en"));
    on(server, Day::parse("2027-01-04").unwrap());
    let page = client.get(PAGE).await.expect(200).text();
    assert!(page.contains("href=\"/informasi/laporan?year=2026\""), "{page}");
    assert!(
        client.get("/informasi/laporan?year=2026").await.expect(200).text().contains("Pasal contoh huruf a")
    );
    client.get("/informasi/laporan?year=2028").await.expect(422);
    let list = client.get("/informasi").await.expect(200).text();
    assert!(list.contains("href=\"/informasi/laporan\""));
}

async fn files_say_the_same(server: &mut TestServer) {
    let (_, receipts) = every_outcome(server).await;
    let client = Client::new(&server.url);
    let csv = client.get(REQUEST_REPORT_CSV_PATH).await.expect(200);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"laporan-permohonan-2026.csv\"");
    let rows = cells(&csv.text());
    let head = [
        "number",
        "received_on",
        "outcome",
        "told_on",
        "days",
        "due_on",
        "late_days",
        "extended",
        "objections",
    ];
    assert_eq!(rows[0], head);
    let day = receipts[0].received_on.to_string();
    let due_on = receipts[0].deadlines[0].due_on.to_string();
    assert_eq!(rows[1], [&receipts[0].number, &day, "granted", &day, "0", &due_on, "0", "false", "0"]);
    assert_eq!(rows[5], [&receipts[4].number, &day, "open", "", "12", &due_on, "2", "false", "0"]);
    assert_eq!(rows.len(), 6);
    let book = client.with("accept-language", "en").get(REQUEST_REPORT_XLSX_PATH).await.expect(200);
    assert_eq!(book.header("content-disposition"), "attachment; filename=\"laporan-permohonan-2026.xlsx\"");
    let english = inside(&book.body);
    let book = client.with("accept-language", "en").get(&format!("{REQUEST_REPORT_XLSX_PATH}?lang=id")).await;
    let indonesian = inside(&book.expect(200).body);
    for (texts, words) in [
        (&english, ["Headline figures", "Each request", "Grounds of refusal", "Objections by ground"]),
        (&indonesian, ["Angka pokok", "Setiap permohonan", "Dasar penolakan", "Keberatan menurut alasan"]),
    ] {
        for words in words.iter().chain(&["Pasal contoh huruf a", &receipts[3].number]) {
            assert!(texts.contains(words), "{words} is missing");
        }
    }
    client.get(&format!("{REQUEST_REPORT_XLSX_PATH}?lang=xx")).await.refused(422, ErrorCode::Invalid);
    client.get(&format!("{REQUEST_REPORT_CSV_PATH}?year=2027")).await.refused(422, ErrorCode::Invalid);
    assert_eq!(cells(&client.get(&format!("{REQUEST_REPORT_CSV_PATH}?year=2025")).await.text()).len(), 1);
}

async fn the_register_is_as_wide_as_the_desk(server: &mut TestServer) {
    let (main, receipts) = every_outcome(server).await;
    let esdm = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let dinkes = Staff::with(server, Role::PpidAgency, Some("dinkes")).await;
    let superior = Staff::with(server, Role::PpidSuperior, None).await;
    let register =
        async |staff: &Staff| cells(&staff.client.get(REQUEST_REGISTER_CSV_PATH).await.expect(200).text());
    let check = async |staff: &Staff, expected: &[usize]| {
        let rows = register(staff).await;
        let numbers: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        let expected: Vec<&str> = expected.iter().map(|place| receipts[*place].number.as_str()).collect();
        assert_eq!(numbers, expected);
    };
    check(&main, &[0, 1, 2, 3, 4]).await;
    check(&esdm, &[1]).await;
    check(&dinkes, &[]).await;
    check(&superior, &[1]).await;
    let rows = register(&esdm).await;
    assert_eq!(rows[0][0], "Nomor (register tanpa identitas pemohon)");
    let holidays = &server.state.settings().holidays;
    let told_on = holidays.add_working_days(receipts[1].received_on, 3);
    let expected = [
        receipts[1].number.as_str(),
        &receipts[1].received_on.to_string(),
        "Rencana kerja Dinas Contoh nomor 2.",
        &rows[1][3],
        "Ditolak",
        "Ditolak",
        "3",
        // The decision on the objection is what must be done next.
        &holidays.add_working_days(told_on, 30).to_string(),
        "0",
        "Permohonan ditolak: menunggu tanggapan",
    ];
    assert_eq!(rows[1], expected);
    assert!(rows[1][3].contains("Energi"), "{:?}", rows[1]);
    let book = esdm.client.get(REQUEST_REGISTER_XLSX_PATH).await.expect(200);
    let texts = inside(&book.body);
    assert!(texts.contains("Register tanpa identitas") && texts.contains("nomor 2."));
    assert!(!texts.contains("nomor 1."), "what is another agency's is not in it");
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    for path in [REQUEST_REGISTER_CSV_PATH, REQUEST_REGISTER_XLSX_PATH] {
        coordinator.client.get(path).await.refused(403, ErrorCode::Forbidden);
        Client::new(&server.url).get(path).await.refused(401, ErrorCode::Unauthorized);
    }
    // What somebody asks for is no formula.
    let formula: Value = json!({ "what": "=HYPERLINK(\"https://contoh.example\")" });
    send(&Client::new(&server.url), &fresh_key(), &asking(9, formula)).await.expect(201);
    let rows = register(&main).await;
    assert_eq!(rows[6][2], "'=HYPERLINK(\"https://contoh.example\")");
}

async fn nobody_who_asked_is_in_any_of_it(server: &mut TestServer) {
    const CANARIES: [&str; 6] = [
        "Zubaidah Rekaan",
        "7271019876543210",
        "Lorong Ungu Rekaan",
        "6281298765432",
        "zubaidah.rekaan@contoh.example",
        "Tujuan Nila Rekaan",
    ];
    let main = Staff::with(server, Role::PpidMain, None).await;
    let client = Client::new(&server.url);
    let new = asking(
        1,
        json!({
            "applicant": {
                "kind": "person",
                "name": CANARIES[0],
                "identity_number": CANARIES[1],
                "address": CANARIES[2],
                "phone": format!("+{}", CANARIES[3]),
                "email": CANARIES[4],
            },
            "purpose": CANARIES[5],
            "what": "Denah gudang berwarna nila.",
        }),
    );
    let receipt: RequestReceipt = send(&client, &fresh_key(), &new).await.expect(201).to();
    order(&main, RefuseRequest::PATH, &receipt.number, refusal()).await;
    object(&client, &receipt, "refused").await.expect(200);
    let text = async |client: &Client, path: &str| client.get(path).await.expect(200).text();
    let open = [
        text(&client, PAGE).await,
        text(&client, GetRequestReport::PATH).await,
        text(&client, REQUEST_REPORT_CSV_PATH).await,
        inside(&client.get(REQUEST_REPORT_XLSX_PATH).await.expect(200).body),
    ];
    let register = [
        text(&main.client, REQUEST_REGISTER_CSV_PATH).await,
        inside(&main.client.get(REQUEST_REGISTER_XLSX_PATH).await.expect(200).body),
    ];
    for found in open.iter().chain(&register) {
        assert!(found.contains(&receipt.number), "the request itself is in it: {found}");
        for canary in CANARIES {
            assert!(!found.contains(canary), "{canary} in {found}");
        }
        for word in [receipt.secret.as_str(), "Saya keberatan."] {
            assert!(!found.contains(word), "{word} in {found}");
        }
    }
    // What was asked for, and why it was refused, may hold names: everyone reads the article alone.
    for found in &open {
        assert!(!found.contains("gudang") && !found.contains("Belum boleh dibuka"), "{found}");
    }
    assert!(register.iter().all(|found| found.contains("gudang")));
}

on_both!(
    the_report_counts_what_became_of_each,
    an_answer_anew_does_not_undo_what_was_late,
    the_page_shows_the_same_in_both_languages,
    files_say_the_same,
    the_register_is_as_wide_as_the_desk,
    nobody_who_asked_is_in_any_of_it,
);
