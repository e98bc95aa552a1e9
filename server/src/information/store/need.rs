//! What public entries want.

use shared::calendar::Day;
use shared::information::{InformationCounts, InformationNeed, needs_on};

use crate::information::link;
use crate::information::remind::Ending;
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Value};
use crate::values;

/// The condition under which the version `v` of an entry lacks what readers need: where it was made, plain words, or the file
/// that is promised.
macro_rules! incomplete {
    () => {
        "(v.made_at is null or v.plain is null
        or (v.link is null and ' ' || v.forms || ' ' like '% digital %' and not exists (
            select 1 from information_file f where f.information_id = v.information_id and f.state = 'ready'
                and f.added_in <= v.number and (f.removed_in is null or v.number < f.removed_in))))"
    };
}
pub(crate) use incomplete;

const INCOMPLETE: &str = incomplete!();

/// The condition under which the version `v` wants something, with the day to be bound to its mark; a mark that is not
/// needed is none.
pub(super) fn condition(need: InformationNeed, today: Day, mark: &str) -> (String, Option<Value>) {
    let (refresh, ending) = needs_on(today);
    match need {
        InformationNeed::Refresh => (
            format!("i.stage = 'published' and v.category = 'regular' and v.published_on < {mark}"),
            Some(refresh.date().into()),
        ),
        InformationNeed::Ending => {
            (format!("i.stage = 'published' and v.keep_until <= {mark}"), Some(ending.date().into()))
        }
        InformationNeed::Incomplete => (format!("i.stage = 'published' and {INCOMPLETE}"), None),
        InformationNeed::DeadLink => (format!("i.stage = 'published' and {}", link::DEAD), None),
    }
}

const ENDING: &str = "
    select i.id, i.agency_key, v.keep_until
    from information i join information_version v on v.information_id = i.id and v.number = i.public_number
    where i.stage = 'published' and v.keep_until >= $1 and v.keep_until <= $2 and i.id > $3 order by i.id limit $4";

/// Public entries whose keeping ends within a span of days, in the order of their numbers.
pub(in crate::information) async fn ending(
    connection: &mut Connection,
    (from, to): (Day, Day),
    after: i64,
    limit: i64,
) -> Result<Vec<Ending>, DbError> {
    let read = |row: &Row| Ok(Ending { id: row.int(0)?, agency: row.text(1)?, ends_on: row.date(2)?.into() });
    let values = values![from.date(), to.date(), after, limit];
    connection.fetch_all(ENDING, values).await?.iter().map(read).collect()
}

/// All entries counted by agency.
pub(in crate::information) async fn counts(
    connection: &mut Connection,
    today: Day,
) -> Result<Vec<InformationCounts>, DbError> {
    let refresh = condition(InformationNeed::Refresh, today, "$1");
    let ending = condition(InformationNeed::Ending, today, "$2");
    let dead = condition(InformationNeed::DeadLink, today, "").0;
    let sum = |condition: &str| format!("cast(sum(case when {condition} then 1 else 0 end) as bigint)");
    let sql = format!(
        "select i.agency_key, {public}, {complete}, {refresh}, {ending}, {dead}, {waiting}
         from information i join information_version v on v.information_id = i.id and v.number = i.newest
         group by i.agency_key order by i.agency_key",
        public = sum("i.stage = 'published'"),
        complete = sum(&format!("i.stage = 'published' and not {INCOMPLETE}")),
        refresh = sum(&refresh.0),
        ending = sum(&ending.0),
        dead = sum(&dead),
        waiting = sum("i.stage in ('draft', 'checked')"),
    );
    let values: Vec<Value> = refresh.1.into_iter().chain(ending.1).collect();
    let read = |row: &Row| {
        let count = |column: usize| row.int(column).map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        Ok(InformationCounts {
            agency: row.text(0)?,
            public: count(1)?,
            complete: count(2)?,
            refresh: count(3)?,
            ending: count(4)?,
            dead_links: count(5)?,
            waiting: count(6)?,
        })
    };
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(read).collect()
}
