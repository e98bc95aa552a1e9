//! What the command line says.

use std::path::PathBuf;
use std::time::Duration;

/// How it is called.
pub const USAGE: &str = "\
bench start|filings|reads|recap|inbox|information|stream [--binary PATH] [--seconds N] [--clients N] [--complaints N] [--entries N] [--rounds N] [--data DIR]";

/// The settings of a run.
#[derive(Clone, Debug)]
pub struct Options {
    /// What is measured.
    pub measurement: String,
    /// The release binary.
    pub binary: PathBuf,
    /// How long each load runs.
    pub time: Duration,
    /// Clients at once; each measurement has its own default.
    pub clients: Option<usize>,
    /// Complaints that the recap and the inbox are asked about.
    pub complaints: Option<u64>,
    /// Entries of public information that are asked for.
    pub entries: Option<u64>,
    /// Questions of each kind about public information.
    pub rounds: Option<usize>,
    /// Where they are kept for the next run; filled when there are none.
    pub data: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments after the program's name.
    pub fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let measurement = arguments.next().ok_or("which measurement?")?;
        let mut options = Self {
            measurement,
            binary: PathBuf::from("target/release/tanggap"),
            time: Duration::from_secs(10),
            clients: None,
            complaints: None,
            entries: None,
            rounds: None,
            data: None,
        };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
            let number = || value.parse::<u64>().map_err(|_| format!("{name} needs a number, not {value:?}"));
            match name.as_str() {
                "--binary" => options.binary = PathBuf::from(value),
                "--data" => options.data = Some(PathBuf::from(value)),
                "--seconds" => options.time = Duration::from_secs(number()?),
                "--clients" => options.clients = Some(number()? as usize),
                "--complaints" => options.complaints = Some(number()?),
                "--rounds" => options.rounds = Some(number()? as usize),
                "--entries" => options.entries = Some(number()?),
                _ => return Err(format!("there is no option {name}")),
            }
        }
        Ok(options)
    }
}
