use qrcodegen::{QrCode, QrCodeEcc};

use crate::platform::dom::{Tag, svg};

/// Empty modules around the code that cameras need.
const QUIET: i32 = 4;

/// A QR picture of a text; nothing where the text is too long for one.
pub fn qr_picture(text: &str, label: &str) -> Option<Tag> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = (code.size() + 2 * QUIET).to_string();
    let ground = svg("rect").class("qr-ground").attr("width", "100%").attr("height", "100%");
    let picture = svg("svg")
        .class("qr")
        .attr("viewBox", ["0 0 ", &size, " ", &size].concat())
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("shape-rendering", "crispEdges");
    Some(picture.with(ground).with(svg("path").class("qr-modules").attr("d", path(&code))))
}

/// The dark modules, each run of a row as one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let numbers =
                    [start + QUIET, y + QUIET, x - start, start - x].map(|number| number.to_string());
                let [left, top, run, back] = &numbers;
                path.extend(["M", left, " ", top, "h", run, "v1h", back, "z"]);
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code =
            QrCode::encode_text("https://tanggap.example/lacak/ABC", QrCodeEcc::Medium).expect("is short");
        let dark = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        let drawn: usize = path(&code)
            .split('h')
            .skip(1)
            .filter_map(|rest| rest.split_once('v')?.0.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
    }
}
