//! The province's own recap of June 2020, row for row, in every form it can be had.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use serde_json::Value;
use server::testing::TestServer;
use tests_api::{client::Client, on_both, operator::Operator, rows, samples, wait};

const QUESTION: &str = "by=sector&stage=disposed&as_of=2020-06-30";
const FLAGS: [&str; 7] = ["recap", "--by", "sector", "--stage", "disposed", "--as-of", "2020-06-30"];

async fn import(server: &TestServer) -> Client {
    Operator::beside(server).import(&samples::complaints()).await.done();
    let client = Client::new(&server.url);
    let revision = rows::number(&server.state.db, "select revision from head").await;
    wait::until("the import in the recap", || async {
        let recap = client.get("/api/v1/recap").await.json();
        (recap["revision"].as_i64() >= Some(revision)).then_some(())
    })
    .await;
    client
}

fn of_json(recap: &Value) -> Vec<(String, u64)> {
    let rows = recap["rows"].as_array().expect("rows are a list");
    let row = |row: &Value| (row["label"].as_str().unwrap().to_owned(), row["count"].as_u64().unwrap());
    assert_eq!(recap["total"], 26);
    assert_eq!((&recap["as_of"], &recap["by"]), (&Value::from("2020-06-30"), &Value::from("sector")));
    rows.iter().map(row).collect()
}

fn of_csv(text: &str) -> Vec<(String, u64)> {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(names[..3], ["key", "label", "count"]);
    table.records().map(|row| row.unwrap()).map(|row| (row[1].to_owned(), row[2].parse().unwrap())).collect()
}

/// The cells of a workbook's first sheet by their address, and its formulas.
fn sheet(book: &[u8]) -> (BTreeMap<String, String>, usize) {
    let mut book = zip::ZipArchive::new(Cursor::new(book)).expect("a workbook is an archive");
    let mut part = |name: &str| {
        let mut text = String::new();
        book.by_name(name).expect(name).read_to_string(&mut text).expect("is text");
        text
    };
    let strings: Vec<String> = between(&part("xl/sharedStrings.xml"), "<si>", "</si>")
        .iter()
        .map(|string| {
            let text = string.split_once('>').map_or("", |(_, text)| text).trim_end_matches("</t>");
            text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        })
        .collect();
    let sheet = part("xl/worksheets/sheet1.xml");
    let mut cells = BTreeMap::new();
    for cell in between(&sheet, "<c ", "</c>") {
        let address = between(&cell, "r=\"", "\"")[0].clone();
        let value = between(&cell, "<v>", "</v>").first().cloned().unwrap_or_default();
        let value =
            if cell.contains("t=\"s\"") { strings[value.parse::<usize>().unwrap()].clone() } else { value };
        cells.insert(address, value);
    }
    (cells, sheet.matches("<f>").count())
}

fn between(text: &str, start: &str, end: &str) -> Vec<String> {
    text.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0.to_owned())).collect()
}

fn of_sheet(book: &[u8]) -> Vec<(String, u64)> {
    let (cells, _) = sheet(book);
    let row = |line: usize| {
        Some((cells.get(&format!("B{line}"))?.clone(), cells.get(&format!("C{line}"))?.clone()))
    };
    let rows = (2..).map_while(row).filter(|(label, _)| label != "Total");
    rows.map(|(label, count)| (label, count.parse().unwrap())).collect()
}

