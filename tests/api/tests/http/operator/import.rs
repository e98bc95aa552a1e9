//! Imports that are good: in every way a table may be written, again, at once, and killed half-way.

use std::time::Duration;

use futures_util::future::join_all;
use server::testing::TestServer;
use tests_api::{client::Client, on_both, operator::Operator, random::Random, rows, samples, wait};

async fn complaints(server: &TestServer) -> i64 {
    rows::number(&server.state.db, "select count(*) from complaint").await
}

async fn the_sample_is_imported_once_however_often(server: &mut TestServer) {
    let operator = Operator::beside(server);
    let told = operator.import(&samples::complaints()).await.done();
    assert!(told.out.contains("26 rows read, 26 new, 0 known"), "{}", told.out);
    let after = rows::count(&server.state.db).await;
    for _ in 0..2 {
        let told = operator.import(&samples::complaints()).await.done();
        assert!(told.out.contains("26 rows read, 0 new, 26 known"), "{}", told.out);
    }
    assert_eq!(rows::count(&server.state.db).await, after);
    assert_eq!(after["complaint"], 26);
    assert_eq!(after["import_staging"], 0);
    operator.verify().await.done();
}

/// Three rows, written in as many ways as spreadsheets do.
const WAYS: [&str; 5] = [
    // As it is.
    "external_id,received_on,class,sector,agency,region_code,stage,title,content\n\
     A-1,2026-01-05,complaint,Listrik,,72.71,disposed,Lampu padam,Lampu padam sejak pekan lalu.\n\
     A-2,2026-01-06,aspiration,,,,received,\"Minta \"\"jembatan\"\", segera\",\"Baris satu,\nbaris dua dan akhir.\"\n\
     A-3,2026-01-07,complaint,Dana desa,Dinas Kesehatan,72,closed,Dana desa,Dana desa belum diterima.\n",
    // With a byte order mark and CRLF.
    "\u{feff}external_id,received_on,class,sector,agency,region_code,stage,title,content\r\n\
     A-1,2026-01-05,complaint,Listrik,,72.71,disposed,Lampu padam,Lampu padam sejak pekan lalu.\r\n\
     A-2,2026-01-06,aspiration,,,,received,\"Minta \"\"jembatan\"\", segera\",\"Baris satu,\r\nbaris dua dan akhir.\"\r\n\
     A-3,2026-01-07,complaint,Dana desa,Dinas Kesehatan,72,closed,Dana desa,Dana desa belum diterima.\r\n",
    // Everything quoted, the columns in another order, keys instead of labels, blank lines, no break at the end.
    "\"title\",\"content\",\"stage\",\"agency\",\"sector\",\"class\",\"received_on\",\"external_id\",\"region_code\"\n\n\
     \"Lampu padam\",\"Lampu padam sejak pekan lalu.\",\"disposed\",\"\",\"listrik\",\"complaint\",\"2026-01-05\",\"A-1\",\"72.71\"\n\n\
     \"Minta \"\"jembatan\"\", segera\",\"Baris satu,\nbaris dua dan akhir.\",\"received\",\"\",\"\",\"aspiration\",\"2026-01-06\",\"A-2\",\"\"\n\
     \"Dana desa\",\"Dana desa belum diterima.\",\"closed\",\"dinkes\",\"dana_desa\",\"complaint\",\"2026-01-07\",\"A-3\",\"72\"",
    // English labels, other capitals, spaces around, and the channel said.
    "External_ID,received_on,class,sector,agency,region_code,stage,title,content,channel\n\
     A-1, 2026-01-05 ,Complaint,ELECTRICITY,,72.71,disposed,  Lampu padam  ,Lampu padam sejak pekan lalu.,lapor\n\
     A-2,2026-01-06,aspiration,,,,received,\"Minta \"\"jembatan\"\", segera\",\"Baris satu,\nbaris dua dan akhir.\",\n\
     A-3,2026-01-07,complaint,village fund,Health Office,72,closed,Dana desa,Dana desa belum diterima.,lapor\n",
    // Old line breaks.
    "external_id,received_on,class,sector,agency,region_code,stage,title,content\r\
     A-1,2026-01-05,complaint,Listrik,,72.71,disposed,Lampu padam,Lampu padam sejak pekan lalu.\r\
     A-2,2026-01-06,aspiration,,,,received,\"Minta \"\"jembatan\"\", segera\",\"Baris satu,\rbaris dua dan akhir.\"\r\
     A-3,2026-01-07,complaint,Dana desa,Dinas Kesehatan,72,closed,Dana desa,Dana desa belum diterima.\r",
];

/// Whichever way comes first is entered; the others are the same rows.
async fn every_way_of_writing_a_table_says_the_same(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    for (number, table) in WAYS.iter().enumerate() {
        let file = samples::write(folder.path(), &format!("{number}.csv"), table);
        let told = operator.import(&file).await.done();
        let new = if number == 0 { "3 rows read, 3 new, 0 known" } else { "3 rows read, 0 new, 3 known" };
        assert!(told.out.contains(new), "way {number}: {}", told.out);
    }
    let check = async |what: &str, expected: i64| {
        let sql = format!(
            "select count(*) from complaint c join complaint_text t on t.complaint_id = c.id where {what}"
        );
        assert_eq!(rows::number(&server.state.db, &sql).await, expected, "{what}");
    };
    check("c.channel = 'lapor' and c.published = 0 and c.secret_hash is null", 3).await;
    check("c.sector_key = 'listrik' and c.regency_code = '72.71' and c.received_on = '2026-01-05'", 1).await;
    check("c.sector_key is null and c.regency_code is null and t.title = 'Minta \"jembatan\", segera'", 1)
        .await;
    check("t.content = 'Baris satu,\nbaris dua dan akhir.'", 1).await;
    check("c.agency_key = 'dinkes' and c.stage = 'closed'", 1).await;
}

