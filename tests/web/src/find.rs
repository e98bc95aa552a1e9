use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::Room;

/// The element of a role and a name; fails with the names that there are.
pub fn find(room: &Room, role: &str, wanted: &str) -> Element {
    let all = all(room, role);
    let names: Vec<String> = all.iter().map(name).collect();
    let exact = names.iter().position(|name| name == wanted);
    let found = exact.or_else(|| names.iter().position(|name| name.starts_with(wanted)));
    match found {
        Some(index) => all[index].clone(),
        None => panic!("no {role} is called {wanted:?}, only {names:?}"),
    }
}

/// All elements of a role, as far as these tests need roles.
pub fn all(room: &Room, role: &str) -> Vec<Element> {
    let selector = match role {
        "textbox" => "input[type=text], input[type=tel], textarea",
        "combobox" => "select",
        "radio" => "input[type=radio]",
        "switch" => "input[role=switch]",
        "button" => "button",
        "link" => "a[href]",
        "group" => "fieldset, [role=group]",
        "figure" => "figure",
        "table" => "table",
        "row" => "tr",
        other => other,
    };
    let found = room.place.query_selector_all(selector).expect("the selector can be read");
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// What an element is called: by its own label, by the elements that label it, or by its content.
pub fn name(element: &Element) -> String {
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        return texts_of(&ids);
    }
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    let id = element.id();
    let label = (!id.is_empty()).then(|| by_selector(&format!("label[for='{id}']"))).flatten();
    let own = |selector: &str| element.query_selector(selector).ok().flatten();
    match (label, element.tag_name().as_str()) {
        (Some(label), _) => text(&label),
        (None, "FIELDSET") => own("legend").map(|legend| text(&legend)).unwrap_or_default(),
        (None, "TABLE") => own("caption").map(|caption| text(&caption)).unwrap_or_default(),
        // Of an SVG element its own title.
        (None, "a" | "g") => own(":scope > title").map(|title| text(&title)).unwrap_or_default(),
        (None, _) => text(element),
    }
}

/// An element's text, with single blanks.
pub fn text(element: &Element) -> String {
    let raw = element.text_content().unwrap_or_default();
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What describes an element: the texts of all elements it names in `aria-describedby`.
pub fn description(element: &Element) -> String {
    texts_of(&element.get_attribute("aria-describedby").unwrap_or_default())
}

fn texts_of(ids: &str) -> String {
    let found = ids.split_whitespace().map(|id| match by_selector(&format!("[id='{id}']")) {
        Some(element) => text(&element),
        None => panic!("{id:?} is the id of no element"),
    });
    found.collect::<Vec<_>>().join(" ")
}

fn by_selector(selector: &str) -> Option<Element> {
    leptos::prelude::document().query_selector(selector).expect("the selector can be read")
}
