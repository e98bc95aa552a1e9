//! Killing the server while people file, again and again: what was acknowledged is there, once, and what was not
//! ends with exactly one complaint when it is sent again.
//!
//! The test command runs a short slice of it with a fixed seed; `cargo xtask soak kills` runs the long one.

mod check;
mod person;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use crate::{
    operator::Operator,
    process::{Process, Setup},
    random::Random,
    wait,
};
use person::Person;

/// A run of kills.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What all choices follow from.
    pub seed: u64,
    /// How often the server is killed.
    pub kills: u32,
    /// How many people file at a time.
    pub people: usize,
    /// Another database than the one in the data folder.
    pub database: Option<String>,
    /// After how many kills the data is verified in between.
    pub verify_every: u32,
}

/// What came of it. Whatever must hold has been insisted on before this is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// Kills, those while it was starting included.
    pub kills: u32,
    /// Kills while it was starting.
    pub while_starting: u32,
    /// Filings that were answered before the kill.
    pub acknowledged: u64,
    /// Filings that were sent when the server was killed, without an answer.
    pub cut_off: u64,
    /// Filings that the next start found entered, though their answer had been cut off.
    pub cut_off_but_entered: u64,
    /// Complaints at the end.
    pub complaints: u64,
    /// Times that `tanggap verify` found everything in order.
    pub verified: u32,
    /// How long it took.
    pub took: Duration,
}

impl std::fmt::Display for Figures {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(out, "kills                         {:>8}", self.kills)?;
        writeln!(out, "  while starting              {:>8}", self.while_starting)?;
        writeln!(out, "filings acknowledged          {:>8}", self.acknowledged)?;
        writeln!(out, "filings cut off               {:>8}", self.cut_off)?;
        writeln!(out, "  found entered all the same  {:>8}", self.cut_off_but_entered)?;
        writeln!(out, "complaints at the end         {:>8}", self.complaints)?;
        writeln!(out, "lost or doubled               {:>8}", 0)?;
        writeln!(out, "`tanggap verify` clean, times {:>8}", self.verified)?;
        writeln!(out, "seconds                       {:>8.0}", self.took.as_secs_f64())
    }
}

/// The most filings that are acknowledged between two kills.
const ROUND: u64 = 40;

/// One of so many kills comes while the server is still starting.
const STARTING: u64 = 8;

/// Kills and checks.
///
/// # Panics
/// When something is lost, doubled or damaged.
pub async fn run(plan: &Plan) -> Figures {
    let started = Instant::now();
    let folder = tempfile::tempdir().expect("the temporary folder is writable");
    let setup = Setup { database: plan.database.clone(), ..Setup::on(folder.path()) };
    let operator = Operator::new(folder.path(), plan.database.as_deref());
    let mut random = Random::new(plan.seed);
    let mut people: Vec<Person> = (0..plan.people).map(|_| Person::new(random.number())).collect();
    let mut figures = Figures { kills: plan.kills, ..Figures::default() };
    for kill in 1..=plan.kills {
        if random.below(STARTING) == 0 {
            figures.while_starting += 1;
            kill_while_starting(&setup, &mut random).await;
        } else {
            people = round(&setup, people, &mut random, &mut figures).await;
        }
        if kill % plan.verify_every == 0 {
            operator.verify().await.done();
            figures.verified += 1;
        }
    }
    figures.cut_off = people.iter().map(|person| person.cut_off).sum();
    let before = people.iter().map(Person::acknowledged).sum::<u64>();
    check::everything(&setup, &operator, &mut people, &mut figures).await;
    figures.verified += 1;
    figures.acknowledged = before;
    figures.took = started.elapsed();
    figures
}

/// Kills a server that has just been started, at some moment before or after it serves.
async fn kill_while_starting(setup: &Setup, random: &mut Random) {
    let process = Process::launch(setup);
    // Not to wait for something: the moment of the kill is what is tried out.
    tokio::time::sleep(Duration::from_micros(random.below(150_000))).await;
    process.kill().await;
}

/// Lets people file until enough has been acknowledged, and kills the server under them.
async fn round(
    setup: &Setup,
    people: Vec<Person>,
    random: &mut Random,
    figures: &mut Figures,
) -> Vec<Person> {
    let process = Process::start(setup).await;
    figures.cut_off_but_entered += check::count(&process, &people).await;
    let acknowledged = Arc::new(AtomicU64::new(0));
    let tasks: Vec<_> = people
        .into_iter()
        .map(|mut person| {
            let (url, count) = (process.url.clone(), acknowledged.clone());
            tokio::spawn(async move {
                person.file_until_cut(&url, &count).await;
                person
            })
        })
        .collect();
    let enough = random.below(ROUND);
    wait::until("enough filings", || async {
        (acknowledged.load(Ordering::Relaxed) >= enough).then_some(())
    })
    .await;
    tokio::time::sleep(Duration::from_micros(random.below(3_000))).await;
    process.kill().await;
    let mut people = Vec::new();
    for task in tasks {
        people.push(wait::within("the people", task).await.expect("nobody panicked"));
    }
    people
}
