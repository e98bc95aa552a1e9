use serde::{Deserialize, Serialize};

use super::{Category, Form, NewInformation};
use crate::calendar::{Day, read_day};
use crate::problem::FieldProblem;

/// Bytes of a table that entries are taken from.
pub const INFORMATION_TABLE_BYTES_MAX: usize = 10 * 1024 * 1024;

/// What an import found, and what it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationImport {
    /// Rows of the table.
    pub rows: u32,
    /// Those that are or would be new entries.
    pub new: u32,
    /// Those that are entries already: the same title of the same agency, made on the same day.
    pub known: u32,
    /// How much is wrong; then nothing was entered.
    pub faults_total: u32,
    /// The first of it, row by row.
    pub faults: Vec<InformationFault>,
    /// Columns whose name says nothing here; they are left out.
    pub unread: Vec<String>,
    /// The first new entries, as they are read.
    pub sample: Vec<ImportLine>,
    /// Whether they were entered.
    pub applied: bool,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationFault {
    /// Its line in the table; the first line is 1.
    pub line: u32,
    /// The column, by the name of its field, and what is wrong there.
    pub problem: FieldProblem,
}

/// A row as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportLine {
    /// Its line in the table.
    pub line: u32,
    /// What it is called.
    pub title: String,
    /// How soon it must be public.
    pub category: Category,
    /// The key of the agency that holds it.
    pub agency: String,
    /// The day it was made.
    pub made_on: Day,
}

/// A column of a Daftar Informasi Publik that can be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ImportColumn {
    /// What it is called.
    Title,
    /// Ringkasan isi.
    Summary,
    /// The category.
    Category,
    /// The agency, by its key or name.
    Agency,
    /// Penanggung jawab.
    Official,
    /// Waktu pembuatan.
    MadeOn,
    /// Tempat pembuatan.
    MadeAt,
    /// Bentuk informasi.
    Forms,
    /// Jangka waktu penyimpanan.
    KeepUntil,
    /// What it is about.
    Topic,
    /// In plain words.
    Plain,
    /// In the local language.
    Local,
    /// The address on the web.
    Link,
}

/// Names of the columns, folded: the field's own first, then those that lists bear in practice and in this site's files.
const NAMES: [(ImportColumn, &[&str]); 13] = [
    (ImportColumn::Title, &["title", "judul", "judul informasi", "nama informasi", "jenis informasi"]),
    (
        ImportColumn::Summary,
        &["summary", "ringkasan", "ringkasan isi", "ringkasan isi informasi", "content in short"],
    ),
    (ImportColumn::Category, &["category", "kategori", "kategori informasi", "klasifikasi"]),
    (
        ImportColumn::Agency,
        &[
            "agency",
            "perangkat daerah",
            "kode perangkat daerah",
            "opd",
            "skpd",
            "unit",
            "satuan kerja",
            "pejabat unit satker yang menguasai informasi",
            "yang menguasai",
            "code of the office",
        ],
    ),
    (
        ImportColumn::Official,
        &[
            "official",
            "penanggung jawab",
            "pejabat penanggung jawab",
            "who answers for it",
            "penanggung jawab pembuatan atau penerbitan informasi",
            "penanggungjawab",
        ],
    ),
    (
        ImportColumn::MadeOn,
        &["made on", "dibuat pada", "waktu pembuatan", "tanggal pembuatan", "waktu", "tanggal"],
    ),
    (ImportColumn::MadeAt, &["made at", "dibuat di", "tempat pembuatan", "tempat"]),
    (
        ImportColumn::Forms,
        &["forms", "form", "bentuk", "bentuk informasi", "bentuk informasi yang tersedia", "format"],
    ),
    (
        ImportColumn::KeepUntil,
        &["keep until", "kept until", "disimpan sampai", "retensi", "jangka waktu penyimpanan"],
    ),
    (ImportColumn::Topic, &["topic", "pokok", "topik", "subjek"]),
    (ImportColumn::Plain, &["plain", "dengan kata sederhana", "in plain words", "kata sederhana"]),
    (ImportColumn::Local, &["local", "dalam bahasa daerah", "in the local language", "bahasa daerah"]),
    (ImportColumn::Link, &["link", "tautan", "url", "alamat di web lain", "address elsewhere"]),
];

/// Words of tables for categories, folded.
const CATEGORIES: [(&str, Category); 9] = [
    ("regular", Category::Regular),
    ("berkala", Category::Regular),
    ("informasi berkala", Category::Regular),
    ("immediate", Category::Immediate),
    ("serta merta", Category::Immediate),
    ("informasi serta merta", Category::Immediate),
    ("any time", Category::AnyTime),
    ("setiap saat", Category::AnyTime),
    ("at any time", Category::AnyTime),
];

/// Words of tables for forms, folded.
const FORMS: [(&str, Form); 13] = [
    ("print", Form::Print),
    ("cetak", Form::Print),
    ("hardcopy", Form::Print),
    ("hard copy", Form::Print),
    ("buku", Form::Print),
    ("digital", Form::Digital),
    ("digital file", Form::Digital),
    ("berkas digital", Form::Digital),
    ("softcopy", Form::Digital),
    ("soft copy", Form::Digital),
    ("recording", Form::Recording),
    ("rekaman", Form::Recording),
    ("audio", Form::Recording),
];

