//! A table from a file's bytes, as people's programs write them: text with any of the usual dividers, or a workbook.

use std::io::{self, Cursor, Read as _};

use calamine::{Data, Reader, Xlsx};
use shared::problem::Problem;

/// Rows of the largest table.
const ROWS_MAX: usize = 20_000;
/// Columns of the widest one.
const COLUMNS_MAX: usize = 100;
/// Characters of a cell; what people write in one field is shorter.
const CELL_MAX: usize = 20_000;
/// Bytes that a workbook may have once it is unpacked.
const UNPACKED_MAX: u64 = 100 * 1024 * 1024;

/// A header and its rows, all of the same width.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows below, without empty ones.
    pub rows: Vec<Row>,
}

/// What stands in a row, and where: the first line of a file is 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line, as a spreadsheet numbers it.
    pub line: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Table {
    /// Reads one.
    ///
    /// # Errors
    /// A file that is neither, is damaged, has no header, or is larger than any.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let lines = if bytes.starts_with(b"PK") { workbook(bytes)? } else { text(bytes)? };
        // There may be the name of a report and the like above: the header is the first line that has most columns.
        let width = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let widest = lines.iter().take(20).map(width).max().unwrap_or_default();
        let header = lines.iter().position(|line| width(line) == widest).ok_or(Problem::Required)?;
        if widest < 2 {
            return Err(Problem::FileKind);
        }
        let mut lines = lines.into_iter().skip(header);
        let mut columns = lines.next().ok_or(Problem::Required)?.cells;
        while columns.last().is_some_and(String::is_empty) {
            columns.pop();
        }
        if columns.len() > COLUMNS_MAX {
            return Err(Problem::TooMany(COLUMNS_MAX as u32));
        }
        let rows: Vec<Row> = lines
            .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
            .map(|mut row| {
                row.cells.resize(columns.len(), String::new());
                row
            })
            .collect();
        if rows.len() > ROWS_MAX {
            return Err(Problem::TooMany(ROWS_MAX as u32));
        }
        Ok(Self { columns, rows })
    }
}

fn text(bytes: &[u8]) -> Result<Vec<Row>, Problem> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        // Older spreadsheets write Latin letters as single bytes.
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    if text.contains('\0') {
        return Err(Problem::FileKind);
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |divider: char| first.matches(divider).count();
    let divider =
        [';', '\t', ','].into_iter().max_by_key(|divider| (count(*divider), *divider == ',')).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(divider).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let (mut lines, mut line, mut counted) = (Vec::new(), 1, 0);
    for record in reader.records() {
        let record = record.map_err(|_| Problem::FileBroken)?;
        // The reader's own count lags behind where lines end with two characters.
        let begin = record.position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(counted);
        let rest = text.as_bytes().iter().enumerate().skip(begin);
        let begin = rest.map(|(place, byte)| (place, *byte)).find(|(_, byte)| !b"\r\n".contains(byte));
        let begin = begin.map_or(text.len(), |(place, _)| place);
        line += text.as_bytes()[counted..begin].iter().filter(|byte| **byte == b'\n').count();
        counted = begin;
        lines.push(Row {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            cells: record.iter().map(cell).collect(),
        });
        if lines.len() > ROWS_MAX + 20 {
            return Err(Problem::TooMany(ROWS_MAX as u32));
        }
    }
    Ok(lines)
}

fn workbook(bytes: &[u8]) -> Result<Vec<Row>, Problem> {
    must_fit(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Problem::FileBroken)?;
    let sheet = book.worksheet_range_at(0).ok_or(Problem::FileBroken)?.map_err(|_| Problem::FileBroken)?;
    if sheet.height() > ROWS_MAX + 20 {
        return Err(Problem::TooMany(ROWS_MAX as u32));
    }
    let first = sheet.start().map_or(0, |(line, _)| line) + 1;
    let row = |(line, cells): (u32, &[Data])| Row {
        line,
        cells: cells.iter().take(COLUMNS_MAX + 1).map(of_sheet).collect(),
    };
    Ok((first..).zip(sheet.rows()).map(row).collect())
}

