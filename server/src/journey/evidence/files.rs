//! `GET /api/v1/desk/evidence.csv` and `.xlsx`: the evidence list for spreadsheets, a point on each line. Addresses are whole, so that
//! they can be pasted where they are asked for.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shared::access::Duty;
use shared::evidence::{EvidenceItem, EvidenceList, EvidenceOfGroup};
use shared::lang::Lang;

use super::list;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Language, Pairs, origin};
use crate::platform::sheet::{Cell, Sheet, download};
use crate::state::AppState;

/// The columns of the text, which programs rely on.
const COLUMNS: [&str; 8] = ["group", "weight", "point", "state", "fit", "of", "links", "missing"];

/// As text.
pub async fn csv(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let origin = origin(&headers);
    let found = asked(&state, &staff, lang, &pairs).await?;
    let row = |group: &EvidenceOfGroup, item: &EvidenceItem| {
        let words = [group.group.as_str(), item.point.as_str(), item.state.as_str()];
        row(&origin, group, item, words)
    };
    let sheet =
        Sheet { name: String::new(), head: COLUMNS.map(str::to_owned).to_vec(), rows: rows(&found, row) };
    download(sheet.to_csv().into_bytes(), &format!("bukti-keterbukaan-{}.csv", found.as_of))
}

/// As a workbook.
pub async fn xlsx(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    headers: HeaderMap,
    pairs: Pairs,
) -> Result<Response, Error> {
    let origin = origin(&headers);
    let found = asked(&state, &staff, lang, &pairs).await?;
    let texts = lang.evidence();
    let head = [
        texts.of_group,
        texts.weight,
        texts.point,
        texts.state,
        texts.fit,
        texts.of,
        texts.proof,
        texts.missing,
    ];
    let row = |group: &EvidenceOfGroup, item: &EvidenceItem| {
        row(&origin, group, item, [&group.name, &item.name, lang.evidence_state(item.state)])
    };
    let sheet = Sheet {
        name: texts.page.to_owned(),
        head: head.map(str::to_owned).to_vec(),
        rows: rows(&found, row),
    };
    let book = Sheet::to_xlsx(&[sheet]).map_err(Error::internal)?;
    download(book, &format!("bukti-keterbukaan-{}.xlsx", found.as_of))
}

async fn asked(state: &AppState, staff: &Staff, lang: Lang, pairs: &Pairs) -> Result<EvidenceList, Error> {
    staff.must_keep(Duty::Evidence)?;
    pairs.only(|_| false)?;
    list(state, lang).await
}

fn rows(list: &EvidenceList, row: impl Fn(&EvidenceOfGroup, &EvidenceItem) -> Vec<Cell>) -> Vec<Vec<Cell>> {
    list.groups.iter().flat_map(|group| group.points.iter().map(|item| row(group, item))).collect()
}

/// A point's line, with words for its group, itself and its state.
fn row(
    origin: &str,
    group: &EvidenceOfGroup,
    item: &EvidenceItem,
    [name, point, stands]: [&str; 3],
) -> Vec<Cell> {
    let text = |words: &str| Cell::from(words.to_owned());
    let count = |count: Option<u32>| count.map_or(Cell::Empty, Cell::from);
    let links: Vec<String> = item.links.iter().map(|link| whole(origin, link)).collect();
    let missing: Vec<String> = item.missing.iter().map(|one| whole(origin, one)).collect();
    vec![
        text(name),
        Cell::from(group.weight),
        text(point),
        text(stands),
        count(item.fit),
        count(item.of),
        text(&links.join("\n")),
        text(&missing.join("\n")),
    ]
}

/// An address with the site's; a number or a key as it is.
fn whole(origin: &str, one: &str) -> String {
    if one.starts_with('/') { [origin, one].concat() } else { one.to_owned() }
}
