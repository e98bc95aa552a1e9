//! Entries in the list of those who work on them.

use shared::calendar::Day;
use shared::information::{DeskInformationLine, InformationNeed, InformationStage};

use super::need::condition;
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Value};
use crate::values;

const DESK: &str = "
    select i.id, i.version, v.title, v.category, v.agency_key, i.stage, i.public_number, i.changed_on, i.changed_at
    from information i join information_version v on v.information_id = i.id and v.number = i.newest";

/// A place in the list of what is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::information) struct Place {
    pub(in crate::information) changed_at: i64,
    pub(in crate::information) id: i64,
}

/// Which of the entries that are worked on are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::information) struct Wanted<'a> {
    /// The key of the agency that holds them.
    pub(in crate::information) agency: Option<&'a str>,
    /// Where they stand.
    pub(in crate::information) stage: Option<InformationStage>,
    /// Letters that their title holds.
    pub(in crate::information) title: Option<&'a str>,
    /// What they want, as of a day.
    pub(in crate::information) need: Option<(InformationNeed, Day)>,
}

/// The next entries behind a place, what was touched last on top.
pub(in crate::information) async fn desk(
    connection: &mut Connection,
    wanted: Wanted<'_>,
    after: Option<Place>,
    limit: i64,
) -> Result<Vec<(DeskInformationLine, Place)>, DbError> {
    let after = after.unwrap_or(Place { changed_at: i64::MAX, id: i64::MAX });
    let mut values = values![after.changed_at, after.id, limit].to_vec();
    let mut narrowed = String::new();
    let Wanted { agency, stage, title, need } = wanted;
    let narrow = [
        ("i.agency_key =", agency.map(Value::from)),
        ("i.stage =", stage.map(|stage| stage.as_str().into())),
        ("lower(v.title) like", title.map(|letters| pattern(letters).into())),
    ];
    for (condition, value) in narrow {
        if let Some(value) = value {
            values.push(value);
            narrowed.push_str(&format!(" and {condition} ${}", values.len()));
        }
    }
    if title.is_some() {
        narrowed.push_str(" escape '!'");
    }
    if let Some((need, today)) = need {
        let (condition, value) = condition(need, today, &format!("${}", values.len() + 1));
        narrowed.push_str(" and ");
        narrowed.push_str(&condition);
        values.extend(value);
    }
    let sql = format!(
        "{DESK} where (i.changed_at, i.id) < ($1, $2){narrowed} order by i.changed_at desc, i.id desc limit $3"
    );
    let line = |row: &Row| {
        let id = row.int("id")?;
        let line = DeskInformationLine {
            id,
            version: row.int("version")?,
            title: row.text("title")?,
            category: row.word("category")?,
            agency: row.text("agency_key")?,
            stage: row.word("stage")?,
            is_public: row.optional_int("public_number")?.is_some(),
            changed_on: row.date("changed_on")?.into(),
        };
        Ok((line, Place { changed_at: row.int("changed_at")?, id }))
    };
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(line).collect()
}

/// What titles are like that hold some letters, large or small.
fn pattern(letters: &str) -> String {
    let mut pattern = "%".to_owned();
    for letter in letters.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern + "%"
}