/// A small file can hold a very large one, and say otherwise: it is unpacked once to see.
fn must_fit(bytes: &[u8]) -> Result<(), Problem> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::FileBroken)?;
    let mut left = UNPACKED_MAX;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|_| Problem::FileBroken)?;
        let read = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|_| Problem::FileBroken)?;
        left = left.checked_sub(read).ok_or(Problem::FileTooLarge(UNPACKED_MAX as u32))?;
    }
    Ok(())
}

fn of_sheet(data: &Data) -> String {
    match data {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => cell(text),
        // Ids are numbers without a fraction.
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(is_so) => is_so.to_string(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(_) | Data::Empty => String::new(),
        #[expect(unreachable_patterns, reason = "the library may learn of more")]
        _ => String::new(),
    }
}

/// A cell's text as it is kept.
fn cell(text: &str) -> String {
    let text: String = text.trim().chars().filter(|c| !c.is_control() || *c == '\n').take(CELL_MAX).collect();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str], rows: &[(u32, &[&str])]) -> Table {
        let owned = |cells: &[&str]| cells.iter().map(ToString::to_string).collect();
        let row = |(line, cells): &(u32, &[&str])| Row { line: *line, cells: owned(cells) };
        Table { columns: owned(columns), rows: rows.iter().map(row).collect() }
    }

    #[test]
    fn text_is_read_with_any_divider() {
        for (written, lines) in [
            ("id,judul\n1,Jalan; rusak\n\n2\n", [2, 4]),
            ("\u{feff}id,judul\r\n1,\"Jalan; rusak\"\r\n2,\r\n", [2, 3]),
            ("id;judul\n1;\"Jalan; rusak\"\n2;\n", [2, 3]),
            ("id\tjudul\n1\tJalan; rusak\n2\t\n", [2, 3]),
            ("Laporan bulan Juni,\nid,judul\n1,Jalan; rusak\n2,\n", [3, 4]),
        ] {
            let rows: [(u32, &[&str]); 2] = [(lines[0], &["1", "Jalan; rusak"]), (lines[1], &["2", ""])];
            assert_eq!(Table::read(written.as_bytes()), Ok(table(&["id", "judul"], &rows)), "{written}");
        }
        let latin = b"id,judul\n1,Caf\xe9\n";
        assert_eq!(Table::read(latin).map(|table| table.rows[0].cells[1].clone()), Ok("Café".to_owned()));
    }

    #[test]
    fn a_workbook_is_read_with_its_days_and_numbers() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let day = rust_xlsxwriter::ExcelDateTime::parse_from_str("2020-06-12").unwrap();
        let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
        for (column, name) in (0u16..).zip(["Tracking ID", "Tanggal", "Judul"]) {
            sheet.write(0, column, name).unwrap();
        }
        sheet.write(1, 0, 4_821_003).unwrap();
        sheet.write_with_format(1, 1, &day, &format).unwrap();
        sheet.write(1, 2, "Jalan rusak").unwrap();
        let read = Table::read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(
            read,
            table(&["Tracking ID", "Tanggal", "Judul"], &[(2, &["4821003", "2020-06-12", "Jalan rusak"])])
        );
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(Table::read(b""), Err(Problem::Required));
        assert_eq!(Table::read(b"satu kolom saja\ndua\n"), Err(Problem::FileKind));
        assert_eq!(Table::read(b"PK\x03\x04broken"), Err(Problem::FileBroken));
        assert_eq!(Table::read(b"a,b\n\0\n"), Err(Problem::FileKind));
        let many: String =
            std::iter::once("a,b\n").chain(std::iter::repeat_n("1,2\n", ROWS_MAX + 1)).collect();
        assert_eq!(Table::read(many.as_bytes()), Err(Problem::TooMany(20_000)));
    }
}
