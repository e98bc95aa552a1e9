use leptos::prelude::*;
use leptos::svg;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::chart::{Drawing, Ink, Item, Mark};

/// Where a row of a chart leads: from its key to an address.
pub type Link = Callback<String, Option<String>>;

/// Draws a chart. Nodes are kept by the rows' keys and only what changed in them is written.
///
/// Where rows lead somewhere the drawing is a group of links: an image would hide them from those who do not see.
pub fn draw(drawing: Memo<Drawing>, name: String, described_by: String, link: Option<Link>) -> AnyView {
    let view_box = move || drawing.with(|drawing| format!("0 0 {} {}", drawing.width, drawing.height));
    let keys =
        move || drawing.with(|drawing| drawing.items.iter().map(|item| item.key.clone()).collect::<Vec<_>>());
    let role = if link.is_some() { "group" } else { "img" };
    let ground = move || drawing.with(|drawing| drawing.ground.iter().map(mark).collect::<Vec<_>>());
    let draw_item = move |key| item(drawing, key, link);
    let items = view! { <For each=keys key=String::clone children=draw_item /> };
    svg::svg()
        .attr("class", "chart")
        .attr("role", role)
        .attr("aria-label", name)
        .attr("aria-describedby", described_by)
        .attr("viewBox", view_box)
        .child((svg::g().attr("aria-hidden", "true").child(ground), items))
        .into_any()
}

fn item(drawing: Memo<Drawing>, key: String, link: Option<Link>) -> AnyView {
    let find = {
        let key = key.clone();
        move |drawing: &Drawing| drawing.items.iter().find(|item| item.key == key).cloned()
    };
    let item: Memo<Option<Item>> = Memo::new(move |_| drawing.with(&find));
    let title = move || item.with(|item| item.as_ref().map(|item| item.title.clone()));
    let marks =
        move || item.with(|item| item.iter().flat_map(|item| &item.marks).map(mark).collect::<Vec<_>>());
    let Some(link) = link else {
        return svg::g().attr("class", "chart-item").child(marks).into_any();
    };
    let address = Memo::new(move |_| link.run(key.clone()));
    let navigate = use_navigate();
    // The router follows links of HTML alone.
    let follow = move |event: leptos::ev::MouseEvent| {
        let is_plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if let Some(address) = address.get_untracked().filter(|_| is_plain) {
            event.prevent_default();
            navigate(&address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
        }
    };
    svg::a()
        .attr("class", "chart-item")
        .attr("href", move || address.get())
        .attr("aria-label", title)
        .on(leptos::ev::click, follow)
        .child(marks)
        .into_any()
}

fn mark(mark: &Mark) -> AnyView {
    match mark {
        Mark::Rect { x, y, width, height, ink, title } => {
            let title = (!title.is_empty()).then(|| svg::title().child(title.clone()));
            svg::rect()
                .attr("class", ink.class())
                .attr("fill", fill_of(*ink))
                .attr("x", x.to_string())
                .attr("y", y.to_string())
                .attr("width", width.to_string())
                .attr("height", height.to_string())
                .child(title)
                .into_any()
        }
        Mark::Text { x, y, anchor, ink, text } => svg::text()
            .attr("class", ink.class())
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("text-anchor", anchor.as_str())
            .child(text.clone())
            .into_any(),
        Mark::Line { x, y, width, ink } => svg::line()
            .attr("class", ink.class())
            .attr("x1", x.to_string())
            .attr("x2", (*x + *width).to_string())
            .attr("y1", y.to_string())
            .attr("y2", y.to_string())
            .into_any(),
    }
}

/// The pattern of a part. An attribute, because an address in a style sheet is looked up beside that sheet by some
/// browsers.
fn fill_of(ink: Ink) -> Option<String> {
    matches!(ink, Ink::Part(_)).then(|| ["url(#pattern-", ink.class(), ")"].concat())
}
