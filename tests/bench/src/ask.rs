//! One client that asks one question after the other.

use std::time::Instant;

use crate::Failure;
use crate::figures::{Latencies, milliseconds};
use crate::http::Client;

/// Asks the questions in turn, so many times in all. Gives the median and the 99th percentile in words.
pub async fn in_turn(client: &mut Client, questions: &[String], rounds: usize) -> Result<String, Failure> {
    let mut latencies = Latencies::default();
    for question in questions.iter().cycle().take(rounds) {
        let asked = Instant::now();
        let answer = client.get(question).await?;
        if answer.status != 200 {
            return Err(format!("{question}: {}", answer.status).into());
        }
        latencies.add(asked.elapsed());
    }
    let (half, most) = (latencies.percentile(0.5), latencies.percentile(0.99));
    Ok(format!("p50 {}, p99 {}", milliseconds(half), milliseconds(most)))
}
