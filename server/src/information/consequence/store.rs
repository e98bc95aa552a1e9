//! Consequence tests in the database. What everyone reads of them lies in a table of its own, which holds nothing else: no
//! question of the public can reach further.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::information::consequence::{
    ConsequenceDecision, ConsequenceOutcome, ConsequenceStage, ConsequenceTest, Consideration,
    DeskConsequenceLine, ExcludedLine, Fixed,
};

use crate::information::remind::Ending;
use crate::information::store::Place;
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Transaction, Value};
use crate::values;

const ADD: &str = "
    insert into consequence_test (stage, agency_key, public_title, document, information, law, consequence, interest,
        until_on, proposer, changed_on, changed_at)
    values ('proposed', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id";
const TAKE: &str = "update consequence_test set version = version + 1 where id = $1 and version = $2";
const STORED: &str = "
    select id, version, stage, ends_on, agency_key, public_title, document, information, law, consequence, interest,
        until_on, proposer, considered_on, considered_by, considered_said, reason
    from consequence_test where id = $1";
const WRITE: &str = "
    update consequence_test set agency_key = $2, public_title = $3, document = $4, information = $5, law = $6,
        consequence = $7, interest = $8, until_on = $9, proposer = $10
    where id = $1";
const CHANGE: &str = "
    update consequence_test set stage = $2, ends_on = $3, considered_on = $4, considered_by = $5, considered_said = $6,
        reason = $7, changed_on = $8, changed_at = $9
    where id = $1";
const DECIDE: &str = "
    insert into consequence_decision (test_id, place, number, decided_on, until_on, considered_on, considered_by,
        considered_said)
    select cast($1 as bigint), coalesce(max(place), 0) + 1, $2, $3, $4, $5, $6, $7
    from consequence_decision where test_id = $1";
const DECISIONS: &str = "
    select number, decided_on, until_on, considered_on, considered_by, considered_said
    from consequence_decision where test_id = $1 order by place desc";
const EXCLUDE: &str = "
    insert into excluded_information (test_id, stage, title, agency_key, law, number, decided_on, until_on)
    values ($1, 'decided', $2, $3, $4, $5, $6, $7)
    on conflict (test_id) do update set stage = excluded.stage, title = excluded.title,
        agency_key = excluded.agency_key, law = excluded.law, number = excluded.number,
        decided_on = excluded.decided_on, until_on = excluded.until_on";
const OPEN: &str = "delete from excluded_information where test_id = $1";
const EXCLUDED: &str = "
    select test_id, stage, title, agency_key, law, number, decided_on, until_on
    from excluded_information where test_id < $1 order by test_id desc limit $2";
const ENDED: &str = "
    select id from consequence_test where stage = 'decided' and ends_on is not null and ends_on < $1
    order by ends_on, id limit $2";
const TERMS_ENDING: &str = "
    select id, agency_key, ends_on from consequence_test
    where stage in ('decided', 'to_review') and ends_on >= $1 and ends_on <= $2 and id > $3 order by id limit $4";
const LAPSE: &str = "
    update consequence_test set stage = 'to_review', version = version + 1, changed_on = $2, changed_at = $3
    where id = $1 and stage = 'decided' and ends_on < $2";
const LAPSE_LINE: &str = "update excluded_information set stage = 'to_review' where test_id = $1";
const DESK: &str = "select id, version, public_title, agency_key, stage, ends_on, changed_on, changed_at from consequence_test";

/// A consequence test as it is worked on.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) id: i64,
    pub(super) version: i64,
    pub(super) stage: ConsequenceStage,
    /// The last day of the term, where it is excluded.
    pub(super) ends_on: Option<Day>,
    pub(super) test: ConsequenceTest,
    pub(super) consideration: Option<Consideration>,
    pub(super) reason: Option<String>,
}

impl Stored {
    /// What the last decision fixed.
    pub(super) fn outcome(&self) -> Option<ConsequenceOutcome> {
        outcome(self.stage, self.ends_on)
    }
}

/// What was decided and has no term is open.
fn outcome(stage: ConsequenceStage, ends_on: Option<Day>) -> Option<ConsequenceOutcome> {
    match stage {
        ConsequenceStage::Decided | ConsequenceStage::ToReview => Some(ConsequenceOutcome::of(ends_on)),
        ConsequenceStage::Proposed | ConsequenceStage::Considered | ConsequenceStage::Withdrawn => None,
    }
}

