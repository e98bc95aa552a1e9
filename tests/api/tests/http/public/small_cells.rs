//! Small counts of sensitive sectors, crossed with anything else, point at nobody.

use serde_json::json;
use server::testing::TestServer;
use shared::recap::Recap;
use tests_api::{client::Client, forms::filing_with, on_both, reporter::Reporter, rows, wait};

const SENSITIVE: &str = "perempuan_dan_anak";

/// Two sensitive complaints in Palu, one in Banggai, and six others in Palu.
async fn filed(server: &TestServer) -> Client {
    let reporter = Reporter::new(&server.url);
    for (number, (sector, region)) in [(SENSITIVE, "72.71"), (SENSITIVE, "72.71"), (SENSITIVE, "72.01")]
        .into_iter()
        .chain([("listrik", "72.71"); 6])
        .enumerate()
    {
        let place = json!({ "sector": sector, "region": region });
        reporter.file(&filing_with(number as u64, place)).await;
    }
    let revision = rows::number(&server.state.db, "select revision from head").await;
    let client = Client::new(&server.url);
    wait::until("the last filing in the recap", || async {
        let recap: Recap = client.get("/api/v1/recap").await.to();
        (recap.revision >= revision).then_some(())
    })
    .await;
    client
}

async fn the_sector_alone_is_told(server: &mut TestServer) {
    let client = filed(server).await;
    let recap: Recap = client.get("/api/v1/recap?by=sector").await.to();
    let counts: Vec<_> = recap.rows.iter().map(|row| (row.key.as_str(), row.count)).collect();
    assert_eq!(counts, [("listrik", 6), (SENSITIVE, 3)]);
}

async fn crossed_counts_are_merged_or_left_out_in_every_form(server: &mut TestServer) {
    let client = filed(server).await;
    server.clock.set("2026-07-01T02:00:00Z".parse().unwrap());
    for as_of in ["", "&as_of=2026-06-10", "&as_of=2026-06-30"] {
        for query in [
            format!("by=sector&region=72.71{as_of}"),
            format!("by=region&sector={SENSITIVE}{as_of}"),
            format!("by=class&sector={SENSITIVE}{as_of}"),
            format!("by=month&sector={SENSITIVE}{as_of}"),
            format!("by=sector&region=72.01{as_of}"),
            format!("by=sector&sector={SENSITIVE}&region=72.71{as_of}"),
            format!("by=stage&sector={SENSITIVE}&region=72.01{as_of}"),
            format!("by=agency&sector={SENSITIVE}&class=complaint&region=72.71{as_of}"),
        ] {
            let recap: Recap = client.get(&format!("/api/v1/recap?{query}")).await.expect(200).to();
            for row in &recap.rows {
                let is_telling = row.count < 5 && !matches!(row.key.as_str(), "merged" | "listrik");
                assert!(!is_telling, "{query}: {row:?}");
            }
            let csv = client.get(&format!("/api/v1/recap.csv?{query}")).await.expect(200).text();
            assert_eq!(csv.lines().count(), recap.rows.len() + 1, "{query}");
            let has_row = recap.rows.iter().any(|row| row.key == SENSITIVE);
            assert_eq!(csv.contains(SENSITIVE), has_row, "{query}");
        }
    }
    // Where the filter itself picks so few, even their total is not told.
    let query = format!("by=stage&sector={SENSITIVE}&region=72.71");
    let recap: Recap = client.get(&format!("/api/v1/recap?{query}")).await.to();
    assert_eq!((recap.total, recap.rows.len(), recap.figures.total), (0, 0, 0));
    let board = client.get(&format!("/api/v1/recap/board?sector={SENSITIVE}&region=72.71")).await.json();
    assert_eq!(board["figures"]["total"], 0, "{board}");
}

async fn the_list_of_waiting_ones_tells_no_sensitive_sector(server: &mut TestServer) {
    let client = filed(server).await;
    let waiting = client.get("/api/v1/waiting?limit=100").await.expect(200);
    assert_eq!(waiting.json()["total"], 9);
    assert!(!waiting.text().contains(SENSITIVE), "{}", waiting.text());
    let picked = client.get(&format!("/api/v1/waiting?sector={SENSITIVE}")).await.expect(200).json();
    assert_eq!(picked["rows"].as_array().map(Vec::len), Some(0), "{picked}");
    for query in ["", "?region=72.71"] {
        let page = client.get(&format!("/rekap{query}")).await.expect(200).text();
        assert!(!page.contains("Aduan bidang Perlindungan perempuan"), "{query}: {page}");
    }
}

on_both!(
    the_sector_alone_is_told,
    crossed_counts_are_merged_or_left_out_in_every_form,
    the_list_of_waiting_ones_tells_no_sensitive_sector,
);
