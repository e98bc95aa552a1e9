use shared::calendar::Month;
use shared::complaint::{Class, Stage};
use shared::lang::Lang;
use shared::recap::{Dimension, Figures, Filter, GroupCounts, Row, Waiting};

use super::{beside, shown};
use crate::platform::chart::{Chart, Kind, figure, live_sign, patterns, stage_bar};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Live;
use crate::platform::reactive::{RwSignal, Signal, memo};
use crate::platform::settings::use_meta;
use crate::recap::parts::{chips, headline, waiting_row};

const GROUPS: GroupCounts =
    GroupCounts { awaiting_disposition: 12, awaiting_follow_up: 21, in_progress: 34, done: 55 };

/// Headline figures with numbers and without, filters that are set, what waits, and whether figures follow.
pub fn figures() -> Part {
    let lang = use_lang();
    let texts = lang.gallery();
    let all = Signal::stored(Filter::default());
    let full = Figures {
        total: GROUPS.total(),
        groups: GROUPS,
        follow_up_rate: Some(0.73),
        closed_rate: Some(0.45),
        median_days_to_answer: Some(4.5),
        answered: 61,
        median_days_to_close: Some(11.0),
        closed: 55,
    };
    let set = Filter { class: Some(Class::Complaint), as_of: None, ..Filter::default() };
    let signs = [(true, Some(1)), (false, Some(1)), (false, None)].map(|(connected, revision)| {
        let live = Live { revision: RwSignal::new(revision), connected: RwSignal::new(connected) };
        tag("li").with(live_sign(live))
    });
    let waiting = tag("div")
        .class("waiting")
        .with(tag("h3").with(lang.recap().waiting_list))
        .with(tag("ol").class("waiting-list").with(waiting(lang)));
    Part::Many(vec![
        // Once on the page: the charts below use them as well.
        patterns().into(),
        shown(texts.filled, headline(memo(move || full), all)).into(),
        beside(vec![
            shown(texts.normal, chips(Signal::stored(set))),
            shown(texts.normal, tag("ul").class("gallery-signs").with(signs)),
        ]),
        shown(texts.filled, waiting).into(),
    ])
}

fn waiting(lang: Lang) -> [Tag; 2] {
    let meta = use_meta();
    let texts = lang.gallery();
    let published = Waiting {
        code: Some("CTH-CTH-CTH-0".to_owned()),
        title: Some(texts.title_given.to_owned()),
        sector: None,
        age_working_days: 17,
        stage: Some(Stage::Disposed),
        class: Some(Class::Complaint),
    };
    let sealed = Waiting { code: None, title: None, age_working_days: 3, ..published.clone() };
    [published, sealed].map(|row| waiting_row(&meta, lang, &row))
}

/// Each kind of chart, one with nothing in it, one whose table is open.
pub fn charts() -> Part {
    let lang = use_lang();
    let (texts, recap) = (lang.gallery(), lang.recap());
    let meta = use_meta();
    let chart = |by, kind, heading, rows: Vec<Row>| {
        let filter = Signal::stored(Filter::default());
        figure(Chart {
            by,
            kind,
            heading,
            explained: recap.counts_explained,
            rows: memo(move || rows.clone()),
            filter,
            near: RwSignal::new(true),
        })
    };
    let named = |keys: Vec<String>| -> Vec<Row> {
        let name = |number: usize| [texts.row, " ", &number.to_string()].concat();
        keys.into_iter().enumerate().map(|(at, key)| row(key, name(at + 1), 60 / (at as u64 + 1))).collect()
    };
    let sectors = meta.sectors.iter().take(4).map(|sector| sector.key.clone()).collect();
    let agencies = meta.agencies.iter().take(12).map(|agency| agency.key.clone()).collect();
    let stage = |(stage, count): (Stage, u64)| Row {
        count,
        ..row(stage.to_string(), lang.stage(stage).to_owned(), count)
    };
    let stages = [
        (Stage::Received, 9),
        (Stage::Verified, 14),
        (Stage::Disposed, 21),
        (Stage::InProgress, 34),
        (Stage::Closed, 55),
        (Stage::Archived, 6),
    ];
    let months = (1..=8).filter_map(|month| Month::parse(&format!("2026-{month:02}")).ok());
    let months = months
        .enumerate()
        .map(|(at, month)| row(month.to_string(), month.to_string(), 8 + 7 * at as u64 % 40));
    let with_table = chart(Dimension::Sector, Kind::Bars, recap.by_sector, named(sectors));
    let figures = [
        with_table,
        chart(Dimension::Stage, Kind::Stages, recap.by_stage, stages.map(stage).into()),
        chart(Dimension::Month, Kind::Columns, recap.by_month, months.collect()),
        chart(Dimension::Agency, Kind::Bars, recap.by_agency, named(agencies)),
        chart(Dimension::Region, Kind::Bars, recap.by_region, Vec::new()),
    ];
    // Opened as people open it; the table is drawn then.
    if let Ok(Some(details)) = figures[0].element().query_selector(".figure-details") {
        let _ = details.set_attribute("open", "");
    }
    Part::Many(vec![
        tag("div").class("figures").with(figures).into(),
        tag("div").class("way gallery-stage-bar").with(stage_bar(recap.by_stage, memo(|| GROUPS))).into(),
    ])
}

fn row(key: String, label: String, count: u64) -> Row {
    let waiting = count / 3;
    let groups = GroupCounts {
        awaiting_disposition: waiting / 2,
        awaiting_follow_up: waiting - waiting / 2,
        in_progress: count / 4,
        done: count - waiting - count / 4,
    };
    Row { key, label, count, groups }
}
