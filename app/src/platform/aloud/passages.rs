use shared::lang::Lang;
use shared::speech::{pieces, spelled, spoken};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// What is read in one breath: a heading, a paragraph, a row of a table.
pub(super) struct Passage {
    /// Where it stands.
    pub element: Element,
    /// What is said, in pieces that are short enough for every voice; at least one.
    pub pieces: Vec<String>,
}

/// Characters after which some voices fall silent.
const BREATH: usize = 200;

/// Everything that can be seen inside an element, in its order.
pub(super) fn passages(inside: &Element, lang: Lang) -> Vec<Passage> {
    let mut collector = Collector { found: Vec::new(), is_open: false };
    collector.walk(inside, inside, false);
    let Collector { found, .. } = collector;
    let said = found.into_iter().map(|(element, words)| {
        let words = if element.matches("button, .button").unwrap_or_default() {
            [lang.aloud().button, ": ", &words].concat()
        } else {
            words
        };
        (element, spoken(lang, &words))
    });
    let audible = said.filter(|(_, words)| words.chars().any(char::is_alphanumeric));
    audible.map(|(element, words)| Passage { element, pieces: pieces(&words, BREATH) }).collect()
}

/// What is not read: what nobody sees, what people type, and what is nobody else's business.
const UNSAID: &str = "script, style, template, select, textarea, input, [hidden], [aria-hidden=true], \
    [data-aloud=no], .visually-hidden, details:not([open]) > :not(summary)";

struct Collector {
    /// Each passage's element, and its words as they are written.
    found: Vec<(Element, String)>,
    /// Whether the last passage may go on.
    is_open: bool,
}

impl Collector {
    /// `block` is the nearest element that stands for itself; in the row of a table everything is one.
    fn walk(&mut self, element: &Element, block: &Element, in_row: bool) {
        let nodes = element.child_nodes();
        for node in (0..nodes.length()).filter_map(|place| nodes.get(place)) {
            if node.node_type() == Node::TEXT_NODE {
                self.say(block, &node.text_content().unwrap_or_default());
            } else if let Some(child) = node.dyn_ref::<Element>() {
                self.enter(child, block, in_row);
            }
        }
    }

    fn enter(&mut self, child: &Element, block: &Element, in_row: bool) {
        if child.matches(UNSAID).unwrap_or_default() {
            return;
        }
        let Some(flow) = flow_of(child) else { return };
        if let Some(words) = words_instead(child) {
            return self.say(block, &words);
        }
        if in_row {
            self.walk(child, block, true);
            if child.matches("td, th").unwrap_or_default() {
                self.breathe();
            }
        } else if flow == Flow::Inline {
            self.walk(child, block, false);
        } else {
            self.is_open = false;
            self.walk(child, child, child.tag_name().eq_ignore_ascii_case("tr"));
            self.is_open = false;
        }
    }

    fn say(&mut self, block: &Element, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        match self.found.last_mut() {
            Some((_, last)) if self.is_open => *last = [last, " ", &words].concat(),
            _ => self.found.push((block.clone(), words)),
        }
        self.is_open = true;
    }

    /// A short rest after a cell.
    fn breathe(&mut self) {
        if let Some((_, last)) =
            self.found.last_mut().filter(|(_, last)| last.ends_with(char::is_alphanumeric))
        {
            last.push(',');
        }
    }
}

#[derive(PartialEq, Eq)]
enum Flow {
    Inline,
    Block,
}

/// How an element stands in the text; nothing where it cannot be seen.
fn flow_of(element: &Element) -> Option<Flow> {
    let style = leptos::prelude::window().get_computed_style(element).ok().flatten()?;
    // A style sheet that was computed has every property.
    let of = |name: &str| style.get_property_value(name).unwrap_or_default();
    let display = of("display");
    if display == "none" || of("visibility") != "visible" {
        return None;
    }
    Some(if display.starts_with("inline") || display == "contents" { Flow::Inline } else { Flow::Block })
}

/// What is said instead of what is inside: the name of a picture, a number to dial sign by sign.
fn words_instead(element: &Element) -> Option<String> {
    if element.matches("svg, img, [role=img]").unwrap_or_default() {
        let name = element.get_attribute("aria-label").or_else(|| element.get_attribute("alt"));
        return Some(name.unwrap_or_default());
    }
    let is_dialled = element.matches("a[href^='tel:'], a[href^='sms:']").unwrap_or_default();
    is_dialled.then(|| spelled(&element.text_content().unwrap_or_default()))
}