/// Words that say that something is kept for good, folded.
const FOR_GOOD: [&str; 7] =
    ["", "permanen", "selamanya", "for good", "tanpa batas waktu", "selama berlaku", "tetap"];

impl ImportColumn {
    /// The column of a name, whatever stands between its words.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = folded(name);
        NAMES.iter().find(|(_, names)| names.contains(&&*name)).map(|(column, _)| *column)
    }

    /// Writes a cell where it belongs. What cannot be read is kept as it is, so that the rules tell what is wrong with it.
    pub fn put(self, cell: &str, new: &mut NewInformation) -> Result<(), &'static str> {
        let text = || (!cell.is_empty()).then(|| cell.to_owned());
        match self {
            Self::Title => new.title = unguarded(cell).to_owned(),
            Self::Summary => new.summary = unguarded(cell).to_owned(),
            Self::Category if cell.is_empty() => new.category = None,
            Self::Category => new.category = Some(found(&CATEGORIES, cell).ok_or("category")?),
            Self::Agency => new.agency = cell.to_owned(),
            Self::Official => new.official = cell.to_owned(),
            Self::MadeOn => new.made_on = day(cell),
            Self::MadeAt => new.made_at = text(),
            Self::Forms => new.forms = forms(cell).ok_or("forms")?,
            Self::KeepUntil => {
                new.keep_until = (!FOR_GOOD.contains(&&*folded(cell))).then(|| day(cell));
            }
            Self::Topic => new.topic = text(),
            Self::Plain => new.plain = text(),
            Self::Local => new.local = text(),
            Self::Link => new.link = text(),
        }
        Ok(())
    }
}

/// A cell without the apostrophe that keeps spreadsheets from computing it.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// A day as the form has it, or what stands there in its place.
fn day(cell: &str) -> String {
    read_day(cell).map_or_else(|| cell.to_owned(), |day| day.to_string())
}

/// All forms that a cell names; none where it names one that is unknown.
fn forms(cell: &str) -> Option<Vec<Form>> {
    const DIVIDERS: [char; 5] = [',', ';', '/', '&', '\n'];
    if let Some(one) = found(&FORMS, cell) {
        return Some(vec![one]);
    }
    let cell = cell.replace(" dan ", ",").replace(" and ", ",");
    let dividers: &[char] = if cell.contains(DIVIDERS) { &DIVIDERS } else { &[' '] };
    let parts = cell.split(dividers).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(|part| found(&FORMS, part)).collect()
}

fn found<T: Copy>(words: &[(&str, T)], cell: &str) -> Option<T> {
    let cell = folded(cell);
    words.iter().find(|(word, _)| *word == cell).map(|(_, means)| *means)
}

/// Letters and digits alone, small, with one space between words.
fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_many_names() {
        let check = |name: &str, expected: Option<ImportColumn>| {
            assert_eq!(ImportColumn::of_name(name), expected, "{name}");
        };
        check("made_on", Some(ImportColumn::MadeOn));
        check("Ringkasan Isi", Some(ImportColumn::Summary));
        check(" BENTUK INFORMASI YANG TERSEDIA ", Some(ImportColumn::Forms));
        check("Pejabat/Unit/Satker yang menguasai informasi", Some(ImportColumn::Agency));
        check("No.", None);
        check("", None);
    }

    #[test]
    fn no_two_columns_share_a_name() {
        let mut all: Vec<_> = NAMES.iter().flat_map(|(_, names)| names.iter()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|name| folded(name) == **name));
    }

    #[test]
    fn cells_are_read_as_people_write_them() {
        let mut new = NewInformation::default();
        for (column, cell) in [
            (ImportColumn::Title, "'=1+1"),
            (ImportColumn::Category, "Serta-merta"),
            (ImportColumn::MadeOn, "5 Januari 2026"),
            (ImportColumn::Forms, "Soft copy, Cetak"),
            (ImportColumn::KeepUntil, "Permanen"),
            (ImportColumn::Topic, ""),
        ] {
            assert_eq!(column.put(cell, &mut new), Ok(()), "{cell}");
        }
        assert_eq!(new.title, "=1+1");
        assert_eq!((new.category, &*new.made_on), (Some(Category::Immediate), "2026-01-05"));
        assert_eq!(new.forms, [Form::Digital, Form::Print]);
        assert_eq!((new.keep_until, new.topic), (None, None));
        let mut new = NewInformation::default();
        assert_eq!(ImportColumn::Forms.put("print digital", &mut new), Ok(()));
        assert_eq!(new.forms, [Form::Print, Form::Digital]);
        assert_eq!(ImportColumn::Forms.put("buku dan rekaman", &mut new), Ok(()));
        assert_eq!(new.forms, [Form::Print, Form::Recording]);
        assert_eq!(ImportColumn::Category.put("rahasia", &mut new), Err("category"));
        assert_eq!(ImportColumn::Forms.put("batu", &mut new), Err("forms"));
        ImportColumn::MadeOn.put("kemarin", &mut new).unwrap();
        assert_eq!(new.made_on, "kemarin");
    }
}
