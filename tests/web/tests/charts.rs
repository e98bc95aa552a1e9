//! Charts: the drawing's scale, names and links, the table beside it, and nodes that stay.

use app::platform::chart::{Chart, Kind, figure};
use app::platform::reactive::{Memo, RwSignal, Signal};
use leptos::prelude::window;
use shared::lang::Lang;
use shared::recap::{Dimension, Filter, GroupCounts, MERGED_KEY, Row};
use tests_web::{Room, all, find, name, press, settle, text};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

const HEADING: &str = "Menurut bidang urusan";

fn row(key: &str, label: &str, waiting: u64, done: u64) -> Row {
    let groups = GroupCounts { awaiting_follow_up: waiting, done, ..GroupCounts::default() };
    Row { key: key.to_owned(), label: label.to_owned(), count: waiting + done, groups }
}

fn rows() -> Vec<Row> {
    vec![
        row("kesehatan", "Kesehatan", 6, 4),
        row("listrik", "Listrik", 5, 0),
        row(MERGED_KEY, "Lainnya", 0, 1),
    ]
}

async fn chart(rows: RwSignal<Vec<Row>>, by: Dimension, kind: Kind) -> Room {
    let room = Room::with(move || {
        let rows = Memo::new(move |_| rows.get());
        let filter = Signal::stored(Filter::default());
        figure(Chart {
            by,
            kind,
            heading: HEADING,
            explained: "Dihitung sekali.",
            rows,
            filter,
            near: RwSignal::new(true),
        })
    })
    .await;
    // A drawing is measured again with the next frame, when it surely is in the page.
    frame().await;
    room
}

/// The summed width of what stands for data in an item.
fn length(item: &Element) -> f64 {
    let parts = elements(item, "polygon[fill]");
    let width = |part: &Element| {
        let corners = part.get_attribute("points")?;
        let mut across =
            corners.split(' ').filter_map(|corner| corner.split(',').next()?.parse::<f64>().ok());
        let left = across.next()?;
        Some(across.next()? - left)
    };
    parts.iter().filter_map(width).sum()
}

#[wasm_bindgen_test]
async fn bars_are_as_long_as_their_counts() {
    let room = chart(RwSignal::new(rows()), Dimension::Sector, Kind::Bars).await;
    let items = all(&room, ".chart-item");
    assert_eq!(items.len(), 3);
    let (longest, half) = (length(&items[0]), length(&items[1]));
    assert!(longest > 300.0, "the longest bar of a chart 640 wide has {longest}");
    // A gap of one pixel stands between the two parts of the first one.
    assert!((longest + 1.0 - 2.0 * half).abs() < 1.0, "10 is {longest} long, 5 is {half}");
    assert!((length(&items[2]) * 10.0 - longest).abs() < 5.0);
}

#[wasm_bindgen_test]
async fn everything_has_its_name_and_its_role() {
    let room = chart(RwSignal::new(rows()), Dimension::Sector, Kind::Bars).await;
    let texts = Lang::Id.recap();
    find(&room, "figure", HEADING);
    let drawing = find(&room, "svg.chart", HEADING);
    assert_eq!(drawing.get_attribute("role").as_deref(), Some("group"), "an image would hide its links");
    let items = all(&room, ".chart-item");
    assert_eq!(name(&items[0]), "Kesehatan: 10 aduan");
    assert_eq!(items[0].get_attribute("href").as_deref(), Some("/rekap?sector=kesehatan"));
    assert_eq!(name(&items[1]), "Listrik: 5 aduan");
    assert_eq!(items[2].get_attribute("href"), None, "small counts put together lead nowhere");
    for format in ["CSV", "XLSX", "JSON"] {
        let label = texts.download_as.replace("{name}", HEADING).replace("{format}", format);
        let link = find(&room, "link", &label);
        assert!(link.get_attribute("href").is_some_and(|href| href.contains("by=sector")), "{format}");
    }
}

