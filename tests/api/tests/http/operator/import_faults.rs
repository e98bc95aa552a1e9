//! Imports that are bad: every bad row is told by line and field, and nothing of the file is entered.

use server::testing::TestServer;
use tests_api::{on_both, operator::Operator, rows, samples};

/// A row with one cell changed.
fn row(number: u64, column: &str, value: &str) -> String {
    let place = samples::HEADER.split(',').position(|name| name == column).expect("is a column");
    let row = samples::row(number);
    let mut cells: Vec<&str> = row.split(',').collect();
    cells[place] = value;
    cells.join(",")
}

fn table(rows: &[String]) -> Vec<u8> {
    format!("{}\n{}\n", samples::HEADER, rows.join("\n")).into_bytes()
}

/// Tables and what is told of them: `line N, column`.
fn cases() -> Vec<(&'static str, Vec<u8>, Vec<String>)> {
    let good = samples::row;
    let place = |line: u64, column: &str| format!("line {line}, {column}:");
    let mut cases = Vec::new();
    for (column, values) in [
        ("external_id", vec!["", "a\u{1}b", &*"x".repeat(101).leak()]),
        ("received_on", vec!["", "2026-02-30", "05/01/2026", "9999-12-31", "1920-01-01"]),
        ("class", vec!["", "gosip"]),
        ("sector", vec!["Gosip"]),
        ("agency", vec!["Dinas Gosip"]),
        ("region_code", vec!["73", "Palu"]),
        ("stage", vec!["", "lost"]),
        ("title", vec!["", "abcd", "judul\u{0}aduan", &*"x".repeat(151).leak()]),
        ("content", vec!["", "pendek", &*"x".repeat(5_001).leak()]),
    ] {
        for value in values {
            let rows = [good(1), row(2, column, value), good(3)];
            cases.push(("a bad cell", table(&rows), vec![place(3, column)]));
        }
    }
    let missing = String::from_utf8(table(&[good(1)])).unwrap().replace("title,", "");
    cases.push(("a missing column", missing.into_bytes(), vec![place(1, "title")]));
    let unknown = String::from_utf8(table(&[good(1)])).unwrap().replace("agency,", "dinas,");
    cases.push(("an unknown column", unknown.into_bytes(), vec![place(1, "dinas"), place(1, "agency")]));
    let twice = String::from_utf8(table(&[good(1)])).unwrap().replace("title,", "stage,");
    cases.push(("a column twice", twice.into_bytes(), vec![place(1, "stage"), place(1, "title")]));
    cases.push((
        "semicolons",
        samples::table(1..3).replace(',', ";").into_bytes(),
        vec![place(1, "external_id")],
    ));
    cases.push(("an empty file", Vec::new(), vec![place(1, "external_id")]));
    cases.push(("no table at all", vec![0, 159, 146, 150, 0, 10, 13], vec![place(1, "external_id")]));
    cases.push(("an id twice", table(&[good(1), good(2), good(1)]), vec![place(4, "external_id")]));
    cases.push(("a cell too many", table(&[good(1), good(2) + ",lebih"]), vec![place(3, "row")]));
    cases.push(("cells too few", table(&["T-1,2026-01-05,complaint".to_owned()]), vec![place(2, "stage")]));
    let mut broken = table(&[good(1)]);
    broken.extend(good(2).replace("rekaan", "reka\u{e9}n").chars().map(|c| c as u8).chain(*b"\n"));
    cases.push(("another encoding", broken, vec![place(3, "title")]));
    let channel = format!("{},channel\n{},gosip\n", samples::HEADER, good(1));
    cases.push(("an unknown channel", channel.into_bytes(), vec![place(2, "channel")]));
    // Every bad row is told, by the line it begins on.
    let long = row(1, "content", "\"Baris satu\nbaris dua\nbaris tiga dan akhir.\"");
    let rows = [long, row(2, "received_on", "x"), String::new(), row(3, "stage", "y"), row(4, "class", "z")];
    cases.push((
        "several bad rows",
        table(&rows),
        vec![place(5, "received_on"), place(7, "stage"), place(8, "class")],
    ));
    let both = row(1, "title", "").replace("Listrik", "Gosip");
    cases.push(("a row bad twice", table(&[both]), vec![place(2, "sector"), place(2, "title")]));
    cases
}

async fn every_bad_row_is_told_and_nothing_is_written(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    let before = rows::count(&server.state.db).await;
    for (number, (what, table, places)) in cases().into_iter().enumerate() {
        let file = samples::write(folder.path(), &format!("{number}.csv"), &table);
        let told = operator.import(&file).await.failed();
        for place in &places {
            assert!(told.err.contains(place), "{what}, {place}\n{}", told.err);
        }
        assert!(told.err.contains("nothing was written") && told.out.is_empty(), "{what}\n{}", told.err);
        assert_eq!(rows::count(&server.state.db).await, before, "{what}");
    }
}

/// In a file longer than what is staged at once, the last row decides as well.
async fn one_bad_row_at_the_end_refuses_all(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let before = rows::count(&server.state.db).await;
    let table = samples::table(0..1_700) + &row(9_999, "stage", "lost") + "\n";
    let file = samples::write(folder.path(), "long.csv", table);
    let told = Operator::beside(server).import(&file).await.failed();
    assert!(told.err.contains("line 1702, stage:") && told.err.contains("1 problems"), "{}", told.err);
    assert_eq!(rows::count(&server.state.db).await, before);
}

async fn a_known_id_with_other_values_is_a_fault(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    let file = samples::write(folder.path(), "first.csv", samples::table(0..50));
    operator.import(&file).await.done();
    let before = rows::count(&server.state.db).await;
    for (column, value) in [
        ("received_on", "2026-01-31"),
        ("class", "aspiration"),
        ("sector", "Dana desa"),
        ("sector", ""),
        ("agency", "Dinas Kesehatan"),
        ("region_code", "72.01"),
        ("stage", "closed"),
        ("title", "Judul yang lain"),
        ("content", "Isi yang lain sama sekali."),
    ] {
        let rows = [samples::row(100), row(7, column, value), samples::row(8)];
        let file = samples::write(folder.path(), "second.csv", table(&rows));
        let told = operator.import(&file).await.failed();
        assert!(told.err.contains("line 3, external_id:"), "{column}\n{}", told.err);
        assert_eq!(rows::count(&server.state.db).await, before, "{column}");
    }
}

async fn a_file_that_is_none_is_a_plain_failure(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let before = rows::count(&server.state.db).await;
    let operator = Operator::beside(server);
    for path in [folder.path().join("none.csv"), folder.path().to_owned()] {
        let told = operator.import(&path).await.failed();
        assert!(told.err.contains("tanggap: "), "{}", told.err);
    }
    assert_eq!(operator.run(&["import", "complaints"]).await.code, Some(2));
    assert_eq!(rows::count(&server.state.db).await, before);
}

on_both!(
    every_bad_row_is_told_and_nothing_is_written,
    one_bad_row_at_the_end_refuses_all,
    a_known_id_with_other_values_is_a_fault,
    a_file_that_is_none_is_a_plain_failure,
);
