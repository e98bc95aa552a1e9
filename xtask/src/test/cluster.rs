//! A PostgreSQL cluster that lives as long as the tests.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Stdio};

use crate::failure::{Result, While, fail};
use crate::run::{command, read};

/// The environment variable that tells the tests where the cluster is. Each test creates databases of its own.
pub const VARIABLE: &str = "TANGGAP_TEST_POSTGRES";

/// A running cluster. Dropping it stops it and removes its files; so does the end of this process, however
/// it comes about, because the keeper waits for the pipe between the two to close.
pub struct Cluster {
    keeper: Child,
    port: u16,
}

impl Cluster {
    /// Creates and starts a cluster with the given programs on a free port.
    pub fn start(programs: &Path) -> Result<Self> {
        let port = free_port()?;
        let folder = env::temp_dir().join(format!("tanggap-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder).doing("creating a folder for PostgreSQL")?;

        let mut keeper = command("sh");
        if fs::metadata(&folder).doing("looking at the folder for PostgreSQL")?.uid() == 0 {
            // PostgreSQL refuses to run as root.
            let (user, group) = somebody_else()?;
            chown(&folder, Some(user), Some(group)).doing("giving the folder for PostgreSQL away")?;
            keeper.uid(user).gid(group);
        }
        let mut keeper = keeper
            .args(["-c", include_str!("cluster.sh"), "cluster"])
            .arg(programs)
            .arg(&folder)
            .arg(port.to_string())
            .current_dir(&folder)
            // Apart from the terminal's group: an interrupt ends the tests, and the keeper after them.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .doing("starting PostgreSQL")?;
        let mut word = String::new();
        if let Some(output) = keeper.stdout.take() {
            BufReader::new(output).read_line(&mut word).doing("waiting for PostgreSQL")?;
        }
        let cluster = Self { keeper, port };
        if word.trim() == "ready" {
            Ok(cluster)
        } else {
            fail("PostgreSQL did not start; its words are above")
        }
    }

    /// The address of the cluster for its superuser, to which the name of a database can be appended.
    pub fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("PostgreSQL's keeper could not be waited for: {error}");
        }
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").doing("looking for a free port")?;
    Ok(listener.local_addr().doing("looking for a free port")?.port())
}

/// User and group for programs that root must not run itself.
fn somebody_else() -> Result<(u32, u32)> {
    for name in ["postgres", "nobody"] {
        if let (Ok(user), Ok(group)) = (id("-u", name), id("-g", name)) {
            return Ok((user, group));
        }
    }
    fail("there is neither a user `postgres` nor `nobody` to run PostgreSQL as")
}

fn id(which: &str, name: &str) -> Result<u32> {
    read(command("id").args([which, name]))?.trim().parse().doing(format!("reading the id of {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::postgres_programs;
    use std::net::TcpStream;

    #[test]
    fn a_cluster_answers_and_is_gone_afterwards() {
        let cluster =
            Cluster::start(&postgres_programs().expect("the tests' setup finds it")).expect("starts");
        let address = ("127.0.0.1", cluster.port);
        assert!(TcpStream::connect(address).is_ok());
        drop(cluster);
        assert!(TcpStream::connect(address).is_err());
        assert!(!env::temp_dir().join(format!("tanggap-postgres-{}", std::process::id())).exists());
    }
}
