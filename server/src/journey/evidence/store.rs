//! What is counted of public entries and refusals.

use shared::calendar::Day;
use shared::evidence::{EntryFacts, ExclusionFacts, RefusalFacts};
use shared::information::Category;

use crate::information::incomplete;
use crate::platform::db::{Connection, DbError, Row};
use crate::values;

macro_rules! public_entries {
    () => {
        "information_public p
        join information_version v on v.information_id = p.information_id and v.number = p.number"
    };
}

const COUNTS: &str = concat!(
    "select p.category, count(*),
        cast(sum(case when ",
    incomplete!(),
    " then 1 else 0 end) as bigint),
        cast(sum(case when v.published_on < $1 then 1 else 0 end) as bigint),
        count(v.plain), count(v.local),
        cast(sum(case when exists (
            select 1 from information_file f where f.information_id = v.information_id and f.state = 'ready'
                and (f.media_type like 'audio/%' or f.media_type like 'video/%')
                and f.added_in <= v.number and (f.removed_in is null or v.number < f.removed_in))
            then 1 else 0 end) as bigint)
    from ",
    public_entries!(),
    " group by p.category order by p.category"
);
const PUBLISHING: &str = "select distinct agency_key from information_public order by agency_key";
const INCOMPLETE: &str = concat!(
    "select p.information_id from ",
    public_entries!(),
    " where ",
    incomplete!(),
    " order by p.information_id desc limit $1"
);
const STALE: &str = concat!(
    "select p.information_id from ",
    public_entries!(),
    " where p.category = 'regular' and v.published_on < $2 order by v.published_on, p.information_id limit $1"
);
const REFUSALS: &str = "
    select count(*), count(n.consequence_test)
    from request_notice n join information_request r on r.notice_id = n.id
    where n.kind in ('refuse', 'grant_in_part')";
const UNTESTED: &str = "
    select r.number from request_notice n join information_request r on r.notice_id = n.id
    where n.kind in ('refuse', 'grant_in_part') and n.consequence_test is null order by n.id desc limit $1";

const EXCLUDED: &str = "select count(*) from excluded_information";
const ENDED: &str =
    "select test_id from excluded_information where stage = 'to_review' order by until_on, test_id";

/// Public entries by category; those published before a day are stale.
pub(super) async fn entries(connection: &mut Connection, stale: Day) -> Result<Vec<EntryFacts>, DbError> {
    let read = |row: &Row| {
        let word = row.text(0)?;
        let category: Category =
            word.parse().map_err(|_| DbError::Other(format!("category of an entry: {word}")))?;
        Ok(EntryFacts {
            category,
            public: count(row, 1)?,
            incomplete: count(row, 2)?,
            stale: count(row, 3)?,
            plain: count(row, 4)?,
            local: count(row, 5)?,
            recorded: count(row, 6)?,
        })
    };
    connection.fetch_all(COUNTS, values![stale.date()]).await?.iter().map(read).collect()
}

/// The keys of agencies that have public entries.
pub(super) async fn publishing(connection: &mut Connection) -> Result<Vec<String>, DbError> {
    connection.fetch_all(PUBLISHING, values![]).await?.iter().map(|row| row.text(0)).collect()
}

/// Entries that lack something, the latest first.
pub(super) async fn incomplete(connection: &mut Connection, limit: i64) -> Result<Vec<i64>, DbError> {
    connection.fetch_all(INCOMPLETE, values![limit]).await?.iter().map(|row| row.int(0)).collect()
}

/// Regular entries that were published before a day, the oldest first.
pub(super) async fn stale(connection: &mut Connection, limit: i64, before: Day) -> Result<Vec<i64>, DbError> {
    connection.fetch_all(STALE, values![limit, before.date()]).await?.iter().map(|row| row.int(0)).collect()
}

/// Refusals that stand, and whether they name a consequence test.
pub(super) async fn refusals(connection: &mut Connection, limit: i64) -> Result<RefusalFacts, DbError> {
    let row = connection.fetch_one(REFUSALS, values![]).await?;
    let untested = connection.fetch_all(UNTESTED, values![limit]).await?;
    Ok(RefusalFacts {
        all: count(&row, 0)?,
        tested: count(&row, 1)?,
        untested: untested.iter().map(|row| row.text(0)).collect::<Result<_, _>>()?,
    })
}

/// What is excluded, and whose term has ended.
pub(super) async fn exclusions(connection: &mut Connection) -> Result<ExclusionFacts, DbError> {
    let all = connection.fetch_one(EXCLUDED, values![]).await?;
    let ended = connection.fetch_all(ENDED, values![]).await?;
    Ok(ExclusionFacts {
        all: count(&all, 0)?,
        ended: ended.iter().map(|row| row.int(0)).collect::<Result<_, _>>()?,
    })
}

fn count(row: &Row, column: usize) -> Result<u32, DbError> {
    row.int(column).map(|count| u32::try_from(count).unwrap_or(u32::MAX))
}
