use shared::api::ListLate;
use shared::complaint::Stage;
use shared::complaint::desk::{InboxFilter, Lane, LateBoard, LateInLapor, LateRow, When};
use shared::lang::{Lang, fill};
use shared::recap::NONE_KEY;

use crate::complaint::desk::inbox::address;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::{Call, call, live, load};
use crate::platform::session::use_session;
use crate::platform::settings::agency_name;
use crate::platform::ui::{failure_notice, page_heading, skeleton};

/// What is late, by agency, what is late for longest on top; each number leads to its cases.
pub fn late_page() -> Tag {
    let texts = use_lang().told();
    let session = use_session();
    let revision = live().revision;
    let board = load(move || {
        revision.get();
        call::<ListLate>(Call::default(), &())
    });
    let content = move || -> Part {
        if let Some(board) = board.value.get() {
            return list(&board);
        }
        match board.failure.get() {
            Some(failure) => {
                session.note(&failure);
                failure_notice(&failure, move || board.again()).into()
            }
            None => skeleton(5).into(),
        }
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.late.to_owned()))
        .with(tag("p").class("lead").with(texts.late_lead))
        .live(content)
}

/// The lines of one agency.
struct Group<'b> {
    agency: Option<&'b str>,
    rows: Vec<&'b LateRow>,
}

fn groups(board: &LateBoard) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for row in &board.rows {
        let agency = row.agency.as_deref();
        match groups.iter_mut().find(|group| group.agency == agency) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { agency, rows: vec![row] }),
        }
    }
    groups
}

fn list(board: &LateBoard) -> Part {
    let lang = use_lang();
    let texts = lang.told();
    let lapor = board.lapor.filter(|lapor| lapor.count > 0).map(|late| in_lapor(lang, late));
    if board.rows.is_empty() {
        let nothing = tag("div")
            .class("empty")
            .with(tag("h2").with(texts.nothing_late))
            .with(tag("p").with(texts.nothing_late_hint));
        return [Part::from(nothing), lapor.into()].into();
    }
    let total: u32 = board.rows.iter().map(|row| row.count).sum();
    let total = fill(texts.total, &[("n", &total.to_string())]);
    let rows: Vec<_> = groups(board).iter().map(|group| row(lang, group)).collect();
    let parts: [Part; 3] =
        [tag("p").with(total).into(), tag("ul").class("rows rows-told").with(rows).into(), lapor.into()];
    parts.into()
}

/// What is late in LAPOR!, which leads to the comparison.
fn in_lapor(lang: Lang, late: LateInLapor) -> Tag {
    let texts = lang.lapor();
    let (count, days) = (late.count.to_string(), late.working_days.to_string());
    let by = fill(texts.late_by, &[("n", &days), ("day", &day_short(lang, late.as_of))]);
    let link = tag("a").attr("href", "/petugas/lapor").with(fill(texts.late, &[("n", &count)]));
    tag("p").with(link).with(" ").with(tag("span").class("fine").with(by))
}

fn row(lang: Lang, group: &Group<'_>) -> Tag {
    let name = group.agency.map_or_else(|| lang.told().nobodys.to_owned(), |key| agency_name(lang, key));
    let lines: Vec<_> = group.rows.iter().map(|row| line(lang, row)).collect();
    tag("li").class("row").with(
        tag("div")
            .class("row-words")
            .with(tag("span").class("row-name").with(name))
            .with(tag("ul").class("late-lines").with(lines)),
    )
}

fn line(lang: Lang, row: &LateRow) -> Tag {
    let texts = lang.told();
    let (count, days) = (row.count.to_string(), row.working_days.to_string());
    let what = fill(texts.cases, &[("n", &count), ("stage", lang.stage(row.stage))]);
    let longest = fill(texts.longest, &[("n", &days), ("day", &day_short(lang, row.oldest))]);
    let link = tag("a").attr("href", cases(row.agency.as_deref(), row.stage)).with(what);
    tag("li").with(link).with(" ").with(tag("span").class("fine").with(longest))
}

/// Where those cases are.
fn cases(agency: Option<&str>, stage: Stage) -> String {
    address(&InboxFilter {
        lane: Some(Lane::Open),
        stage: Some(stage),
        agency: Some(agency.unwrap_or(NONE_KEY).to_owned()),
        due: Some(When::Late),
        ..InboxFilter::default()
    })
}
