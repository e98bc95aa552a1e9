//! A Daftar Informasi Publik from a table: looked at first, then all of it or nothing.

use std::fmt::Write as _;

use reqwest::Method;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{Endpoint, INFORMATION_CSV_PATH, INFORMATION_IMPORT_PATH, ListInformation},
    information::{InformationImport, InformationList},
    problem::{ErrorCode, Problem},
};
use tests_api::{answer::Answer, client::Client, on_both, operator::Operator, rows, staff::Staff};

const HEAD: &str = "No;Judul;Ringkasan isi informasi;Kategori;Perangkat Daerah;Penanggung jawab;Waktu pembuatan;Bentuk informasi;Retensi\r\n";

/// A list of so many rows, as officers keep them; what is bad takes the place of a row's category and day.
fn list(count: u32, bad: &[u32]) -> String {
    let mut table = HEAD.to_owned();
    for number in 1..=count {
        let (category, made) =
            if bad.contains(&number) { ("Rahasia", "kemarin") } else { ("Berkala", "5 Januari 2026") };
        write!(
            table,
            "{number};Rencana kerja {number};\"Isi rencana {number}; dengan anggaran\";{category};\
             Dinas Energi dan Sumber Daya Mineral;Kepala Dinas Contoh;{made};\"Softcopy, Cetak\";Permanen\r\n"
        )
        .unwrap();
    }
    table
}

async fn send(staff: &Staff, query: &str, table: impl Into<Vec<u8>>) -> Answer {
    let body = Some(("application/octet-stream", table.into().into()));
    staff.client.send(Method::POST, &[INFORMATION_IMPORT_PATH, query].concat(), body).await
}

async fn told(staff: &Staff, query: &str, table: impl Into<Vec<u8>>) -> InformationImport {
    send(staff, query, table).await.expect(200).to()
}

async fn entries(server: &TestServer) -> i64 {
    rows::number(&server.state.db, "select count(*) from information").await
}

async fn all_rows_are_entered_or_none(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let found = told(&main, "?apply=true", list(50, &[7, 31])).await;
    assert_eq!((found.rows, found.faults_total, found.applied), (50, 4, false));
    let faults: Vec<_> =
        found.faults.iter().map(|one| (one.line, &*one.problem.field, one.problem.problem)).collect();
    assert_eq!(
        faults,
        [
            (8, "category", Problem::UnknownValue),
            (8, "made_on", Problem::NotADate),
            (32, "category", Problem::UnknownValue),
            (32, "made_on", Problem::NotADate),
        ]
    );
    assert_eq!((found.unread, entries(server).await), (vec!["No".to_owned()], 0));

    let found = told(&main, "", list(50, &[])).await;
    assert_eq!((found.new, found.known, found.applied, found.sample.len()), (50, 0, false, 20));
    assert_eq!((&*found.sample[0].title, found.sample[0].line), ("Rencana kerja 1", 2));
    assert_eq!(entries(server).await, 0);

    let found = told(&main, "?apply=true", list(50, &[])).await;
    assert_eq!((found.new, found.known, found.applied), (50, 0, true));
    assert_eq!(entries(server).await, 50);
    // Again, and longer by one: what is there stays as it is.
    let found = told(&main, "?apply=true", list(51, &[])).await;
    assert_eq!((found.new, found.known), (1, 50));
    assert_eq!(entries(server).await, 51);
    rows::verify_clean(server).await;
}

async fn two_at_once_enter_each_row_once(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let (one, other) =
        tokio::join!(told(&main, "?apply=true", list(40, &[])), told(&main, "?apply=true", list(40, &[])));
    assert_eq!((one.new + other.new, one.known + other.known), (40, 40));
    assert_eq!(entries(server).await, 40);
}

async fn what_is_given_out_is_taken_in(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    let found = told(&main, "?apply=true&publish=true", list(3, &[])).await;
    assert_eq!((found.new, found.applied), (3, true));
    let anyone = Client::new(&server.url);
    let public: InformationList =
        anyone.get(&[ListInformation::PATH, "?q=rencana"].concat()).await.expect(200).to();
    assert_eq!(public.rows.len(), 3);
    let table = anyone.get(INFORMATION_CSV_PATH).await.expect(200).text();
    let found = told(&main, "?apply=true", table).await;
    assert_eq!((found.rows, found.known, found.new, found.faults.len()), (3, 3, 0, 0));
    rows::verify_clean(server).await;
}

