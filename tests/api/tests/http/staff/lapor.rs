//! Exports of LAPOR!: tried, entered once, followed, and compared with what is here.

use reqwest::Method;
use serde_json::json;
use server::testing::TestServer;
use shared::{
    access::Role,
    api::{Endpoint, GetReconciliation, LAPOR_UPLOAD_PATH, LinkCase, ListLate, PlanLapor, VerifyCase, fill},
    complaint::{
        Filed, Stage,
        desk::LateBoard,
        lapor::{LaporField, LaporOutcome, LaporPlan, LaporSheet, Reconciliation, WordOf},
    },
    problem::ErrorCode,
};
use tests_api::{answer::Answer, forms::filing, on_both, reporter::Reporter, rows, staff::Staff};

const EXPORT: &str = "\
Tracking ID;Tanggal Laporan;Judul Laporan;Isi Laporan;Status;Instansi Terdisposisi;Kategori
#1001;12/06/2025;Lampu padam;Lampu jalan di depan pasar padam sejak Senin;Proses;Dinas Energi dan Sumber Daya Mineral;Entah apa
#1002;13/06/2025;Jalan berlubang;Lubang;Belum Terverifikasi;;
#1003;14/06/2025;Air keruh di desa;Air dari keran keruh sejak dua minggu;Selesai Sekali;;
";

async fn send(staff: &Staff, export: &str) -> Answer {
    let body = Some(("application/octet-stream", export.to_owned().into()));
    staff.client.send(Method::POST, LAPOR_UPLOAD_PATH, body).await
}

async fn receive(staff: &Staff, export: &str) -> LaporSheet {
    send(staff, export).await.expect(200).to()
}

async fn plan(staff: &Staff, sheet: &LaporSheet, adds: bool, applies: bool) -> LaporOutcome {
    let plan = LaporPlan { mapping: sheet.mapping.clone(), adds, applies };
    staff.client.post(&fill(PlanLapor::PATH, &[&sheet.id]), &plan).await.expect(200).to()
}

async fn enter(staff: &Staff, export: &str) -> LaporOutcome {
    let sheet = receive(staff, export).await;
    plan(staff, &sheet, true, true).await
}

async fn compare(staff: &Staff) -> Reconciliation {
    staff.client.get(GetReconciliation::PATH).await.expect(200).to()
}

async fn cases(server: &TestServer) -> i64 {
    rows::number(&server.state.db, "select count(*) from complaint").await
}

async fn an_export_is_tried_and_then_entered_once(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let mut sheet = receive(&coordinator, EXPORT).await;
    assert_eq!((sheet.rows, sheet.columns.len(), sheet.sample.len()), (3, 7, 3));
    assert_eq!(sheet.mapping.column(LaporField::Agency), Some("Instansi Terdisposisi"));
    let tried = plan(&coordinator, &sheet, true, false).await;
    // "Selesai Sekali" is read as closed by its first word; the category is not one of ours.
    assert_eq!((tried.added, tried.fault_count, tried.applied), (3, 0, false));
    assert_eq!(tried.unknown.len(), 1);
    assert_eq!((tried.unknown[0].word.as_str(), tried.unknown[0].rows), ("Entah apa", 1));
    assert_eq!(cases(server).await, 0);

    sheet.mapping.words.push(WordOf {
        field: LaporField::Sector,
        word: "entah apa".into(),
        means: "listrik".into(),
    });
    let entered = plan(&coordinator, &sheet, true, true).await;
    assert_eq!((entered.added, entered.unknown.len(), entered.applied), (3, 0, true));
    assert_eq!(cases(server).await, 3);
    let plan_again = LaporPlan { mapping: sheet.mapping.clone(), adds: true, applies: true };
    let path = fill(PlanLapor::PATH, &[&sheet.id]);
    coordinator.client.post(&path, &plan_again).await.refused(404, ErrorCode::NotFound);

    // The next export is read as this one was, and doubles nothing.
    let sheet = receive(&coordinator, EXPORT).await;
    assert_eq!(sheet.mapping.means(LaporField::Sector, "Entah apa"), Some("listrik"));
    let again = plan(&coordinator, &sheet, true, true).await;
    assert_eq!((again.added, again.updated, again.same), (0, 0, 3));
    assert_eq!(cases(server).await, 3);
    let electricity = "select count(*) from complaint where sector_key = 'listrik' and agency_key = 'esdm'";
    assert_eq!(rows::number(&server.state.db, electricity).await, 1);
    rows::verify_clean(server).await;
}

