use shared::lang::Lang;
use shared::problem::{Envelope, ErrorCode, FieldProblem, Problem};

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The server could not be reached.
    Offline,
    /// The server said what is wrong.
    Problem(Envelope),
    /// Something answered that does not speak our language: a captive portal, an older or newer server.
    Strange,
}

impl Failure {
    /// The failure as a sentence for people.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Offline => lang.shell().offline.to_owned(),
            // The envelope was written in the language of its request; the reader may have switched since.
            Self::Problem(envelope) if envelope.code != ErrorCode::Unknown => {
                lang.error(envelope.code).to_owned()
            }
            Self::Problem(envelope) => envelope.message.clone(),
            Self::Strange => lang.shell().strange_answer.to_owned(),
        }
    }

    /// That not all files have arrived, as the server would say it.
    pub fn not_uploaded() -> Self {
        Self::Problem(Envelope {
            status: 422,
            code: ErrorCode::Invalid,
            message: String::new(),
            problems: vec![FieldProblem::new("files", Problem::NotUploaded)],
            rule: None,
            version: None,
        })
    }

    /// The server's code, where it gave one.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Problem(envelope) => Some(envelope.code),
            _ => None,
        }
    }

    /// Whether asking again, later or somewhere with a signal, may help.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Offline | Self::Strange => true,
            Self::Problem(envelope) => envelope.status >= 500 || envelope.code == ErrorCode::TooMany,
        }
    }
}
