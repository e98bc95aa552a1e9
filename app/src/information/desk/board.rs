use shared::api::GetInformationBoard;
use shared::information::{InformationBoard, InformationCounts, InformationNeed};
use shared::lang::{Lang, fill};

use super::list::{ADDRESS, Wanted};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::session::use_session;
use crate::platform::settings::agency_name;
use crate::platform::ui::{failure_notice, page_heading, skeleton};

/// What wants to be done about public entries, agency by agency.
pub fn information_board_page() -> Tag {
    let texts = use_lang().informing();
    let session = use_session();
    let found = load(|| async { call::<GetInformationBoard>(Call::default(), &()).await });
    let content = move || -> Part {
        if let Some(failure) = found.failure.get() {
            session.note(&failure);
            return failure_notice(&failure, move || found.again()).into();
        }
        found.value.get().map_or_else(|| skeleton(6).into(), |board| table(&board))
    };
    tag("div")
        .class("page")
        .with(tag("p").with(tag("a").attr("href", ADDRESS).with(texts.back)))
        .with(page_heading(texts.board.to_owned()))
        .with(tag("p").class("lead").with(texts.board_lead))
        .live(content)
}

fn table(board: &InformationBoard) -> Part {
    let lang = use_lang();
    let texts = lang.informing();
    if board.agencies.is_empty() {
        return tag("div").class("empty").with(tag("p").with(texts.none)).into();
    }
    let names = [
        (texts.agency, ""),
        (texts.board_public, "table-number"),
        (texts.board_complete, "table-number"),
        (lang.information_need(InformationNeed::Incomplete), "table-number"),
        (lang.information_need(InformationNeed::Refresh), "table-number"),
        (lang.information_need(InformationNeed::Ending), "table-number"),
        (lang.information_need(InformationNeed::DeadLink), "table-number"),
        (texts.board_waiting, "table-number"),
    ];
    let head: Vec<_> =
        names.into_iter().map(|(name, look)| tag("th").class(look).attr("scope", "col").with(name)).collect();
    let body: Vec<_> = board.agencies.iter().map(|one| row(lang, one)).collect();
    let table = tag("table")
        .class("table")
        .with(tag("thead").with(tag("tr").with(head)))
        .with(tag("tbody").with(body));
    tag("div")
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", texts.board)
        .with(table)
        .into()
}

fn row(lang: Lang, one: &InformationCounts) -> Tag {
    let texts = lang.informing();
    let name = agency_name(lang, &one.agency);
    let cell = |content: Part| tag("td").class("table-number").with(content);
    let count = |count: u32| cell(count.to_string().into());
    // A number is the way to what it counts.
    let needing = |need: InformationNeed, count: u32| {
        if count == 0 {
            return cell("0".into());
        }
        let wanted = Wanted { need: Some(need), agency: one.agency.clone(), ..Wanted::default() };
        let label = [&name, ", ", lang.information_need(need), ": ", &count.to_string()].concat();
        let link = tag("a").attr("href", wanted.address()).attr("aria-label", label).with(count.to_string());
        cell(link.into())
    };
    let complete = fill(texts.percent, &[("n", &one.percent().to_string())]);
    tag("tr")
        .with(tag("th").attr("scope", "row").with(name.as_str()))
        .with(count(one.public))
        .with(cell(complete.into()))
        .with(needing(InformationNeed::Incomplete, one.public - one.complete))
        .with(needing(InformationNeed::Refresh, one.refresh))
        .with(needing(InformationNeed::Ending, one.ending))
        .with(needing(InformationNeed::DeadLink, one.dead_links))
        .with(count(one.waiting))
}