/// Begins one; its number.
pub(super) async fn add(
    tx: &mut Transaction,
    test: &ConsequenceTest,
    on: Day,
    at: Timestamp,
) -> Result<i64, DbError> {
    let mut values = what(test).to_vec();
    values.extend_from_slice(values![on.date(), at]);
    tx.fetch_one(ADD, &values).await?.int(0)
}

/// Takes one of a version, so that nobody else changes it; whether it was there.
pub(super) async fn take(tx: &mut Transaction, id: i64, version: i64) -> Result<bool, DbError> {
    Ok(tx.execute(TAKE, values![id, version]).await? > 0)
}

/// One, if it is there.
pub(super) async fn stored(connection: &mut Connection, id: i64) -> Result<Option<Stored>, DbError> {
    let row = connection.fetch_optional(STORED, values![id]).await?;
    let read = |row: Row| {
        let is_considered = row.optional_text("considered_on")?.is_some();
        Ok(Stored {
            id: row.int("id")?,
            version: row.int("version")?,
            stage: row.word("stage")?,
            ends_on: row.optional_date("ends_on")?.map(Day::from),
            test: ConsequenceTest {
                public_title: row.text("public_title")?,
                agency: row.text("agency_key")?,
                document: row.text("document")?,
                information: row.text("information")?,
                law: row.text("law")?,
                consequence: row.text("consequence")?,
                interest: row.text("interest")?,
                until: row.date("until_on")?.into(),
                proposer: row.text("proposer")?,
            },
            consideration: if is_considered { Some(consideration(&row)?) } else { None },
            reason: row.optional_text("reason")?,
        })
    };
    row.map(read).transpose()
}

/// Writes what is proposed.
pub(super) async fn write(tx: &mut Transaction, id: i64, test: &ConsequenceTest) -> Result<(), DbError> {
    let mut values = values![id].to_vec();
    values.extend(what(test));
    tx.execute(WRITE, &values).await.map(drop)
}

/// Writes how one stands, apart from what is proposed.
pub(super) async fn change(
    tx: &mut Transaction,
    stored: &Stored,
    on: Day,
    at: Timestamp,
) -> Result<(), DbError> {
    let considered = stored.consideration.as_ref();
    let values = values![
        stored.id,
        stored.stage.as_str(),
        stored.ends_on.map(Day::date),
        considered.map(|considered| considered.considered_on.date()),
        considered.map(|considered| considered.considered_by.join("\n")),
        considered.map(|considered| &considered.said),
        stored.reason.as_ref(),
        on.date(),
        at
    ];
    tx.execute(CHANGE, values).await.map(drop)
}

/// Writes a decision, and into the list of what is excluded or out of it.
pub(super) async fn decide(
    tx: &mut Transaction,
    id: i64,
    test: &ConsequenceTest,
    considered: &Consideration,
    fixed: &Fixed,
) -> Result<(), DbError> {
    let decision = values![
        id,
        &fixed.number,
        fixed.decided_on.date(),
        fixed.until.map(Day::date),
        considered.considered_on.date(),
        considered.considered_by.join("\n"),
        &considered.said
    ];
    tx.execute(DECIDE, decision).await?;
    let Some(until) = fixed.until else { return tx.execute(OPEN, values![id]).await.map(drop) };
    let line = values![
        id,
        &test.public_title,
        &test.agency,
        &test.law,
        &fixed.number,
        fixed.decided_on.date(),
        until.date()
    ];
    tx.execute(EXCLUDE, line).await.map(drop)
}

/// What was decided, the last first.
pub(super) async fn decisions(
    connection: &mut Connection,
    id: i64,
) -> Result<Vec<ConsequenceDecision>, DbError> {
    let decision = |row: &Row| {
        let (number, decided_on, until) = (
            row.text("number")?,
            row.date("decided_on")?.into(),
            row.optional_date("until_on")?.map(Day::from),
        );
        let outcome = ConsequenceOutcome::of(until);
        Ok(ConsequenceDecision { number, decided_on, outcome, until, consideration: consideration(row)? })
    };
    connection.fetch_all(DECISIONS, values![id]).await?.iter().map(decision).collect()
}

/// The next lines of what is excluded below a number, the newest first.
pub(super) async fn excluded(
    connection: &mut Connection,
    below: i64,
    limit: i64,
) -> Result<Vec<ExcludedLine>, DbError> {
    let line = |row: &Row| {
        Ok(ExcludedLine {
            id: row.int("test_id")?,
            title: row.text("title")?,
            agency: row.text("agency_key")?,
            law: row.text("law")?,
            number: row.text("number")?,
            decided_on: row.date("decided_on")?.into(),
            until: row.date("until_on")?.into(),
            stage: row.word("stage")?,
        })
    };
    connection.fetch_all(EXCLUDED, values![below, limit]).await?.iter().map(line).collect()
}

