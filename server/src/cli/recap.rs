//! `tanggap recap`

use clap::{Args, ValueEnum};
use shared::lang::Lang;
use shared::problem::FieldProblem;
use shared::recap::Recap as Answer;

use super::Failure;
use crate::{
    clock::Clock,
    config::Config,
    platform::{
        db::{Database, Options},
        http::Pairs,
        ledger::memory::Memory,
        settings::Settings,
    },
    recap::{Moment, Question, export::to_csv, recap},
};

/// Count complaints, now or as of any past day
///
/// The same figures as the page and the interface, read from the database; no server need run.
#[derive(Args, Debug)]
pub struct Recap {
    /// What rows stand for: sector, stage, group, agency, region, month, class, channel
    #[arg(long, value_name = "DIMENSION")]
    by: Option<String>,
    /// In this stage only, such as disposed
    #[arg(long)]
    stage: Option<String>,
    /// In this group of stages only, such as awaiting_follow_up
    #[arg(long)]
    group: Option<String>,
    /// Of this sector only; `none` for those without
    #[arg(long, value_name = "KEY")]
    sector: Option<String>,
    /// With this agency only; `none` for those without
    #[arg(long, value_name = "KEY")]
    agency: Option<String>,
    /// In this regency only; `none` for those without
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// Of this class only
    #[arg(long)]
    class: Option<String>,
    /// That came in this way only
    #[arg(long)]
    channel: Option<String>,
    /// First month of receipt
    #[arg(long, value_name = "YYYY-MM")]
    from: Option<String>,
    /// Last month of receipt
    #[arg(long, value_name = "YYYY-MM")]
    to: Option<String>,
    /// As it stood at the end of this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Language of the names: id or en
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

/// Counts and prints.
pub async fn run(config: Config, arguments: Recap) -> Result<(), Failure> {
    let db = open(&config).await?;
    let outcome = count(&db, &arguments).await;
    db.close().await;
    let (question, answer) = outcome?;
    match arguments.format {
        Format::Table => print!("{}", table(&answer, question.lang)),
        Format::Csv => print!("{}", to_csv(&answer)),
        Format::Json => println!("{}", serde_json::to_string(&answer)?),
    }
    Ok(())
}

/// Opens the database of a command that only reads: one that is not there is not made.
pub(super) async fn open(config: &Config) -> Result<Database, Failure> {
    let address = config.database();
    let file = address.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
    if let Some(file) = file.filter(|file| !std::path::Path::new(file).is_file()) {
        return Err(Failure::new(format!("there is no database {file}")));
    }
    let options = Options { migrate: false, ..Options::default() };
    Ok(Database::open_with(&address, options).await?)
}

async fn count(db: &Database, arguments: &Recap) -> Result<(Question, Answer), Failure> {
    let settings = Settings::load(&mut db.read().await?).await?;
    let clock = Clock::system();
    let today = settings.today(&clock);
    let question = Question::parse(&arguments.pairs(), &["by", "lang"], &settings, today, Lang::Id)
        .map_err(|problems| told(&problems))?;
    let ledger = Memory::load(db).await?;
    let moment = Moment { ledger: &ledger, settings: &settings, taken_at: clock.now() };
    let answer = recap(&question, moment);
    Ok((question, answer))
}

impl Recap {
    /// The flags as the address would have them, so that one code reads both.
    fn pairs(&self) -> Pairs {
        let flags = [
            ("by", &self.by),
            ("stage", &self.stage),
            ("group", &self.group),
            ("sector", &self.sector),
            ("agency", &self.agency),
            ("region", &self.region),
            ("class", &self.class),
            ("channel", &self.channel),
            ("from", &self.from),
            ("to", &self.to),
            ("as_of", &self.as_of),
            ("lang", &self.lang),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in flags {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        Pairs::parse(&query.finish())
    }
}

fn told(problems: &[FieldProblem]) -> Failure {
    let told = problems.iter().map(|problem| {
        format!("--{}: {}", problem.field.replace('_', "-"), Lang::En.problem(problem.problem))
    });
    Failure::new(told.collect::<Vec<_>>().join(" "))
}

/// Names to the left, numbers to the right, and their sum.
fn table(answer: &Answer, lang: Lang) -> String {
    let title = (lang.dimension(answer.by), lang.count().to_owned());
    let rows = answer.rows.iter().map(|row| (row.label.as_str(), row.count.to_string()));
    let total = (lang.total(), answer.total.to_string());
    let lines: Vec<(&str, String)> = [title].into_iter().chain(rows).chain([total]).collect();
    let longest = |length: fn(&(&str, String)) -> usize| lines.iter().map(length).max().unwrap_or(0);
    let name_width = longest(|(name, _)| name.chars().count());
    let number_width = longest(|(_, number)| number.chars().count());
    let rule = "-".repeat(name_width + 2 + number_width);
    let mut table = String::new();
    for (index, (name, number)) in lines.iter().enumerate() {
        if index == 1 || index == lines.len() - 1 {
            table += &format!("{rule}\n");
        }
        table += &format!("{name:<name_width$}  {number:>number_width$}\n");
    }
    table
}

#[cfg(test)]
mod tests {
    use shared::calendar::Day;
    use shared::recap::{Dimension, Figures, GroupCounts, Row};

    use super::*;

    #[test]
    fn tables_are_aligned() {
        let row = |label: &str, count| Row {
            key: label.to_owned(),
            label: label.to_owned(),
            count,
            groups: GroupCounts::default(),
        };
        let answer = Answer {
            as_of: Day::parse("2020-06-30").unwrap(),
            by: Dimension::Sector,
            total: 107,
            rows: vec![row("Dana desa", 100), row("Café", 7)],
            figures: Figures::default(),
            revision: 1,
            taken_at: 0,
        };
        let expected = "Bidang urusan  Jumlah\n---------------------\nDana desa         100\n\
            Café                7\n---------------------\nTotal             107\n";
        assert_eq!(table(&answer, Lang::Id), expected);
    }
}
