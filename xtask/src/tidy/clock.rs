//! One clock, one source of randomness.

use super::Violation;
use super::source::Source;

const CLOCK: &str = "one clock: no `now()` outside `clock.rs`, so that tests can move time";
const RANDOM: &str = "one source of randomness: no random call outside `secret.rs`";

/// Instants are left out: they measure durations and cannot tell the time of day.
const NOW: [&str; 7] =
    ["SystemTime::now", "Timestamp::now", "Zoned::now", "Utc::now", "Local::now", "Date::now", "Date::new_0"];
const NOW_IN_SQL: [&str; 5] = ["now()", "current_timestamp", "current_date", "datetime('now'", "unixepoch("];
const DICE: [&str; 8] = [
    "getrandom::",
    "rand::",
    "thread_rng",
    "OsRng",
    "SysRng",
    "Math::random",
    "get_random_values",
    "random_uuid",
];
const DICE_IN_SQL: [&str; 4] = ["randomblob(", "gen_random_uuid(", "gen_random_bytes(", "random()"];

/// Checks one file.
pub fn check(source: &Source) -> Vec<Violation> {
    let parts = source.parts();
    let is_migration =
        matches!(parts.as_slice(), ["server", "migrations", ..]) && source.path.ends_with(".sql");
    if !source.is_product() && !is_migration {
        return Vec::new();
    }
    let mut found = Vec::new();
    if !parts.contains(&"clock") {
        if !is_migration {
            found.extend(source.violations(&source.bare, &NOW, CLOCK));
        }
        found.extend(source.violations(&text_of(source, is_migration), &NOW_IN_SQL, CLOCK));
    }
    if !parts.contains(&"secret") {
        if !is_migration {
            found.extend(source.violations(&source.bare, &DICE, RANDOM));
        }
        found.extend(source.violations(&text_of(source, is_migration), &DICE_IN_SQL, RANDOM));
    }
    found
}

/// SQL without its comments, or what stands in the strings of Rust: there SQL's clock would hide, while a
/// function of ours may well be called `now()`.
fn text_of(source: &Source, is_migration: bool) -> String {
    if is_migration {
        return source
            .code
            .lines()
            .map(|line| line.split("--").next().unwrap_or_default())
            .collect::<Vec<_>>()
            .join("\n");
    }
    let pairs = source.code.bytes().zip(source.bare.bytes());
    let inside =
        pairs.map(|(code, bare)| if code != bare || code == b'\n' { code } else { b' ' }).collect::<Vec<_>>();
    String::from_utf8_lossy(&inside).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str, expected: &[(usize, &'static str)]) {
        let found: Vec<_> =
            check(&Source::new(path, text)).iter().map(|found| (found.line, found.rule)).collect();
        assert_eq!(found, expected, "{path}: {text}");
    }

    #[test]
    fn time_comes_from_the_clock() {
        check_text("server/src/complaint/file.rs", "a;\nlet t = Timestamp::now();", &[(2, CLOCK)]);
        check_text("server/src/clock.rs", "let t = Timestamp::now();", &[]);
        check_text("server/src/complaint/file.rs", "let t = state.clock.now(); Instant::now();", &[]);
        check_text("server/src/complaint/store.rs", "\"update a set b = now()\"", &[(1, CLOCK)]);
        check_text(
            "server/migrations/postgres/0001_a.sql",
            "-- now()\na timestamptz default now()",
            &[(2, CLOCK)],
        );
    }

    #[test]
    fn chance_comes_from_one_place() {
        check_text("server/src/complaint/file.rs", "getrandom::fill(&mut key)", &[(1, RANDOM)]);
        check_text("server/src/platform/secret.rs", "getrandom::fill(&mut key)", &[]);
        check_text("server/src/complaint/store.rs", "\"select gen_random_uuid()\"", &[(1, RANDOM)]);
        check_text("tests/api/src/lib.rs", "getrandom::fill(&mut key)", &[]);
    }
}
