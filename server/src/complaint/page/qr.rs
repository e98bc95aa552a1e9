use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Empty modules around the code that cameras need.
const QUIET: i32 = 4;

/// A QR picture of a text; nothing where the text is too long for one.
pub(super) fn picture(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Markup::default() };
    let size = code.size() + 2 * QUIET;
    html! {
        svg class="qr" viewBox={ "0 0 " (size) " " (size) } width="176" height="176" role="img" aria-label=(label)
            shape-rendering="crispEdges" {
            rect class="qr-ground" width="100%" height="100%" fill="#fff" {}
            path class="qr-modules" d=(path(&code)) {}
        }
    }
}

/// The dark modules, each run of a row as one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for row in 0..code.size() {
        let is_dark = |column: &i32| code.get_module(*column, row);
        let mut column = 0;
        while column < code.size() {
            let run = (column..code.size()).take_while(is_dark).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET));
            }
            column += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_in_one_run() {
        let code = QrCode::encode_text("https://tanggap.example/lacak/ABC", QrCodeEcc::Medium).unwrap();
        let places = (0..code.size()).flat_map(|row| (0..code.size()).map(move |column| (column, row)));
        let dark = places.filter(|(column, row)| code.get_module(*column, *row)).count();
        let path = path(&code);
        let runs = path.split('h').skip(1).filter_map(|rest| rest.split_once('v')?.0.parse::<usize>().ok());
        assert_eq!(runs.sum::<usize>(), dark);
        assert!(path.starts_with("M4 4h7v1h-7z"), "the finder's upper edge");
    }
}
