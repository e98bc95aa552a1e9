//! A page as a screen reader goes through it: roles, names and states in their order, as the browser tells them.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::{Browser, Result};

/// Roles that say nothing by themselves.
const SILENT: [&str; 8] = [
    "none",
    "generic",
    "InlineTextBox",
    "LineBreak",
    "ListMarker",
    "RootWebArea",
    "LabelText",
    "LayoutTableCell",
];
/// Roles whose name is what stands in them.
const NAMED_BY_CONTENT: [&str; 9] = [
    "heading",
    "link",
    "button",
    "option",
    "cell",
    "columnheader",
    "rowheader",
    "caption",
    "DisclosureTriangle",
];
/// States that are said, with how they are written here.
const STATES: [&str; 9] =
    ["level", "checked", "pressed", "expanded", "disabled", "required", "invalid", "selected", "readonly"];

impl Browser {
    /// Waits until nothing is on its way any more.
    pub async fn has_everything(&self) -> Result {
        let script = "
            const isComing = document.querySelector('.bone, .skeleton, [aria-busy=true], .progress-on');
            window.quietFrames = isComing ? 0 : (window.quietFrames ?? 0) + 1;
            return window.quietFrames > 10 && (window.quietFrames = 0, true)";
        self.until("the page to have everything", script, vec![]).await.map(|_| ())
    }

    /// The outline of the page, a line for everything that is said. Numbers, days, codes and secrets, which differ from
    /// run to run, are written as `#`.
    pub async fn outline(&self) -> Result<String> {
        self.driver.cdp().send_raw("Accessibility.enable", json!({})).await?;
        let tree = self.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let by_id: HashMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let mut lines = Vec::new();
        if let Some(root) = nodes.first() {
            write(root, &by_id, 0, &mut lines);
        }
        Ok(without_inscribed(&lines).join("\n") + "\n")
    }
}

/// Leaves out a number that stands within a drawn part. The part's name says it, and whether there is room for it depends on the
/// figures of the day.
fn without_inscribed(lines: &[String]) -> Vec<&str> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_inscribed = |at: usize| {
        let before = at.checked_sub(1).map(|before| lines[before].as_str());
        lines[at].trim() == "“#”"
            && before.is_some_and(|before| {
                before.trim_start().starts_with("graphics-symbol ") && indent(before) == indent(&lines[at])
            })
    };
    (0..lines.len()).filter(|at| !is_inscribed(*at)).map(|at| lines[at].as_str()).collect()
}

fn write(node: &Value, by_id: &HashMap<&str, &Value>, depth: usize, lines: &mut Vec<String>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().trim();
    let is_silent = node["ignored"] == json!(true) || SILENT.contains(&role);
    if !is_silent {
        let states = states(node);
        let line = match (role, name) {
            ("StaticText", text) => format!("“{}”", lasting(text)),
            (_, "") => format!("{role}{states}"),
            _ => format!("{role} “{}”{states}", lasting(name)),
        };
        lines.push(format!("{}{line}", "  ".repeat(depth)));
    }
    let is_told = !is_silent && NAMED_BY_CONTENT.contains(&role);
    let children = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for child in children.filter_map(|id| by_id.get(id)) {
        // What a name was made of is not said once more.
        if !(is_told && child["role"]["value"] == json!("StaticText")) {
            write(child, by_id, depth + usize::from(!is_silent), lines);
        }
    }
}

fn states(node: &Value) -> String {
    let properties = node["properties"].as_array().into_iter().flatten();
    let told = properties.filter_map(|property| {
        let name = property["name"].as_str().filter(|name| STATES.contains(name))?;
        let value = &property["value"]["value"];
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (!matches!(value.as_str(), "false" | "0")).then(|| format!(" {name}={value}"))
    });
    told.collect()
}

/// Words that are the same in each run.
fn lasting(text: &str) -> String {
    const DAYS: &str = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret April Mei Juni Juli Agustus \
                        September Oktober November Desember Jan Feb Mar Apr Jun Jul Agu Agt Sep Okt Nov Des";
    let word = |word: &str| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_changing = DAYS.split(' ').any(|day| day == letters)
            || letters.chars().any(|c| c.is_ascii_digit()) && !letters.starts_with("SP4N")
            || letters.starts_with("http");
        if is_changing { word.replace(letters, "#") } else { word.to_owned() }
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_within_drawn_parts_are_said_by_the_parts() {
        let lines = ["group “Proses: #”", "  graphics-symbol “Proses: #”", "  “#”", "listitem", "  “#”"];
        let lines = lines.map(str::to_owned);
        assert_eq!(without_inscribed(&lines), [&lines[0], &lines[1], &lines[3], &lines[4]]);
        let deeper = ["graphics-symbol “Proses: #”", "  “#”"].map(str::to_owned);
        assert_eq!(without_inscribed(&deeper).len(), 2);
    }

    #[test]
    fn what_changes_from_run_to_run_is_left_out() {
        for (text, lasting_text) in [
            ("Diterima Kamis, 26 November 2026", "Diterima #, # # #"),
            ("Kode NKH-T1A-BK0-Q", "Kode #"),
            ("83,3%", "#%"),
            ("3 hari kerja", "# hari kerja"),
        ] {
            assert_eq!(lasting(text), lasting_text);
        }
    }
}
