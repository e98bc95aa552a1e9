//! Tables for spreadsheets, read.

use std::io::{Cursor, Read as _};

/// All texts of a workbook and its numbers, as they lie in it.
///
/// # Panics
/// When it is none.
pub fn inside(book: &[u8]) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(book)).expect("a workbook is an archive");
    let mut all = String::new();
    for place in 0..book.len() {
        let mut text = Vec::new();
        let mut file = book.by_index(place).expect("it is within the archive");
        file.read_to_end(&mut text).expect("it can be unpacked");
        all.push_str(&String::from_utf8_lossy(&text));
    }
    all
}

/// The cells of a table in text.
///
/// # Panics
/// When it is no text of such a table.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    table.records().map(|row| row.expect("a row is text").iter().map(str::to_owned).collect()).collect()
}
