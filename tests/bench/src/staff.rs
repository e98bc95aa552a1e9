//! Someone of the staff who is signed in.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use shared::account::{Invitation, Welcome};
use tokio::process::Command;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::Failure;
use crate::http::{Answer, Client};
use crate::options::Options;
use crate::server::Server;

const PASSWORD: &str = "kuda baterai benar";

/// Invites an account with a role, accepts the invitation and signs in: a client whose requests are theirs.
pub async fn sign_in(options: &Options, server: &Server, role: &str) -> Result<Client, Failure> {
    // Kept data has the accounts of earlier runs.
    let name = format!("pengukur-{}", SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs());
    let told = Command::new(&options.binary)
        .args(["admin", "invite", &name, "--role", role, "--data"])
        .arg(server.data.path())
        .output()
        .await?;
    let told = String::from_utf8(told.stdout)?;
    let token = told.split_whitespace().find_map(|word| word.split_once('#')).ok_or("no invitation")?.1;
    let mut client = Client::connect(server.address).await?;
    let read = client.post("/api/v1/invitation", "", &json!({ "token": token }).to_string()).await?;
    let invitation: Invitation = serde_json::from_slice(&done(read)?.body)?;
    let acceptance = json!({ "token": token, "password": PASSWORD, "totp": code(&invitation.totp_key)? });
    let accepted = client.post("/api/v1/invitation/acceptance", "", &acceptance.to_string()).await?;
    let welcome: Welcome = serde_json::from_slice(&done(accepted)?.body)?;
    // The authenticator's code opened once already.
    let session = json!({ "name": name, "password": PASSWORD, "totp": welcome.recovery_codes[0] });
    let began = done(client.post("/api/v1/session", "", &session.to_string()).await?)?;
    let cookies = began.head.lines().filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("set-cookie").then(|| value.split(';').next().unwrap_or_default().trim())
    });
    client.header("cookie", &cookies.collect::<Vec<_>>().join("; "));
    Ok(client)
}

fn done(answer: Answer) -> Result<Answer, Failure> {
    if answer.status < 300 {
        return Ok(answer);
    }
    Err(format!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body)).into())
}

fn code(key: &str) -> Result<String, Failure> {
    let key = key.split_whitespace().collect::<String>();
    let key = Secret::Encoded(key).to_bytes().map_err(|error| format!("{error:?}"))?;
    let totp = TOTP::new(Algorithm::SHA1, 6, 1, 30, key)?;
    Ok(totp.generate(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs()))
}
