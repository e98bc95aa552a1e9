//! One client that asks one question after the other.

use std::time::Instant;

use crate::Failure;
use crate::figures::{Latencies, milliseconds};
use crate::http::{Answer, Client};

/// Asks the questions in turn, so many times in all. Gives the median and the 99th percentile in words.
pub async fn in_turn(client: &mut Client, questions: &[String], rounds: usize) -> Result<String, Failure> {
    let ask = async |client: &mut Client, question: &str| client.get(question).await;
    measured(client, questions, rounds, ask).await
}

/// Posts the bodies in turn, likewise.
pub async fn posted(
    client: &mut Client,
    path: &str,
    bodies: &[String],
    rounds: usize,
) -> Result<String, Failure> {
    let ask = async |client: &mut Client, body: &str| client.post(path, "", body).await;
    measured(client, bodies, rounds, ask).await
}

async fn measured(
    client: &mut Client,
    questions: &[String],
    rounds: usize,
    ask: impl AsyncFn(&mut Client, &str) -> Result<Answer, Failure>,
) -> Result<String, Failure> {
    let mut latencies = Latencies::default();
    for question in questions.iter().cycle().take(rounds) {
        let asked = Instant::now();
        let answer = ask(client, question).await?;
        if answer.status != 200 {
            return Err(format!("{question}: {}", answer.status).into());
        }
        latencies.add(asked.elapsed());
    }
    let (half, most) = (latencies.percentile(0.5), latencies.percentile(0.99));
    Ok(format!("p50 {}, p99 {}", milliseconds(half), milliseconds(most)))
}
