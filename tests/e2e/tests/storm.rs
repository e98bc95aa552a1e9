//! A slice of the long run over a bad line, which `cargo xtask soak storm` makes as long as one likes.

use tests_e2e::{Result, Storm};

#[tokio::test]
async fn every_filing_over_a_bad_line_arrives_once_and_shows_its_receipt() -> Result {
    Storm { filings: 12, phones: 2, seed: 7 }.run().await.map(|_| ())
}
