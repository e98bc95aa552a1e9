//! The nodes of a drawing, kept from one state to the next.

use leptos::prelude::document;
use shared::chart::{Anchor, Drawing, Ink, Item, Mark, Px};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

const SVG: &str = "http://www.w3.org/2000/svg";

/// All nodes of a drawing.
pub struct Nodes {
    canvas: Element,
    width: Px,
    height: Px,
    ground: Element,
    ground_marks: Vec<MarkNode>,
    items: Vec<ItemNodes>,
}

struct ItemNodes {
    key: String,
    element: Element,
    title: Element,
    said: String,
    address: Option<String>,
    marks: Vec<MarkNode>,
}

struct MarkNode {
    element: Element,
    mark: Mark,
}

impl Nodes {
    /// An empty drawing.
    pub fn new(canvas: Element) -> Self {
        let ground = create("g");
        set(&ground, "aria-hidden", "true");
        append(&canvas, &ground);
        let (width, height) = (Px::ZERO, Px::ZERO);
        Self { canvas, width, height, ground, ground_marks: Vec::new(), items: Vec::new() }
    }

    /// Makes the nodes show a drawing. Items keep their nodes wherever they move, so that a bar grows instead of being
    /// replaced by a longer one and a link that has the focus keeps it.
    pub fn show(&mut self, drawing: &Drawing, address: &dyn Fn(&str) -> Option<String>) {
        if (self.width, self.height) != (drawing.width, drawing.height) {
            (self.width, self.height) = (drawing.width, drawing.height);
            set(&self.canvas, "viewBox", &format!("0 0 {} {}", drawing.width, drawing.height));
        }
        show_marks(&self.ground, &mut self.ground_marks, &drawing.ground);
        let mut known = std::mem::take(&mut self.items);
        let mut next = self.ground.next_sibling();
        for item in &drawing.items {
            let address = address(&item.key);
            let name = if address.is_some() { "a" } else { "g" };
            let found =
                known.iter().position(|nodes| nodes.key == item.key && nodes.element.tag_name() == name);
            let mut nodes = match found {
                Some(at) => known.swap_remove(at),
                None => ItemNodes::new(item, name),
            };
            show_item(&mut nodes, item, address);
            let node: &Node = nodes.element.as_ref();
            if next.as_ref() == Some(node) {
                next = node.next_sibling();
            } else {
                // Fails only for a node that would hold itself.
                let _ = self.canvas.insert_before(node, next.as_ref());
            }
            self.items.push(nodes);
        }
        for gone in known {
            gone.element.remove();
        }
    }
}

impl ItemNodes {
    fn new(item: &Item, name: &str) -> Self {
        let (element, title) = (create(name), create("title"));
        set(&element, "class", "chart-item");
        append(&element, &title);
        Self { key: item.key.clone(), element, title, said: String::new(), address: None, marks: Vec::new() }
    }
}

fn show_item(nodes: &mut ItemNodes, item: &Item, address: Option<String>) {
    if let Some(address) = address.as_ref().filter(|_| nodes.address != address) {
        set(&nodes.element, "href", address);
    }
    nodes.address = address;
    if nodes.said != item.title {
        // Its name for those who listen, and what is shown under the pointer.
        say(&nodes.title, &item.title);
        nodes.said.clone_from(&item.title);
    }
    show_marks(&nodes.element, &mut nodes.marks, &item.marks);
}

fn show_marks(parent: &Element, nodes: &mut Vec<MarkNode>, marks: &[Mark]) {
    for gone in nodes.drain(marks.len().min(nodes.len())..) {
        gone.element.remove();
    }
    for (index, mark) in marks.iter().enumerate() {
        match nodes.get_mut(index) {
            Some(node) if node.mark == *mark => {}
            Some(node) if name_of(&node.mark) == name_of(mark) => {
                write(&node.element, mark, Some(&node.mark));
                node.mark = mark.clone();
            }
            Some(node) => {
                let element = make(mark);
                let _ = node.element.replace_with_with_node_1(&element);
                *node = MarkNode { element, mark: mark.clone() };
            }
            None => {
                let element = make(mark);
                append(parent, &element);
                nodes.push(MarkNode { element, mark: mark.clone() });
            }
        }
    }
}

