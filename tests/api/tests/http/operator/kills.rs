//! A short slice of the long run of kills, with a fixed seed.

use server::platform::db::testing::TestDatabase;
use tests_api::kills::{self, Plan};

async fn check(database: Option<&str>, seed: u64) {
    let plan = Plan { seed, kills: 8, people: 6, database: database.map(str::to_owned), verify_every: 4 };
    let figures = kills::run(&plan).await;
    assert!(figures.acknowledged > 0 && figures.complaints >= figures.acknowledged, "{figures}");
    assert!(figures.cut_off > 0, "nobody was filing when the server was killed: {figures}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_under_filings_lose_and_double_nothing_on_sqlite() {
    check(None, 20_200_630).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_under_filings_lose_and_double_nothing_on_postgres() {
    let database = TestDatabase::postgres().await;
    check(Some(database.url()), 20_200_701).await;
}