async fn the_published_recap_comes_out_row_for_row(server: &mut TestServer) {
    let client = import(server).await;
    let published = samples::published();
    assert_eq!((published.len(), published.iter().map(|(_, count)| count).sum::<u64>()), (9, 26));

    let json = client.get(&format!("/api/v1/recap?{QUESTION}")).await.expect(200);
    assert_eq!(of_json(&json.json()), published);

    let csv = client.get(&format!("/api/v1/recap.csv?{QUESTION}")).await.expect(200);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"rekap-sector-2020-06-30.csv\"");
    assert_eq!(of_csv(&csv.text()), published);

    let book = client.get(&format!("/api/v1/recap.xlsx?{QUESTION}")).await.expect(200);
    assert_eq!(
        book.header("content-type"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    assert_eq!(of_sheet(&book.body), published);

    let operator = Operator::beside(server);
    let told = operator.run(&[&FLAGS[..], &["--format", "json"]].concat()).await.done();
    assert_eq!(of_json(&serde_json::from_str(&told.out).unwrap()), published);
    let told = operator.run(&[&FLAGS[..], &["--format", "csv"]].concat()).await.done();
    assert_eq!(of_csv(&told.out), published);
    let told = operator.run(&FLAGS).await.done();
    let lines: Vec<_> = told.out.lines().filter_map(|line| line.rsplit_once("  ")).collect();
    let lines: Vec<_> = lines.iter().map(|(label, count)| (label.trim().to_owned(), count.trim())).collect();
    let expected: Vec<_> =
        published.iter().map(|(label, count)| (label.clone(), count.to_string())).collect();
    let found: Vec<_> =
        lines.iter().filter_map(|(l, c)| Some((l.clone(), c.parse::<u64>().ok()?.to_string()))).collect();
    assert_eq!(found[..9], expected[..]);
    assert_eq!(found[9], ("Total".to_owned(), "26".to_owned()));
}

async fn the_day_before_there_was_nothing(server: &mut TestServer) {
    let client = import(server).await;
    for (query, total) in [
        ("as_of=2020-06-29", 0),
        ("as_of=2020-06-30", 26),
        ("", 26),
        ("channel=lapor", 26),
        ("channel=web", 0),
        ("group=awaiting_follow_up", 26),
        ("group=awaiting_disposition", 0),
        ("from=2020-06&to=2020-06", 26),
        ("from=2020-07", 0),
    ] {
        assert_eq!(client.get(&format!("/api/v1/recap?{query}")).await.json()["total"], total, "{query}");
    }
    let waiting = client.get("/api/v1/waiting?as_of=2020-06-30").await.expect(200).json();
    assert_eq!(waiting["total"], 26);
    // Imported rows are unpublished: their words are nobody's to read yet.
    for path in ["/api/v1/waiting?limit=100", "/api/v1/recap", "/api/v1/recap/board"] {
        let text = client.get(path).await.text();
        assert!(!text.contains("Aduan masyarakat") && !text.contains("SULTENG-2020"), "{path}: {text}");
    }
}

async fn the_command_line_refuses_what_the_interface_refuses(server: &mut TestServer) {
    let operator = Operator::beside(server);
    for flags in [
        ["--as-of", "9999-12-31"],
        ["--as-of", "2020-02-30"],
        ["--stage", "lost"],
        ["--by", "weather"],
        ["--sector", "gosip"],
        ["--region", "73.01"],
    ] {
        let told = operator.run(&[&["recap"][..], &flags].concat()).await.failed();
        assert!(told.err.contains(flags[0]), "{}", told.err);
    }
    let told = operator.run(&["recap", "--format", "pdf"]).await;
    assert_eq!(told.code, Some(2), "{}", told.err);
}

/// A label that a spreadsheet would compute stays a text.
async fn a_cell_that_begins_like_a_formula_is_none(server: &mut TestServer) {
    import(server).await;
    const FORMULA: &str = "=HYPERLINK(\"http://lain.example\",\"Klik\")";
    rows::change(
        &server.state.db,
        "update sector set label = '=HYPERLINK(\"http://lain.example\",\"Klik\")' where key = 'dana_desa'",
    )
    .await;
    for (key, start) in [("tenaga_kerja", "+"), ("listrik", "-"), ("kepegawaian", "@"), ("pertanahan", "\t")]
    {
        let sql = format!("update sector set label = '{start}1' where key = '{key}'");
        rows::change(&server.state.db, sql.leak()).await;
    }
    server.restart().await;
    let client = Client::new(&server.url);
    let json = client.get(&format!("/api/v1/recap?{QUESTION}")).await.expect(200).json();
    assert!(json.to_string().contains("=HYPERLINK"), "JSON tells it as it is");
    let csv = client.get(&format!("/api/v1/recap.csv?{QUESTION}")).await.expect(200).text();
    let told = Operator::beside(server).run(&[&FLAGS[..], &["--format", "csv"]].concat()).await.done();
    for table in [&csv, &told.out] {
        let labels: Vec<_> = of_csv(table).into_iter().map(|(label, _)| label).collect();
        assert!(labels.contains(&format!("'{FORMULA}")), "{labels:?}");
        assert!(labels.iter().all(|label| !label.starts_with(['=', '+', '-', '@', '\t'])), "{labels:?}");
    }
    let book = client.get(&format!("/api/v1/recap.xlsx?{QUESTION}")).await.expect(200);
    let (cells, formulas) = sheet(&book.body);
    assert_eq!(formulas, 0);
    assert!(cells.values().any(|cell| cell == FORMULA), "{cells:?}");
}

on_both!(
    the_published_recap_comes_out_row_for_row,
    the_day_before_there_was_nothing,
    the_command_line_refuses_what_the_interface_refuses,
    a_cell_that_begins_like_a_formula_is_none,
);
