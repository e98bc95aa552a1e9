//! The operator: the same program, from the command line.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Stdio,
};

use server::testing::TestServer;
use tokio::process::Command;

/// The program: what `TANGGAP_BINARY` names, or the one that cargo has built beside these tests.
///
/// # Panics
/// When there is none.
pub fn program() -> PathBuf {
    if let Some(program) = std::env::var_os("TANGGAP_BINARY") {
        return PathBuf::from(program);
    }
    let own = std::env::current_exe().expect("a running program has a path");
    let near = own.ancestors().skip(1).take(2).map(|folder| folder.join("tanggap-for-tests"));
    let found = near.into_iter().find(|program| program.is_file());
    found.expect("`cargo test -p tests-api` builds it; elsewhere TANGGAP_BINARY must name the program")
}

/// Someone at the machine's prompt.
#[derive(Clone, Debug)]
pub struct Operator {
    data: PathBuf,
    database: Option<String>,
}

/// What a command said and how it ended.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The exit code; none when it was killed.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Outcome {
    /// Insists that it was done.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{}\n{}", self.out, self.err);
        self
    }

    /// Insists that it failed in a plain way: code 1, and no panic.
    #[track_caller]
    pub fn failed(self) -> Self {
        assert_eq!(self.code, Some(1), "{}\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

impl Operator {
    /// One who works on a data folder, and on another database than the one in it if there is an address.
    pub fn new(data: &Path, database: Option<&str>) -> Self {
        Self { data: data.to_owned(), database: database.map(str::to_owned) }
    }

    /// One who works beside a running server.
    pub fn beside(server: &TestServer) -> Self {
        Self::new(&server.config.data, server.config.database.as_deref())
    }

    /// A command, ready to be started.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).arg("--data").arg(&self.data);
        command.env_remove("DATABASE_URL").env_remove("TANGGAP_LOG").stdin(Stdio::null()).kill_on_drop(true);
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        command
    }

    /// Runs a command to its end.
    pub async fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Outcome {
        let output = self.command(arguments).output().await.expect("the program starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Outcome { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Imports a file of complaints.
    pub async fn import(&self, file: &Path) -> Outcome {
        self.run(&[OsStr::new("import"), OsStr::new("complaints"), file.as_os_str()]).await
    }

    /// Checks the chain, the recap and the files.
    pub async fn verify(&self) -> Outcome {
        self.run(&["verify"]).await
    }
}