async fn an_agency_enters_what_it_holds(server: &mut TestServer) {
    let agency = Staff::with(server, Role::PpidAgency, Some("esdm")).await;
    let other = Staff::with(server, Role::PpidAgency, Some("disnakertrans")).await;
    let found = told(&other, "?apply=true", list(2, &[])).await;
    let fields: Vec<_> = found.faults.iter().map(|one| &*one.problem.field).collect();
    assert_eq!((fields, found.applied), (vec!["agency", "agency"], false));
    send(&agency, "?apply=true&publish=true", list(2, &[])).await.refused(403, ErrorCode::Forbidden);
    // Without a column for it, what they enter is theirs.
    let short = "title,summary,category,official,made_on,forms\n\
                 Data contoh,Isi data contoh,any_time,Kepala,2026-01-05,digital\n";
    let found = told(&other, "?apply=true", short).await;
    assert_eq!((found.applied, &*found.sample[0].agency), (true, "disnakertrans"));
    let main = Staff::with(server, Role::PpidMain, None).await;
    let found = told(&main, "", short).await;
    assert_eq!(found.faults[0].problem.problem, Problem::Required);
    assert_eq!(entries(server).await, 1);
}

async fn what_is_no_table_is_refused(server: &mut TestServer) {
    let main = Staff::with(server, Role::PpidMain, None).await;
    for (table, problem) in [
        (&b""[..], Problem::Required),
        (b"PK\x03\x04broken", Problem::FileBroken),
        (b"satu kolom saja\n", Problem::FileKind),
        (b"a,b\n\0,\0\n", Problem::FileKind),
    ] {
        let told = send(&main, "", table).await.refused(422, ErrorCode::Invalid);
        assert_eq!(told.problems[0].problem, problem);
    }
    let found = told(&main, "?apply=true", "a,b\n1,2\n").await;
    assert_eq!((found.applied, found.unread.len(), found.faults.len()), (false, 2, 7));
    let found = told(&main, "?apply=true", "title,summary\n").await;
    assert_eq!((found.applied, found.rows), (false, 0));
    send(&main, "?apply=yes", list(1, &[])).await.refused(422, ErrorCode::Invalid);
    send(&main, "?x=1", list(1, &[])).await.refused(422, ErrorCode::Invalid);
    send(&main, "", vec![b'a'; 11 * 1024 * 1024]).await.refused(413, ErrorCode::TooLarge);
    let viewer = Staff::with(server, Role::Viewer, None).await;
    send(&viewer, "", list(1, &[])).await.refused(403, ErrorCode::Forbidden);
    assert_eq!(entries(server).await, 0);
}

async fn the_operator_enters_a_list(server: &mut TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dip.csv");
    std::fs::write(&file, list(50, &[7])).unwrap();
    let operator = Operator::beside(server);
    let path = file.to_str().unwrap();
    let told = operator.run(&["import", "information", path]).await.failed();
    assert!(told.err.contains("line 8, made_on: "), "{}", told.err);
    assert!(told.err.contains("2 problems; nothing was written"), "{}", told.err);
    assert_eq!(entries(server).await, 0);
    std::fs::write(&file, list(50, &[])).unwrap();
    let told = operator.run(&["import", "information", path, "--publish"]).await.done();
    assert_eq!(told.out, "50 rows read, 50 new, 0 known\n");
    let told = operator.run(&["import", "information", path]).await.done();
    assert_eq!(told.out, "50 rows read, 0 new, 50 known\n");
    operator.run(&["import", "information", "/nowhere.csv"]).await.failed();
    rows::verify_clean(server).await;
}

on_both!(
    all_rows_are_entered_or_none,
    two_at_once_enter_each_row_once,
    what_is_given_out_is_taken_in,
    an_agency_enters_what_it_holds,
    what_is_no_table_is_refused,
    the_operator_enters_a_list,
);
