//! What the server is told by flags and environment, for every command alike.

use std::path::PathBuf;

use clap::{Args, builder::BoolishValueParser};

use crate::platform::limit::Limit;
use crate::platform::outbox::MailConfig;
use crate::platform::reach::{ReachConfig, Resolver};
use crate::router;

/// The heading of options that go with any command.
pub const EVERYWHERE: &str = "Options of every command";

/// Where the data lies: given before or after any command.
#[derive(Args, Clone, Debug)]
pub struct Place {
    /// Folder for the database file, uploaded files and the server's keys; made if it is missing
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "TANGGAP_DATA", value_name = "FOLDER", default_value = "./data")]
    pub data: PathBuf,

    /// Database: sqlite:PATH, or postgres://USER:PASSWORD@HOST/NAME for several servers
    /// [default: sqlite:FOLDER/tanggap.db]
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "DATABASE_URL", value_name = "ADDRESS", hide_env_values = true)]
    pub database: Option<String>,
}

/// How mail goes out.
#[derive(Args, Clone, Debug)]
pub struct Mailing {
    /// SMTP server that mail is handed to, as in smtps://USER:PASSWORD@mail.example; without it nobody is mailed
    #[arg(
        long,
        env = "TANGGAP_SMTP",
        value_name = "ADDRESS",
        hide_env_values = true,
        requires = "mail_from"
    )]
    pub smtp: Option<String>,

    /// Address that mail comes from, as in "Tanggap <tanggap@province.example>"
    #[arg(long, env = "TANGGAP_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,

    /// The site's address, which links in mail begin with
    #[arg(long, env = "TANGGAP_SITE", value_name = "ADDRESS", default_value = "http://127.0.0.1:8080")]
    pub site: String,
}

impl Mailing {
    /// The settings of mail; none where no server is named.
    pub fn config(self) -> Option<MailConfig> {
        let named = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let server = named(self.smtp)?;
        Some(MailConfig { server, from: named(self.mail_from).unwrap_or_default(), site: self.site })
    }
}

/// Whether other sites are asked for what public information links to.
#[derive(Args, Clone, Debug)]
pub struct Linking {
    /// Ask the links of published information about weekly whether they still open; nothing else is asked, and no address
    /// within a private network
    #[arg(long, env = "TANGGAP_CHECK_LINKS", value_parser = BoolishValueParser::new())]
    pub check_links: bool,
}

impl Linking {
    /// How links are asked; none where they are not to be.
    pub fn config(&self, site: &str) -> Option<ReachConfig> {
        let config =
            || ReachConfig { site: site.to_owned(), serves: router::leads, resolver: Resolver::default() };
        self.check_links.then(config)
    }
}

/// All settings that are not data.
#[derive(Clone, Debug)]
pub struct Config {
    /// Folder for the database file, uploaded files and the server's keys.
    pub data: PathBuf,
    /// The database's address, where it is not a file in the data folder.
    pub database: Option<String>,
    /// Whether an empty database is filled with invented complaints.
    pub demo: bool,
    /// Whether the nearest proxy's `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trust_forwarded: bool,
    /// How often what may be tried.
    pub limit: Limit,
    /// Where mail is handed in; nobody is mailed without.
    pub mail: Option<MailConfig>,
    /// How links of public information are asked; they are not without.
    pub links: Option<ReachConfig>,
}

impl Config {
    /// The settings of a command that does not serve.
    pub fn new(place: Place) -> Self {
        let Place { data, database } = place;
        Self {
            data,
            database,
            demo: false,
            trust_forwarded: false,
            limit: Limit::default(),
            mail: None,
            links: None,
        }
    }

    /// The database's address.
    pub fn database(&self) -> String {
        let file = || format!("sqlite:{}", self.data.join("tanggap.db").display());
        self.database.clone().filter(|address| !address.is_empty()).unwrap_or_else(file)
    }
}
