//! Sending a letter by SMTP.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::letter::Letter;

/// A server that says nothing for so long is asked again later.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where mail is handed in, and as whose.
#[derive(Clone, Debug)]
pub struct MailConfig {
    /// The SMTP server, as in `smtps://user:password@mail.example` or `smtp://mail.example:587?tls=required`.
    pub server: String,
    /// The address that mail comes from, with or without a name.
    pub from: String,
    /// The site's address, which links begin with.
    pub site: String,
}

/// Why mail cannot be sent at all.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The server's address is not one.
    #[error("the SMTP server's address is not one: {0}")]
    Server(String),
    /// The sender's address is not one.
    #[error("the mail's sender is not an address: {0}")]
    From(String),
}

/// A letter that was not taken.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub(super) struct Refused {
    /// Whether it will not be taken later either.
    pub(super) is_final: bool,
    reason: String,
}

/// Hands letters in.
#[derive(Clone, Debug)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    pub(super) site: String,
}

impl Mail {
    /// Prepares it; nothing is sent yet.
    ///
    /// # Errors
    /// Addresses that are none.
    pub fn open(config: &MailConfig) -> Result<Self, MailError> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.server)
            .map_err(|error| MailError::Server(error.to_string()))?;
        let from = config.from.parse().map_err(|_| MailError::From(config.from.clone()))?;
        let site = config.site.trim_end_matches('/').to_owned();
        Ok(Self { transport: builder.timeout(Some(PATIENCE)).build(), from, site })
    }

    /// Hands one in.
    pub(super) async fn send(&self, letter: Letter) -> Result<(), Refused> {
        let unfit = |reason: String| Refused { is_final: true, reason };
        let to = letter.to.parse().map_err(|_| unfit("not an address".to_owned()))?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN);
        if let Some(address) = letter.unsubscribe {
            // RFC 8058: one press in the mail program, without a page.
            for (name, value) in [
                ("List-Unsubscribe", ["<", &address, ">"].concat()),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
            ] {
                message = message.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
            }
        }
        let message = message.body(letter.body).map_err(|error| unfit(error.to_string()))?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // What a server says may name an address: it is told by its kind alone.
            Err(error) if error.is_permanent() => Err(unfit("the server refuses it for good".to_owned())),
            Err(error) => {
                let reason =
                    if error.is_timeout() { "the server does not answer" } else { "it was not taken" };
                Err(Refused { is_final: false, reason: reason.to_owned() })
            }
        }
    }
}