async fn an_id_is_one_of_its_channel(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let row = samples::row(1);
    let table = format!("{},channel\n{row},lapor\n{row},letter\n{row},phone\n", samples::HEADER);
    let file = samples::write(folder.path(), "channels.csv", table);
    Operator::beside(server).import(&file).await.done();
    assert_eq!(complaints(server).await, 3);
}

async fn imports_at_once_do_not_double(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    let same = samples::write(folder.path(), "same.csv", samples::table(0..300));
    let parts = [(100, 400), (300, 600), (0, 600)]
        .map(|(from, to)| samples::write(folder.path(), &format!("{from}.csv"), samples::table(from..to)));
    let files = [&same, &same, &same, &parts[0], &parts[1], &parts[2]];
    let told = join_all(files.map(|file| operator.import(file))).await;
    let mut new = 0;
    for told in told {
        let told = told.done();
        let (_, rest) = told.out.split_once("read, ").unwrap();
        new += rest.split_once(" new").unwrap().0.parse::<i64>().unwrap();
    }
    assert_eq!((new, complaints(server).await), (600, 600));
    operator.verify().await.done();
}

async fn of_two_imports_that_contradict_each_other_one_is_refused_whole(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::beside(server);
    let one = samples::write(folder.path(), "one.csv", samples::table(0..400));
    let table = samples::table(100..600).replace("Aduan rekaan nomor 250,", "Aduan rekaan yang lain,");
    let other = samples::write(folder.path(), "other.csv", table);
    let (one, other) = tokio::join!(operator.import(&one), operator.import(&other));
    let (done, refused, count) = match (one.code, other.code) {
        (Some(0), _) => (one, other, 400),
        _ => (other, one, 500),
    };
    done.done();
    let refused = refused.failed();
    assert!(
        refused.err.contains("external_id") && refused.err.contains("nothing was written"),
        "{}",
        refused.err
    );
    assert_eq!(complaints(server).await, count);
    operator.verify().await.done();
}

/// Kills an import at seven moments, then lets it through.
async fn a_killed_import_leaves_nothing_and_can_be_repeated(server: &mut TestServer) {
    const ROWS: u64 = 3_000;
    let folder = tempfile::tempdir().unwrap();
    let file = samples::write(folder.path(), "large.csv", samples::table(0..ROWS));
    let operator = Operator::beside(server);
    let mut random = Random::new(11);
    let staged = async || rows::number(&server.state.db, "select count(*) from import_staging").await;
    for share in [0, 1, 2, 4, 6, 6, 6] {
        let before = staged().await;
        let arguments = ["import", "complaints", file.to_str().unwrap()];
        let mut import = operator.command(&arguments).stdout(std::process::Stdio::null()).spawn().unwrap();
        wait::until("the staged rows", || async {
            let rows = (staged().await - before) as u64;
            (rows >= share * ROWS / 6).then_some(())
        })
        .await;
        // Not to wait for something: the moment of the kill is what is tried out.
        tokio::time::sleep(Duration::from_micros(random.below(60_000))).await;
        import.kill().await.unwrap();
        let entered = complaints(server).await;
        assert!(entered == 0 || entered == ROWS as i64, "{entered} of {ROWS} were entered");
        operator.verify().await.done();
    }
    operator.import(&file).await.done();
    let told = operator.import(&file).await.done();
    assert!(told.out.contains("0 new, 3000 known"), "{}", told.out);
    assert_eq!(complaints(server).await, ROWS as i64);
    let batches = rows::number(&server.state.db, "select count(*) from import_batch").await;
    assert_eq!(batches, 1);
    operator.verify().await.done();
    let client = Client::new(&server.url);
    wait::until("the import in the recap", || async {
        (client.get("/api/v1/recap").await.json()["total"] == ROWS).then_some(())
    })
    .await;
}

async fn an_import_makes_the_database_it_needs(server: &mut TestServer) {
    // The server of the other tests is not asked; a folder that is not there yet is.
    let folder = tempfile::tempdir().unwrap();
    let operator = Operator::new(&folder.path().join("new/data"), None);
    let missing = operator.import(&folder.path().join("none.csv")).await.failed();
    assert!(missing.err.contains("none.csv"), "{}", missing.err);
    assert!(!folder.path().join("new").exists(), "a mistyped name leaves no database behind");
    operator.import(&samples::complaints()).await.done();
    let told = operator.run(&["recap", "--as-of", "2020-06-30", "--format", "csv"]).await.done();
    assert_eq!(told.out.lines().count(), 10);
    assert_eq!(complaints(server).await, 0);
}

on_both!(
    the_sample_is_imported_once_however_often,
    every_way_of_writing_a_table_says_the_same,
    an_id_is_one_of_its_channel,
    imports_at_once_do_not_double,
    of_two_imports_that_contradict_each_other_one_is_refused_whole,
    a_killed_import_leaves_nothing_and_can_be_repeated,
    an_import_makes_the_database_it_needs,
);