#[wasm_bindgen_test]
async fn the_table_says_what_the_drawing_shows() {
    let data = RwSignal::new(rows());
    let room = chart(data, Dimension::Sector, Kind::Bars).await;
    assert!(all(&room, "table").is_empty(), "a closed table costs nothing");
    press(&find(&room, "summary", Lang::Id.recap().as_table)).await;
    until(|| !all(&room, "table").is_empty()).await;
    find(&room, "table", HEADING);
    let lines = || all(&room, "row").iter().map(cells).collect::<Vec<_>>();
    let found = lines();
    assert_eq!(found[0].len(), 6, "{found:?}");
    assert_eq!(found[1], ["Kesehatan", "0", "6", "0", "4", "10"]);
    assert_eq!(found[2], ["Listrik", "0", "5", "0", "0", "5"]);
    assert_eq!(found[3], ["Lainnya", "0", "0", "0", "1", "1"]);
    assert_eq!(found[4], [Lang::Id.total(), "0", "11", "0", "5", "16"]);

    data.update(|rows| rows[1] = row("listrik", "Listrik", 1_200, 0));
    settle().await;
    assert_eq!(lines()[2], ["Listrik", "0", "1.200", "0", "0", "1.200"]);
}

#[wasm_bindgen_test]
async fn nodes_stay_while_counts_change() {
    let data = RwSignal::new(rows());
    let room = chart(data, Dimension::Sector, Kind::Bars).await;
    let before = all(&room, ".chart-item");
    // One grows past another, one goes, one is new.
    data.set(vec![
        row("listrik", "Listrik", 20, 0),
        row("kesehatan", "Kesehatan", 6, 4),
        row("sosial", "Sosial", 2, 0),
    ]);
    settle().await;
    let after = all(&room, ".chart-item");
    let names: Vec<String> = after.iter().map(name).collect();
    assert_eq!(names, ["Listrik: 20 aduan", "Kesehatan: 10 aduan", "Sosial: 2 aduan"]);
    assert!(after[0].is_same_node(Some(&before[1])), "the bar of Listrik was drawn anew");
    assert!(after[1].is_same_node(Some(&before[0])), "the bar of Kesehatan was drawn anew");
    assert!(!before[2].is_connected(), "a row that is gone is still drawn");
    assert!((length(&after[0]) - 2.0 * length(&after[1])).abs() < 3.0);
}

#[wasm_bindgen_test]
async fn many_rows_are_drawn_when_they_are_asked_for() {
    let many =
        (0..14).map(|index| row(&format!("s{index}"), &format!("Bidang {index}"), 20 - index, 0)).collect();
    let room = chart(RwSignal::new(many), Dimension::Sector, Kind::Bars).await;
    assert_eq!(all(&room, ".chart-item").len(), 10);
    press(&find(&room, "button", &Lang::Id.recap().show_all.replace("{n}", "14"))).await;
    assert_eq!(all(&room, ".chart-item").len(), 14);
    press(&find(&room, "button", Lang::Id.recap().show_fewer)).await;
    assert_eq!(all(&room, ".chart-item").len(), 10);
}

#[wasm_bindgen_test]
async fn months_without_complaints_have_their_place() {
    let months = vec![row("2026-01", "2026-01", 3, 0), row("2026-04", "2026-04", 1, 1)];
    let room = chart(RwSignal::new(months), Dimension::Month, Kind::Columns).await;
    let names: Vec<String> = all(&room, ".chart-item").iter().map(name).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names[0].contains("Januari 2026") && names[0].contains("3 aduan"), "{names:?}");
    assert!(names[1].contains("Februari 2026") && names[1].contains("0 aduan"), "{names:?}");
}

#[wasm_bindgen_test]
async fn nothing_to_draw_is_said() {
    let room = chart(RwSignal::new(Vec::new()), Dimension::Sector, Kind::Bars).await;
    assert!(text(&find(&room, "figure", HEADING)).contains(Lang::Id.recap().nothing_to_draw));
    assert!(all(&room, ".chart-item").is_empty());
}

/// The browser tells of an unfolded part only after the event that unfolded it.
async fn until(test: impl Fn() -> bool) {
    for _ in 0..200 {
        if test() {
            return;
        }
        frame().await;
    }
    panic!("it never came to be");
}

async fn frame() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).expect("there are frames");
    });
    wasm_bindgen_futures::JsFuture::from(frame).await.expect("a frame comes");
    settle().await;
}

/// The texts of a row's cells.
fn cells(row: &Element) -> Vec<String> {
    elements(row, "th, td").iter().map(text).collect()
}

fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
