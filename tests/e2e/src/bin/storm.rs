//! `storm [--filings 2000] [--phones 3] [--seed 1]`: files over a bad line. `cargo xtask soak storm` builds and runs it.

use tests_e2e::{Result, Storm, fail};

#[tokio::main]
async fn main() -> Result {
    let mut storm = Storm { filings: 2_000, phones: 3, seed: 1 };
    let words: Vec<String> = std::env::args().skip(1).collect();
    for pair in words.chunks(2) {
        let place = match pair.first().map(String::as_str) {
            Some("--filings") => &mut storm.filings,
            Some("--phones") => &mut storm.phones,
            Some("--seed") => &mut storm.seed,
            _ => return fail("storm [--filings 2000] [--phones 3] [--seed 1]"),
        };
        match pair.get(1).and_then(|number| number.parse().ok()) {
            Some(number) => *place = number,
            None => return fail(format!("{} wants a number", pair[0])),
        }
    }
    println!("{}", storm.run().await?);
    Ok(())
}
