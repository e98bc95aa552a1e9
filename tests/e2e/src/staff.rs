use std::time::{SystemTime, UNIX_EPOCH};

use shared::account::{Acceptance, InvitationToken};
use shared::api::{AcceptInvitation, ReadInvitation};
use shared::lang::Lang;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::{Browser, Result, Server, fail};

const PASSWORD: &str = "kuda baterai benar";

/// An account of a story, and what opens it.
pub struct Seat {
    /// Its name.
    pub name: String,
    /// Its password.
    pub password: String,
    /// Recovery codes: authenticators' codes work once in half a minute, and stories do not wait.
    codes: Vec<String>,
}

impl Seat {
    /// A code that has not been used.
    pub fn code(&mut self) -> Result<String> {
        self.codes.pop().map_or_else(|| fail("all codes are used"), Ok)
    }
}

impl Server {
    /// The link of an invitation, as the operator's command prints it, without the site's address.
    pub fn invite(&self, name: &str, role: &str) -> Result<String> {
        let told = self.command(&["admin", "invite", name, "--role", role])?.output()?;
        let told = String::from_utf8(told.stdout)?;
        match told.split_whitespace().find_map(|word| word.split_once("/petugas/")) {
            Some((_, path)) => Ok(["/petugas/", path].concat()),
            None => fail(format!("no link in {told:?}")),
        }
    }

    /// An account that is ready.
    pub async fn seat(&self, name: &str, role: &str) -> Result<Seat> {
        let link = self.invite(name, role)?;
        let token = link.split('#').nth(1).unwrap_or_default().to_owned();
        let http = self.http();
        let invitation =
            http.post::<ReadInvitation>(&[], &[], &InvitationToken { token: token.clone() }).await?;
        let totp = code_of(&invitation.totp_key)?;
        let acceptance = Acceptance { token, password: PASSWORD.to_owned(), totp };
        let welcome = http.post::<AcceptInvitation>(&[], &[], &acceptance).await?;
        Ok(Seat { name: name.to_owned(), password: PASSWORD.to_owned(), codes: welcome.recovery_codes })
    }
}

impl Browser {
    /// Signs in on the page that is shown.
    pub async fn sign_in(&self, seat: &mut Seat) -> Result {
        let texts = Lang::Id.account();
        self.fill(texts.name, &seat.name).await?;
        self.fill(texts.password, &seat.password).await?;
        self.fill(texts.totp, &seat.code()?).await?;
        self.press("button", texts.sign_in).await?;
        self.find("button", texts.sign_out).await.map(drop)
    }
}

/// What an authenticator with this key shows now.
pub fn code_of(key: &str) -> Result<String> {
    let key = key.split_whitespace().collect::<String>();
    let totp = TOTP::new(
        Algorithm::SHA1,
        6,
        1,
        30,
        Secret::Encoded(key).to_bytes().map_err(|error| format!("{error:?}"))?,
    );
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Ok(totp.map_err(|error| format!("{error:?}"))?.generate(now))
}
