//! The files of the province's own publication, and tables made for a test.

use std::path::{Path, PathBuf};

/// A file of the server's seed data. The path is asked for when the tests run: cargo's target folder may serve
/// several checkouts.
///
/// # Panics
/// When the tests are not run by cargo.
pub fn seed(name: &str) -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the tests' package is");
    Path::new(&own).join("../../server/seed/data").join(name)
}

/// The 26 complaints that waited in June 2020.
pub fn complaints() -> PathBuf {
    seed("complaints-2020-06.csv")
}

/// The recap as it was published: label and count.
pub fn published() -> Vec<(String, u64)> {
    let mut file = csv::Reader::from_path(seed("recap-2020-06.csv")).expect("the recap is there");
    let rows = file.records().map(|row| row.expect("is a table"));
    rows.map(|row| (row[1].to_owned(), row[2].parse().expect("a count is a number"))).collect()
}

/// The columns that every import has.
pub const HEADER: &str = "external_id,received_on,class,sector,agency,region_code,stage,title,content";

/// A good row.
pub fn row(number: u64) -> String {
    format!(
        "T-{number:06},2026-01-{:02},complaint,Listrik,,72.71,disposed,Aduan rekaan nomor {number},\
         Isi aduan rekaan nomor {number} untuk percobaan.",
        number % 28 + 1
    )
}

/// A table of good rows.
pub fn table(rows: std::ops::Range<u64>) -> String {
    let rows = rows.map(row).collect::<Vec<_>>();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// Writes a table into a folder.
pub fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("the folder is writable");
    path
}
