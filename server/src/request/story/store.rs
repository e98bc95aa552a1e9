//! Notices, deliveries, objections and decisions in the database.

use shared::calendar::Day;
use shared::request::{
    CheckedDecision, CheckedDelivery, CheckedNotice, DecisionView, DeliveryView, Ground, NoticeView,
    ObjectionView,
};

use super::Story;
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::request::given;
use crate::request::store::unreadable;
use crate::values;

const ADD_NOTICE: &str = "
    insert into request_notice (request_id, kind, told_on, letter_number, official, holder, article, consequence_test,
        parts_withheld, form, cost, words)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    returning id";
const DELIVER: &str = "
    update request_notice set delivered_on = $2, delivered_by = $3, delivery_cost = $4, delivery_words = $5
    where id = $1";
const NOTICES: &str = "
    select id, kind, told_on, letter_number, official, holder, article, consequence_test, parts_withheld, form, cost,
        words, delivered_on, delivered_by, delivery_cost, delivery_words
    from request_notice where request_id = $1 order by id desc";
const ADD_OBJECTION: &str = "
    insert into objection (request_id, ground, words, salt, filed_on) values ($1, $2, $3, $4, $5) returning id";
const SET_EVENT: &str = "update objection set event_position = $2 where id = $1";
const DECIDE: &str = "
    update objection set outcome = $2, decided_on = $3, letter_number = $4, official = $5, reasons = $6, answer_by = $7
    where id = $1";
const OBJECTIONS: &str = "
    select id, ground, words, filed_on, outcome, decided_on, letter_number, official, reasons, answer_by
    from objection where request_id = $1 order by id desc";

/// Enters a notice; its row.
pub(in crate::request) async fn add_notice(
    tx: &mut Transaction,
    request_id: i64,
    notice: &CheckedNotice,
    on: Day,
) -> Result<i64, DbError> {
    let values = values![
        request_id,
        notice.kind.as_str(),
        on.date(),
        &notice.letter_number,
        &notice.official,
        notice.holder.as_ref(),
        notice.article.as_ref(),
        notice.consequence_test.as_ref(),
        notice.parts_withheld.as_ref(),
        notice.form.map(|form| form.as_str()),
        i64::from(notice.cost),
        notice.text.as_ref()
    ];
    tx.fetch_one(ADD_NOTICE, values).await?.int(0)
}

/// Notes how what a notice grants reached the applicant.
pub(in crate::request) async fn deliver(
    tx: &mut Transaction,
    notice_id: i64,
    delivery: &CheckedDelivery,
) -> Result<(), DbError> {
    let CheckedDelivery { send, delivered_on, cost, text } = delivery;
    let values = values![notice_id, delivered_on.date(), send.as_str(), i64::from(*cost), text.as_ref()];
    tx.execute(DELIVER, values).await.map(drop)
}

/// Enters an objection; its row.
pub(in crate::request) async fn add_objection(
    tx: &mut Transaction,
    request_id: i64,
    (ground, words): (Ground, &str),
    salt: [u8; 32],
    on: Day,
) -> Result<i64, DbError> {
    let values = values![request_id, ground.as_str(), words, salt, on.date()];
    tx.fetch_one(ADD_OBJECTION, values).await?.int(0)
}

/// Notes which event holds the hash of an objection's words.
pub(in crate::request) async fn set_event(
    tx: &mut Transaction,
    id: i64,
    position: i64,
) -> Result<(), DbError> {
    tx.execute(SET_EVENT, values![id, position]).await.map(drop)
}

/// Enters the decision on an objection.
pub(in crate::request) async fn decide(
    tx: &mut Transaction,
    objection_id: i64,
    decision: &CheckedDecision,
    on: Day,
) -> Result<(), DbError> {
    let values = values![
        objection_id,
        decision.outcome.as_str(),
        on.date(),
        &decision.letter_number,
        &decision.official,
        &decision.reasons,
        decision.answer_by.map(Day::date)
    ];
    tx.execute(DECIDE, values).await.map(drop)
}

/// The story of a request.
pub(in crate::request) async fn load(connection: &mut Connection, request_id: i64) -> Result<Story, DbError> {
    let notices = connection.fetch_all(NOTICES, values![request_id]).await?;
    let objections = connection.fetch_all(OBJECTIONS, values![request_id]).await?;
    Ok(Story {
        notices: notices.iter().map(notice).collect::<Result<_, _>>()?,
        objections: objections.iter().map(objection).collect::<Result<_, _>>()?,
        files: given::load(connection, request_id).await?,
    })
}

fn notice(row: &Row) -> Result<(i64, NoticeView), DbError> {
    let delivery = match row.optional_date("delivered_on")?.map(Day::from) {
        Some(on) => Some(DeliveryView {
            send: row.word("delivered_by")?,
            on,
            cost: cost(row, "delivery_cost")?,
            text: row.optional_text("delivery_words")?,
        }),
        None => None,
    };
    let form = match row.optional_text("form")? {
        Some(_) => Some(row.word("form")?),
        None => None,
    };
    let notice = NoticeView {
        kind: row.word("kind")?,
        on: row.date("told_on")?.into(),
        letter_number: row.text("letter_number")?,
        official: row.text("official")?,
        holder: row.optional_text("holder")?,
        article: row.optional_text("article")?,
        consequence_test: row.optional_text("consequence_test")?,
        parts_withheld: row.optional_text("parts_withheld")?,
        form,
        cost: cost(row, "cost")?,
        text: row.optional_text("words")?,
        delivery,
    };
    Ok((row.int("id")?, notice))
}

fn objection(row: &Row) -> Result<(i64, ObjectionView), DbError> {
    let decision = match row.optional_date("decided_on")?.map(Day::from) {
        Some(on) => Some(DecisionView {
            outcome: row.word("outcome")?,
            on,
            letter_number: row.text("letter_number")?,
            official: row.text("official")?,
            reasons: row.text("reasons")?,
            answer_by: row.optional_date("answer_by")?.map(Day::from),
        }),
        None => None,
    };
    let objection = ObjectionView {
        ground: row.word("ground")?,
        text: row.text("words")?,
        filed_on: row.date("filed_on")?.into(),
        decision,
    };
    Ok((row.int("id")?, objection))
}

fn cost(row: &Row, column: &str) -> Result<u32, DbError> {
    let cost = row.optional_int(column)?.unwrap_or_default();
    u32::try_from(cost).map_err(|_| unreadable(column, &cost.to_string()))
}
