//! Adds up the summaries of several test runners.

use std::process::Command;
use std::time::Instant;

use crate::failure::Result;
use crate::run::watch;

/// The sum of all summaries so far.
pub struct Tally {
    passed: u64,
    failed: u64,
    ignored: u64,
    start: Instant,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new() -> Self {
        Self { passed: 0, failed: 0, ignored: 0, start: Instant::now() }
    }

    /// Runs a test command, shows what it writes and adds its summaries.
    pub fn watch(&mut self, command: &mut Command) -> Result {
        watch(command, |line| self.add(line))
    }

    /// The sum in the words of cargo's own runner. A run may fail without a failed test, for one when something
    /// does not compile, so the caller says how it went.
    pub fn summary(&self, is_ok: bool) -> String {
        let Self { passed, failed, ignored, start } = self;
        let verdict = if is_ok { "ok" } else { "FAILED" };
        let seconds = start.elapsed().as_secs_f64();
        format!(
            "test result: {verdict}. {passed} passed; {failed} failed; {ignored} ignored; finished in {seconds:.1}s"
        )
    }

    /// Adds one line of output, if it is a summary.
    fn add(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else { return };
        for count in counts.split(['.', ';']) {
            let mut words = count.split_whitespace();
            let (Some(number), Some(what)) =
                (words.next().and_then(|word| word.parse::<u64>().ok()), words.next())
            else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn summaries_add_up_with_and_without_colour() {
        let mut tally = Tally::new();
        tally.add(
            "test result: ok. 3 passed; 1 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.25s",
        );
        tally.add("test result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed; 2 ignored; 0 filtered out");
        tally.add("test says_12_passed ... ok");
        assert_eq!((tally.passed, tally.failed, tally.ignored), (7, 1, 2));
    }
}
