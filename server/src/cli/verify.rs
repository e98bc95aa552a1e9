//! `tanggap verify`

use clap::Args;

use super::{Failure, recap::open};
use crate::{
    config::Config,
    platform::{
        files::{Files, Limits},
        settings::Settings,
    },
    verify::verify,
};

/// Check that nothing was lost or changed: events, texts, the recap, receipts and files
///
/// Reads only, and may run beside a server. Exits with 1 when something is wrong, and names it.
#[derive(Args, Debug)]
pub struct Verify {}

/// Checks everything and prints what was checked.
pub async fn run(config: Config, _: Verify) -> Result<(), Failure> {
    let db = open(&config).await?;
    let files = Files::open(&config.data, Limits::default())?;
    let settings = Settings::load(&mut db.read().await?).await?;
    let checks = verify(&db, &files, &settings).await;
    db.close().await;
    let checks = checks?;
    let mut faults = 0;
    for check in &checks {
        let found =
            if check.faults.is_empty() { "good".to_owned() } else { format!("{} WRONG", check.faults.len()) };
        println!("{}: {found}", check.what);
        for fault in &check.faults {
            println!("  {fault}");
        }
        faults += check.faults.len();
    }
    if faults == 0 { Ok(()) } else { Err(Failure::new(format!("{faults} faults"))) }
}