fn name_of(mark: &Mark) -> &'static str {
    match mark {
        // Lengths of a rectangle are properties of style, which is worked out anew for each that changes; corners are none.
        Mark::Rect { ink: Ink::Part(_), .. } => "polygon",
        Mark::Rect { .. } => "rect",
        Mark::Text { .. } => "text",
        Mark::Line { .. } => "line",
    }
}

fn make(mark: &Mark) -> Element {
    let element = create(name_of(mark));
    write(&element, mark, None);
    element
}

/// Writes what differs from what is there: of a bar that grows mostly one number.
fn write(element: &Element, mark: &Mark, before: Option<&Mark>) {
    let (look, lengths) = (look_of(mark), lengths_of(mark));
    if before.map(look_of) != Some(look) {
        let (ink, anchor) = look;
        set(element, "class", ink.class());
        // An attribute, because some browsers look an address in a style sheet up beside that sheet.
        if matches!(ink, Ink::Part(_)) && matches!(mark, Mark::Rect { .. }) {
            set(element, "fill", &["url(#pattern-", ink.class(), ")"].concat());
        } else if before.is_some() {
            // Fails for nothing.
            let _ = element.remove_attribute("fill");
        }
        if let Some(anchor) = anchor {
            set(element, "text-anchor", anchor.as_str());
        }
    }
    if let Some(corners) = corners_of(mark)
        && before.and_then(corners_of).as_ref() != Some(&corners)
    {
        set(element, "points", &corners);
    }
    for (at, (name, length)) in lengths.iter().enumerate() {
        if !name.is_empty() && before.map(|before| lengths_of(before)[at].1) != Some(*length) {
            set(element, name, &length.to_string());
        }
    }
    let words = words_of(mark);
    if before.map_or("", words_of) == words {
        return;
    }
    if matches!(mark, Mark::Text { .. }) {
        say(element, words);
    } else {
        let title = element.first_element_child().unwrap_or_else(|| {
            let title = create("title");
            append(element, &title);
            title
        });
        say(&title, words);
    }
}

/// Writes words. Those that are there change, for other nodes would have styles and layout worked out anew.
fn say(element: &Element, words: &str) {
    match element.first_child().and_then(|child| child.dyn_into::<Text>().ok()) {
        Some(text) => text.set_data(words),
        None => element.set_text_content(Some(words)),
    }
}

/// How it is filled or written, and which point of a text is where.
fn look_of(mark: &Mark) -> (Ink, Option<Anchor>) {
    match mark {
        Mark::Rect { ink, .. } | Mark::Line { ink, .. } => (*ink, None),
        Mark::Text { ink, anchor, .. } => (*ink, Some(*anchor)),
    }
}

/// Where and how large, each under the name of its attribute.
fn lengths_of(mark: &Mark) -> [(&'static str, Px); 4] {
    const NONE: (&str, Px) = ("", Px::ZERO);
    match *mark {
        Mark::Rect { ink: Ink::Part(_), .. } => [NONE, NONE, NONE, NONE],
        Mark::Rect { x, y, width, height, .. } => [("x", x), ("y", y), ("width", width), ("height", height)],
        Mark::Text { x, y, .. } => [("x", x), ("y", y), NONE, NONE],
        Mark::Line { x, y, width, .. } => [("x1", x), ("x2", x + width), ("y1", y), ("y2", y)],
    }
}

/// The corners of what is drawn as a polygon.
fn corners_of(mark: &Mark) -> Option<String> {
    let Mark::Rect { x, y, width, height, ink: Ink::Part(_), .. } = *mark else { return None };
    let (left, top) = (x.to_string(), y.to_string());
    let (right, bottom) = ((x + width).to_string(), (y + height).to_string());
    Some(
        [&left, ",", &top, " ", &right, ",", &top, " ", &right, ",", &bottom, " ", &left, ",", &bottom]
            .concat(),
    )
}

/// What it says; empty for what says nothing.
fn words_of(mark: &Mark) -> &str {
    match mark {
        Mark::Rect { title, .. } => title,
        Mark::Text { text, .. } => text,
        Mark::Line { .. } => "",
    }
}

fn create(name: &str) -> Element {
    document().create_element_ns(Some(SVG), name).expect("element names are written here")
}

fn append(parent: &Element, child: &Element) {
    // Fails only for a node that would hold itself.
    let _ = parent.append_child(child);
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails for impossible names alone.
    let _ = element.set_attribute(name, value);
}
