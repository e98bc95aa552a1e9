//! Which complaints wait, from the tables.

use shared::calendar::{Day, Month};
use shared::complaint::{Channel, Class, Stage};
use shared::recap::Filter;

use crate::platform::db::{Connection, DbError, Row, Value};
use crate::values;

/// One stage, walked along the index by stage and day of receipt; the walk ends with the page.
macro_rules! now_in_stage {
    ($stage:literal, $name:literal) => {
        concat!(
            "
    select * from (
        select c.id, c.received_on, c.code, p.title, c.sector_key, c.stage, c.class, c.published, c.sealed
        from complaint c left join publication p on p.complaint_id = c.id
        where c.stage = ",
            $stage,
            "
            and c.received_on >= $2 and c.received_on <= $3 and (c.received_on > $2 or c.id > $4)
            and ($5 = '' or coalesce(c.sector_key, 'none') = $5)
            and ($6 = '' or coalesce(c.agency_key, 'none') = $6)
            and ($7 = '' or coalesce(c.regency_code, 'none') = $7)
            and ($8 = '' or c.class = $8)
            and ($9 = '' or c.channel = $9)
        order by c.received_on, c.id limit $10) ",
            $name
        )
    };
}

/// In some stages now, oldest first. There are five that wait.
pub(super) const NOW: &str = concat!(
    "select id, received_on, code, title, sector_key, stage, class, published, sealed from (",
    now_in_stage!("$1", "first"),
    " union all ",
    now_in_stage!("$11", "second"),
    " union all ",
    now_in_stage!("$12", "third"),
    " union all ",
    now_in_stage!("$13", "fourth"),
    " union all ",
    now_in_stage!("$14", "fifth"),
    ") waiting order by received_on, id limit $10"
);

/// Spells of some months of receipt and in some stages, with what is said of their end.
macro_rules! as_of_where {
    ($ended:literal) => {
        concat!(
            "
    select c.id, c.received_on, c.code, p.title, s.sector_key, s.stage, c.class, c.published, c.sealed
    from spell s
        join complaint c on c.id = s.complaint_id
        left join publication p on p.complaint_id = c.id
    where s.month in ($16, $17, $18, $19, $20, $21) and s.stage in ($1, $11, $12, $13, $14)
        and ",
            $ended,
            " and s.started_on <= $15
        and c.received_on >= $2 and c.received_on <= $3 and (c.received_on > $2 or c.id > $4)
        and ($5 = '' or coalesce(s.sector_key, 'none') = $5)
        and ($6 = '' or coalesce(s.agency_key, 'none') = $6)
        and ($7 = '' or coalesce(s.regency_code, 'none') = $7)
        and ($8 = '' or c.class = $8)
        and ($9 = '' or c.channel = $9)"
        )
    };
}

/// In some stages at the end of a past day, oldest first: in spells that ended later, or have not ended.
pub(super) const AS_OF: &str = concat!(
    "select id, received_on, code, title, sector_key, stage, class, published, sealed from (",
    as_of_where!("s.ended_on > $15"),
    " union all ",
    as_of_where!("s.ended_on is null"),
    ") waiting order by received_on, id limit $10"
);

/// Stages that wait; statements have a place for each.
const STAGES: usize = 5;
/// Months of receipt that one statement as of a past day asks for.
pub(super) const MONTHS: usize = 6;

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
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// Behind this complaint, by day of receipt and row.
    pub(super) after: (Day, i64),
    /// The months of receipt, in order; for a past day [`MONTHS`] at most.
    pub(super) months: Vec<Month>,
    /// At most so many.
    pub(super) limit: i64,
}

impl Span {
    /// The last day of receipt.
    pub(super) fn until(&self) -> Day {
        self.months.last().map_or(self.after.0, |month| last_day(*month))
    }
}

/// Those that wait now, oldest first.
pub(super) async fn waiting_now(
    connection: &mut Connection,
    stages: &[Stage],
    filter: &Filter,
    span: &Span,
) -> Result<Vec<Found>, DbError> {
    let values = shared_values(stages, filter, span);
    connection.fetch_all(NOW, &values).await?.iter().map(Found::read).collect()
}

/// Those that waited at the end of a day, oldest first.
pub(super) async fn waiting_as_of(
    connection: &mut Connection,
    stages: &[Stage],
    filter: &Filter,
    span: &Span,
    as_of: Day,
) -> Result<Vec<Found>, DbError> {
    let mut values = shared_values(stages, filter, span);
    values.push(Value::from(as_of.date()));
    // A place that is not needed asks for nothing.
    let month = |place: usize| span.months.get(place).map(Month::to_string).unwrap_or_default();
    values.extend((0..MONTHS).map(|place| Value::from(month(place))));
    connection.fetch_all(AS_OF, &values).await?.iter().map(Found::read).collect()
}

fn shared_values(stages: &[Stage], filter: &Filter, span: &Span) -> Vec<Value> {
    let key = |key: &Option<String>| key.clone().unwrap_or_default();
    let stage = |place: usize| stages.get(place).map_or("", |stage| stage.as_str());
    let mut values = values![
        stage(0),
        span.after.0.date(),
        span.until().date(),
        span.after.1,
        key(&filter.sector),
        key(&filter.agency),
        key(&filter.region),
        filter.class.map_or("", Class::as_str),
        filter.channel.map_or("", Channel::as_str),
        span.limit,
    ]
    .to_vec();
    values.extend((1..STAGES).map(|place| Value::from(stage(place))));
    values
}

impl Found {
    fn read(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.int(0)?,
            received_on: row.date(1)?.into(),
            code: row.optional_text(2)?,
            title: row.optional_text(3)?,
            sector: row.optional_text(4)?,
            stage: row.word(5)?,
            class: row.word(6)?,
            published: row.flag(7)?,
            sealed: row.flag(8)?,
        })
    }
}

/// The last day of a month.
pub(super) fn last_day(month: Month) -> Day {
    month.plus(1).first_day().plus(-1)
}
