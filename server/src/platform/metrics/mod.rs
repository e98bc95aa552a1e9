//! Figures about the server's own work, in Prometheus' text format. None of them is about a person.

use std::{
    collections::HashMap,
    fmt::Write,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use http::StatusCode;

/// Upper bounds of the latency histogram, in microseconds.
const BOUNDS: [u64; 12] =
    [100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 1_000_000, 10_000_000];

/// Counts requests by route. Clones count together. Nothing is counted before the routes are known.
#[derive(Clone, Default)]
pub struct Metrics(Arc<OnceLock<HashMap<String, Route>>>);

#[derive(Default)]
struct Route {
    /// By the status' first digit, 1 to 5.
    classes: [AtomicU64; 5],
    /// By bound, and one for what is slower than all.
    buckets: [AtomicU64; BOUNDS.len() + 1],
    microseconds: AtomicU64,
}

/// A figure that is read when it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Gauge {
    /// Its name, without the prefix.
    pub name: &'static str,
    /// What it counts.
    pub help: &'static str,
    /// `gauge` or `counter`.
    pub kind: &'static str,
    /// Its value now.
    pub value: i64,
}

impl Metrics {
    /// Counts for these routes from now on, and for `other` all that match none.
    pub fn begin<'a>(&self, routes: impl IntoIterator<Item = &'a str>) {
        let names = routes.into_iter().chain(["other"]);
        self.0.get_or_init(|| names.map(|name| (name.to_owned(), Route::default())).collect());
    }

    /// Notes one answer.
    pub fn observe(&self, route: &str, status: StatusCode, took: Duration) {
        let Some(routes) = self.0.get() else { return };
        let Some(route) = routes.get(route).or_else(|| routes.get("other")) else { return };
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BOUNDS.iter().position(|bound| microseconds <= *bound).unwrap_or(BOUNDS.len());
        route.classes[class].fetch_add(1, Ordering::Relaxed);
        route.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        route.microseconds.fetch_add(microseconds, Ordering::Relaxed);
    }

    /// Everything counted so far, and the gauges.
    pub fn text(&self, gauges: &[Gauge]) -> String {
        let mut out = String::with_capacity(8192);
        self.write(&mut out, gauges).expect("a string takes what it is given");
        out
    }

    fn write(&self, out: &mut String, gauges: &[Gauge]) -> std::fmt::Result {
        let mut routes: Vec<_> = self.0.get().into_iter().flatten().collect();
        routes.retain(|(_, route)| route.count() > 0);
        routes.sort_by_key(|(name, _)| *name);
        writeln!(out, "# HELP tanggap_requests_total Answers by route and class of status.")?;
        writeln!(out, "# TYPE tanggap_requests_total counter")?;
        for (name, route) in &routes {
            for (class, count) in route.classes.iter().enumerate() {
                let count = count.load(Ordering::Relaxed);
                if count > 0 {
                    let class = class + 1;
                    writeln!(out, "tanggap_requests_total{{route=\"{name}\",status=\"{class}xx\"}} {count}")?;
                }
            }
        }
        writeln!(out, "# HELP tanggap_request_seconds Time to the head of an answer.")?;
        writeln!(out, "# TYPE tanggap_request_seconds histogram")?;
        for (name, route) in &routes {
            route.write(out, name)?;
        }
        for Gauge { name, help, kind, value } in gauges {
            writeln!(out, "# HELP tanggap_{name} {help}")?;
            writeln!(out, "# TYPE tanggap_{name} {kind}")?;
            writeln!(out, "tanggap_{name} {value}")?;
        }
        Ok(())
    }
}

impl Route {
    fn count(&self) -> u64 {
        self.classes.iter().map(|class| class.load(Ordering::Relaxed)).sum()
    }

    fn write(&self, out: &mut String, name: &str) -> std::fmt::Result {
        let mut sum = 0;
        for (bucket, count) in self.buckets.iter().enumerate() {
            sum += count.load(Ordering::Relaxed);
            let bound = BOUNDS.get(bucket).map_or("+Inf".to_owned(), |bound| seconds(*bound));
            writeln!(out, "tanggap_request_seconds_bucket{{route=\"{name}\",le=\"{bound}\"}} {sum}")?;
        }
        let total = seconds(self.microseconds.load(Ordering::Relaxed));
        writeln!(out, "tanggap_request_seconds_sum{{route=\"{name}\"}} {total}")?;
        writeln!(out, "tanggap_request_seconds_count{{route=\"{name}\"}} {sum}")
    }
}

fn seconds(microseconds: u64) -> String {
    (microseconds as f64 / 1e6).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_route() {
        let metrics = Metrics::default();
        metrics.begin(["/api/v1/complaints/{code}"]);
        metrics.observe("/api/v1/complaints/{code}", StatusCode::OK, Duration::from_micros(300));
        metrics.observe("/api/v1/complaints/{code}", StatusCode::NOT_FOUND, Duration::from_secs(20));
        metrics.observe("/somewhere", StatusCode::NOT_FOUND, Duration::ZERO);
        let gauge = Gauge { name: "revision", help: "The ledger's revision.", kind: "gauge", value: 7 };
        let text = metrics.text(&[gauge]);
        for line in [
            "tanggap_requests_total{route=\"/api/v1/complaints/{code}\",status=\"2xx\"} 1",
            "tanggap_requests_total{route=\"/api/v1/complaints/{code}\",status=\"4xx\"} 1",
            "tanggap_requests_total{route=\"other\",status=\"4xx\"} 1",
            "tanggap_request_seconds_bucket{route=\"/api/v1/complaints/{code}\",le=\"0.00025\"} 0",
            "tanggap_request_seconds_bucket{route=\"/api/v1/complaints/{code}\",le=\"0.0005\"} 1",
            "tanggap_request_seconds_bucket{route=\"/api/v1/complaints/{code}\",le=\"+Inf\"} 2",
            "tanggap_request_seconds_count{route=\"/api/v1/complaints/{code}\"} 2",
            "tanggap_request_seconds_sum{route=\"/api/v1/complaints/{code}\"} 20.0003",
            "tanggap_revision 7",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }
}