async fn what_nobody_works_on_follows_and_the_rest_is_compared(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    enter(&coordinator, EXPORT).await;
    let code =
        rows::texts(&server.state.db, "select code from complaint where lapor_id = '1002'").await.remove(0);
    let worked = Filed { code, ..Reporter::new(&server.url).file(&filing(1)).await };
    coordinator.just(VerifyCase::PATH, &worked).await;

    let later = EXPORT.replace("Proses", "Selesai").replace("Belum Terverifikasi", "Proses");
    let outcome = enter(&coordinator, &later).await;
    assert_eq!((outcome.added, outcome.updated, outcome.same), (0, 1, 2));
    let closed = "select count(*) from complaint where lapor_id = '1001' and stage = 'closed'";
    assert_eq!(rows::number(&server.state.db, closed).await, 1);
    rows::verify_clean(server).await;

    let found = compare(&coordinator).await;
    assert_eq!(
        (found.there, found.different_count, found.only_there_count, found.only_here_count),
        (3, 1, 0, 1)
    );
    let line = &found.different[0];
    assert_eq!((line.lapor_id.as_str(), line.here, line.there), ("1002", Stage::Verified, Stage::InProgress));
    assert_eq!(line.status, "Proses");
    assert_eq!(found.as_of, Some(server.state.settings().today(&server.state.clock)));

    // A case that was filed here is not only here any more once it has an id there.
    let code = found.only_here[0].code.clone();
    let filed = Filed { code, ..worked };
    coordinator.order(LinkCase::PATH, &filed, json!({ "id": "2001" })).await;
    assert_eq!(compare(&coordinator).await.only_here_count, 0);
    let more = [EXPORT, "#2001;15/06/2025;Sama saja;Ini sama dengan yang di sini;Terverifikasi;;\n"].concat();
    let outcome = enter(&coordinator, &more).await;
    assert_eq!((outcome.added, outcome.updated), (0, 1));
    rows::verify_clean(server).await;
}

async fn what_is_left_out_is_only_there_and_may_be_late(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let liaison = Staff::with(server, Role::Liaison, Some("esdm")).await;
    let board: LateBoard = coordinator.client.get(ListLate::PATH).await.expect(200).to();
    assert_eq!(board.lapor, None);
    let sheet = receive(&coordinator, EXPORT).await;
    let outcome = plan(&coordinator, &sheet, false, true).await;
    assert_eq!((outcome.added, outcome.left_out, outcome.applied), (0, 3, true));
    assert_eq!(cases(server).await, 0);
    let found = compare(&coordinator).await;
    assert_eq!((found.only_there_count, found.only_there[0].lapor_id.as_str()), (3, "1001"));
    let board: LateBoard = coordinator.client.get(ListLate::PATH).await.expect(200).to();
    let late = board.lapor.unwrap();
    assert_eq!((late.count, late.oldest.map(|day| day.to_string()).as_deref()), (2, Some("2025-06-12")));
    assert!(late.working_days > 100);
    let theirs: LateBoard = liaison.client.get(ListLate::PATH).await.expect(200).to();
    assert_eq!(theirs.lapor, None, "what stands in LAPOR! is the coordinator's");
}

async fn bad_exports_are_told_row_by_row(server: &mut TestServer) {
    let coordinator = Staff::with(server, Role::Coordinator, None).await;
    let bad = "\
Tracking ID,Tanggal,Judul,Isi,Status
1,kemarin,Judul yang baik,Isi yang cukup panjang untuk dibaca,Proses
2,01/01/2099,Judul yang baik,Isi yang cukup panjang untuk dibaca,Proses
,12/06/2025,Judul yang baik,Isi yang cukup panjang untuk dibaca,Ajaib
3,12/06/2025,Judul yang baik,Isi yang cukup panjang untuk dibaca,Proses
3,12/06/2025,Judul yang baik,Isi yang cukup panjang untuk dibaca,Proses
";
    let sheet = receive(&coordinator, bad).await;
    let tried = plan(&coordinator, &sheet, true, false).await;
    let told: Vec<_> = tried.faults.iter().map(|fault| (fault.row, fault.field)).collect();
    use LaporField::{Id, ReceivedOn, Status};
    assert_eq!(told, [(1, ReceivedOn), (2, ReceivedOn), (3, Id), (3, Status), (5, Id)]);
    assert_eq!((tried.fault_count, tried.added, tried.unknown[0].word.as_str()), (4, 1, "Ajaib"));
    // What can be read is entered; the rest is told, and comes with the next export.
    let entered = plan(&coordinator, &sheet, true, true).await;
    assert_eq!((entered.added, entered.fault_count), (1, 4));

    let before = rows::count(&server.state.db).await;
    send(&coordinator, "").await.blames(422, ErrorCode::Invalid, &["file required"]);
    send(&coordinator, "PK\u{3}\u{4}").await.blames(422, ErrorCode::Invalid, &["file file_broken"]);
    let huge = "a,b\n".repeat(3_000_000);
    send(&coordinator, &huge).await.refused(413, ErrorCode::TooLarge);
    let sheet = receive(&coordinator, bad).await;
    let path = fill(PlanLapor::PATH, &[&sheet.id]);
    let nothing = json!({ "mapping": { "columns": [{ "field": "id", "column": "Tidak ada" }] }, "adds": true, "applies": true });
    coordinator.client.post(&path, &nothing).await.blames(
        422,
        ErrorCode::Invalid,
        &[
            "columns.id unknown_value",
            "columns.received_on required",
            "columns.title required",
            "columns.content required",
            "columns.status required",
        ],
    );
    for role in [Role::Liaison, Role::Inspectorate, Role::Administrator] {
        let other = Staff::with(server, role, (role == Role::Liaison).then_some("esdm")).await;
        send(&other, bad).await.refused(403, ErrorCode::Forbidden);
        let plan = LaporPlan::default();
        other.client.post(&path, &plan).await.refused(403, ErrorCode::Forbidden);
    }
    let after = rows::count(&server.state.db).await;
    assert_eq!((before["complaint"], before["event"]), (after["complaint"], after["event"]));
}

on_both!(
    an_export_is_tried_and_then_entered_once,
    what_nobody_works_on_follows_and_the_rest_is_compared,
    what_is_left_out_is_only_there_and_may_be_late,
    bad_exports_are_told_row_by_row,
);
