//! Figures and the table they are printed in.

use std::fmt;
use std::time::Duration;

/// Latencies of many requests.
#[derive(Debug, Default)]
pub struct Latencies(Vec<Duration>);

impl Latencies {
    /// Adds one.
    pub fn add(&mut self, latency: Duration) {
        self.0.push(latency);
    }

    /// Adds those of another client.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The latency that this share of requests stays under: 0.5 the median, 0.99 the 99th percentile.
    pub fn percentile(&mut self, share: f64) -> Duration {
        self.0.sort_unstable();
        let last = self.0.len().saturating_sub(1);
        let place = (share * self.0.len() as f64).ceil() as usize;
        self.0.get(place.saturating_sub(1).min(last)).copied().unwrap_or_default()
    }
}

/// The table of a run, as Markdown.
#[derive(Debug, Default)]
pub struct Table(Vec<[String; 3]>);

impl Table {
    /// Adds a row: what was measured, the figure with its unit, the bar.
    pub fn row(&mut self, what: impl Into<String>, figure: impl Into<String>, bar: impl Into<String>) {
        self.0.push([what.into(), figure.into(), bar.into()]);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "| what | measured | bar |\n| --- | --- | --- |")?;
        self.0.iter().try_for_each(|[what, figure, bar]| writeln!(out, "| {what} | {figure} | {bar} |"))
    }
}

/// Milliseconds with two decimals.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_measured_values() {
        let mut latencies = Latencies::default();
        (1..=100).rev().for_each(|n| latencies.add(Duration::from_millis(n)));
        assert_eq!(latencies.percentile(0.5), Duration::from_millis(50));
        assert_eq!(latencies.percentile(0.99), Duration::from_millis(99));
        assert_eq!(latencies.percentile(1.0), Duration::from_millis(100));
        assert_eq!(Latencies::default().percentile(0.5), Duration::ZERO);
    }
}
