//! Long runs against the program that `TANGGAP_BINARY` names. `cargo xtask soak` builds it and calls this.

use std::process::ExitCode;

use tests_api::{kills, syncs};

const HELP: &str = "\
soak kills [--kills 200] [--seed 1] [--people 8] [--database postgres://…]
soak syncs [--filings 200]";

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number =
        |name: &str, otherwise: u64| text(&words, name).map_or(Some(otherwise), |text| text.parse().ok());
    match words.first().map(String::as_str) {
        Some("kills") => {
            let (Some(kills), Some(seed), Some(people)) =
                (number("--kills", 200), number("--seed", 1), number("--people", 8))
            else {
                return help();
            };
            let plan = kills::Plan {
                seed,
                kills: kills as u32,
                people: people as usize,
                database: text(&words, "--database").map(str::to_owned),
                verify_every: 20,
            };
            print!("{}", kills::run(&plan).await);
        }
        Some("syncs") => {
            let Some(filings) = number("--filings", 200) else { return help() };
            print!("{}", syncs::trace(filings).await);
        }
        _ => return help(),
    }
    ExitCode::SUCCESS
}

fn text<'w>(words: &'w [String], name: &str) -> Option<&'w str> {
    let place = words.iter().position(|word| word == name)?;
    words.get(place + 1).map(String::as_str)
}

fn help() -> ExitCode {
    eprintln!("{HELP}");
    ExitCode::from(2)
}
