//! Tables for spreadsheets, as text and as workbooks.

mod cell;
mod long;
mod table;

pub use cell::text_cell;
pub use long::Long;
pub use table::{Row, Table};

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use shared::calendar::Day;

use crate::error::Error;

/// The media type of workbooks.
pub const MEDIA_XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A table under a name.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What it is called in a workbook.
    pub name: String,
    /// Names of its columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, whatever they begin with.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
    /// Nothing.
    Empty,
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Sheet {
    /// As text (RFC 4180): UTF-8, lines ended by CRLF.
    pub fn to_csv(&self) -> String {
        let head: Vec<Cell> = self.head.iter().map(|name| Cell::Text(name.clone())).collect();
        std::iter::once(&head).chain(&self.rows).map(|row| text_line(row)).collect()
    }

    /// As a workbook with these sheets.
    ///
    /// # Errors
    /// A name that no sheet can have.
    pub fn to_xlsx(sheets: &[Self]) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let bold = Format::new().set_bold();
        for sheet in sheets {
            let page = book.add_worksheet();
            page.set_name(&sheet.name)?;
            page.set_freeze_panes(1, 0)?;
            for (column, name) in (0..).zip(&sheet.head) {
                page.write_string_with_format(0, column, name, &bold)?;
                page.set_column_width(column, if column < 2 { 36 } else { 16 })?;
            }
            for (line, row) in (1..).zip(&sheet.rows) {
                for (column, cell) in (0..).zip(row) {
                    match cell {
                        Cell::Text(text) => drop(page.write_string(line, column, text)?),
                        Cell::Number(number) => drop(page.write_number(line, column, *number)?),
                        Cell::Day(day) => drop(page.write_string(line, column, day.to_string())?),
                        Cell::Empty => {}
                    }
                }
            }
        }
        book.save_to_buffer()
    }
}

/// A line of a table as text (RFC 4180), with its end.
pub fn text_line(row: &[Cell]) -> String {
    let cells: Vec<_> = row
        .iter()
        .map(|cell| match cell {
            Cell::Text(text) => text_cell(text),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Empty => String::new(),
        })
        .collect();
    cells.join(",") + "\r\n"
}

/// A download that is not kept anywhere: it is somebody's own view.
///
/// # Errors
/// A name that cannot stand in a header.
pub fn download(body: Vec<u8>, name: &str) -> Result<Response, Error> {
    let media = if name.ends_with(".csv") { "text/csv; charset=utf-8" } else { MEDIA_XLSX };
    let disposition =
        HeaderValue::try_from(format!("attachment; filename=\"{name}\"")).map_err(Error::internal)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media)),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, body).into_response())
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn both_say_the_same() {
        let sheet = Sheet {
            name: "Angka".into(),
            head: vec!["Nama".into(), "Jumlah".into(), "Median".into()],
            rows: vec![
                vec![Cell::from("=1+1".to_owned()), Cell::from(3), Cell::from(Some(2.5))],
                vec![Cell::from("Dinas A, B".to_owned()), Cell::from(0), Cell::from(None)],
            ],
        };
        assert_eq!(sheet.to_csv(), "Nama,Jumlah,Median\r\n'=1+1,3,2.5\r\n\"Dinas A, B\",0,\r\n");
        let book = Sheet::to_xlsx(&[sheet]).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(book)).unwrap();
        let page = book.worksheet_range("Angka").unwrap();
        assert_eq!(page.get_value((1, 0)), Some(&Data::String("=1+1".into())));
        assert_eq!(page.get_value((1, 2)), Some(&Data::Float(2.5)));
        assert_eq!(page.get_value((2, 1)), Some(&Data::Float(0.0)));
    }
}
