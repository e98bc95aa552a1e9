//! Which complaints wait, from the tables.

use shared::calendar::{Day, Month};
use shared::complaint::{Class, Stage};
use shared::recap::{Filter, NONE_KEY};

use crate::platform::db::{Connection, DbError, Row, Value};
use crate::values;

/// In one stage now, oldest first: a walk along the index by stage and day of receipt, which ends with the page.
pub(super) const NOW: &str = "
    select c.id, c.received_on, c.code, t.title, c.sector_key, c.stage, c.class, c.published, c.sealed
    from complaint c left join complaint_text t on t.complaint_id = c.id
    where c.stage = $1
        and c.received_on >= $2 and c.received_on <= $3 and (c.received_on > $2 or c.id > $4)
        and ($5 = '' or coalesce(c.sector_key, 'none') = $5)
        and ($6 = '' or coalesce(c.agency_key, 'none') = $6)
        and ($7 = '' or coalesce(c.regency_code, 'none') = $7)
        and ($8 = '' or c.class = $8)
        and ($9 = '' or c.channel = $9)
    order by c.received_on, c.id limit $10";

/// In some stages at the end of a past day: spells that began between the first month of receipt and that day.
pub(super) const AS_OF: &str = "
    select c.id, c.received_on, c.code, t.title, s.sector_key, s.stage, c.class, c.published, c.sealed
    from spell s
        join complaint c on c.id = s.complaint_id
        left join complaint_text t on t.complaint_id = c.id
    where s.started_on >= $2 and s.started_on <= $11 and coalesce(s.ended_on, '9999-12-31') > $11
        and s.stage in ($1, $12, $13, $14, $15)
        and c.received_on >= $2 and c.received_on <= $3 and (c.received_on > $2 or c.id > $4)
        and ($5 = '' or coalesce(s.sector_key, 'none') = $5)
        and ($6 = '' or coalesce(s.agency_key, 'none') = $6)
        and ($7 = '' or coalesce(s.regency_code, 'none') = $7)
        and ($8 = '' or c.class = $8)
        and ($9 = '' or c.channel = $9)
    order by c.received_on, c.id limit $10";

/// A complaint that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) id: i64,
    pub(super) received_on: Day,
    pub(super) code: Option<String>,
    pub(super) title: Option<String>,
    pub(super) sector: Option<String>,
    pub(super) stage: Stage,
    pub(super) class: Class,
    pub(super) published: bool,
    pub(super) sealed: bool,
}

/// Where a page begins and what it may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Behind this complaint, by day of receipt and row.
    pub(super) after: (Day, i64),
    /// The last day of receipt.
    pub(super) until: Day,
    /// At most so many.
    pub(super) limit: i64,
}

/// Those that wait now, oldest first.
pub(super) async fn waiting_now(
    connection: &mut Connection,
    stages: &[Stage],
    filter: &Filter,
    span: Span,
) -> Result<Vec<Found>, DbError> {
    let mut found = Vec::new();
    for stage in stages {
        let rows = connection.fetch_all(NOW, &shared_values(*stage, filter, span)).await?;
        for row in &rows {
            found.push(Found::read(row)?);
        }
    }
    found.sort_by_key(|found| (found.received_on, found.id));
    found.truncate(usize::try_from(span.limit).unwrap_or(0));
    Ok(found)
}

/// Those that waited at the end of a day, oldest first.
pub(super) async fn waiting_as_of(
    connection: &mut Connection,
    stages: &[Stage],
    filter: &Filter,
    span: Span,
    as_of: Day,
) -> Result<Vec<Found>, DbError> {
    let Some(first) = stages.first() else { return Ok(Vec::new()) };
    let mut values = shared_values(*first, filter, span);
    values.push(Value::from(as_of.date()));
    values.extend((1..5).map(|index| Value::from(stages.get(index).unwrap_or(first).as_str())));
    connection.fetch_all(AS_OF, &values).await?.iter().map(Found::read).collect()
}

fn shared_values(stage: Stage, filter: &Filter, span: Span) -> Vec<Value> {
    let key = |key: &Option<String>| key.clone().unwrap_or_default();
    debug_assert!(filter.sector.as_deref() != Some("") && NONE_KEY == "none");
    let values: &[Value] = values![
        stage.as_str(),
        span.after.0.date(),
        span.until.date(),
        span.after.1,
        key(&filter.sector),
        key(&filter.agency),
        key(&filter.region),
        filter.class.map_or("", Class::as_str),
        filter.channel.map_or("", shared::complaint::Channel::as_str),
        span.limit,
    ];
    values.to_vec()
}

impl Found {
    fn read(row: &Row) -> Result<Self, DbError> {
        fn word<T: std::str::FromStr>(row: &Row, column: usize) -> Result<T, DbError> {
            let word = row.text(column)?;
            word.parse().map_err(|_| DbError::Other(format!("an unknown word: {word}")))
        }
        Ok(Self {
            id: row.int(0)?,
            received_on: row.date(1)?.into(),
            code: row.optional_text(2)?,
            title: row.optional_text(3)?,
            sector: row.optional_text(4)?,
            stage: word(row, 5)?,
            class: word(row, 6)?,
            published: row.flag(7)?,
            sealed: row.flag(8)?,
        })
    }
}

/// The last day of a month.
pub(super) fn last_day(month: Month) -> Day {
    month.plus(1).first_day().plus(-1)
}