/// Some of those whose term ended before a day.
pub(super) async fn ended(connection: &mut Connection, day: Day, limit: i64) -> Result<Vec<i64>, DbError> {
    let rows = connection.fetch_all(ENDED, values![day.date(), limit]).await?;
    rows.iter().map(|row| row.int(0)).collect()
}

/// Leaves one to be reviewed whose term ended before a day; whether it still was to.
pub(super) async fn lapse(tx: &mut Transaction, id: i64, day: Day, at: Timestamp) -> Result<bool, DbError> {
    if tx.execute(LAPSE, values![id, day.date(), at]).await? == 0 {
        return Ok(false);
    }
    Ok(tx.execute(LAPSE_LINE, values![id]).await? > 0)
}

/// Which tests are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    /// The key of the agency that holds the information.
    pub(super) agency: Option<&'a str>,
    /// Where they stand.
    pub(super) stage: Option<ConsequenceStage>,
}

/// The next tests behind a place, what was touched last on top.
pub(super) async fn desk(
    connection: &mut Connection,
    wanted: Wanted<'_>,
    after: Option<Place>,
    limit: i64,
) -> Result<Vec<(DeskConsequenceLine, Place)>, DbError> {
    let after = after.unwrap_or(Place { changed_at: i64::MAX, id: i64::MAX });
    let mut values = values![after.changed_at, after.id, limit].to_vec();
    let mut narrowed = String::new();
    let narrow = [
        ("agency_key", wanted.agency.map(Value::from)),
        ("stage", wanted.stage.map(|stage| stage.as_str().into())),
    ];
    for (column, value) in narrow {
        if let Some(value) = value {
            values.push(value);
            narrowed.push_str(&format!(" and {column} = ${}", values.len()));
        }
    }
    let sql = format!(
        "{DESK} where (changed_at, id) < ($1, $2){narrowed} order by changed_at desc, id desc limit $3"
    );
    let placed = |row: &Row| {
        let line = line(row)?;
        let place = Place { changed_at: row.int("changed_at")?, id: line.id };
        Ok((line, place))
    };
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(placed).collect()
}

/// Those that are excluded until no later than a day, the soonest first.
pub(super) async fn ending(
    connection: &mut Connection,
    agency: Option<&str>,
    day: Day,
    limit: i64,
) -> Result<Vec<DeskConsequenceLine>, DbError> {
    let mut values = values![day.date(), limit].to_vec();
    let mut narrowed = "";
    if let Some(agency) = agency {
        values.push(agency.into());
        narrowed = " and agency_key = $3";
    }
    let sql = format!(
        "{DESK} where stage = 'decided' and ends_on is not null and ends_on <= $1{narrowed} order by ends_on, id limit $2"
    );
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(line).collect()
}

fn line(row: &Row) -> Result<DeskConsequenceLine, DbError> {
    let (stage, until) = (row.word("stage")?, row.optional_date("ends_on")?.map(Day::from));
    Ok(DeskConsequenceLine {
        id: row.int("id")?,
        version: row.int("version")?,
        public_title: row.text("public_title")?,
        agency: row.text("agency_key")?,
        stage,
        outcome: outcome(stage, until),
        until,
        days_left: None,
        changed_on: row.date("changed_on")?.into(),
    })
}

fn what(test: &ConsequenceTest) -> [Value; 9] {
    [
        (&test.agency).into(),
        (&test.public_title).into(),
        (&test.document).into(),
        (&test.information).into(),
        (&test.law).into(),
        (&test.consequence).into(),
        (&test.interest).into(),
        test.until.date().into(),
        (&test.proposer).into(),
    ]
}

fn consideration(row: &Row) -> Result<Consideration, DbError> {
    Ok(Consideration {
        considered_on: row.date("considered_on")?.into(),
        considered_by: row.text("considered_by")?.lines().map(str::to_owned).collect(),
        said: row.text("considered_said")?,
    })
}

/// Tests whose term ends within a span of days, in the order of their rows.
pub(in crate::information) async fn terms_ending(
    connection: &mut Connection,
    (from, to): (Day, Day),
    after: i64,
    limit: i64,
) -> Result<Vec<Ending>, DbError> {
    let read = |row: &Row| Ok(Ending { id: row.int(0)?, agency: row.text(1)?, ends_on: row.date(2)?.into() });
    let values = values![from.date(), to.date(), after, limit];
    connection.fetch_all(TERMS_ENDING, values).await?.iter().map(read).collect()
}
