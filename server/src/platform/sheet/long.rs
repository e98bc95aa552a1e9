//! A workbook whose sheet may be longer than memory should hold.

use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

use super::Cell;

/// A workbook that is written row by row, to the disk.
pub struct Long {
    book: Workbook,
    file: File,
    line: u32,
    day: Format,
}

impl Long {
    /// Begins one whose rows and whose self lie in a folder, in files without a name.
    ///
    /// # Errors
    /// When the folder takes no file, or no sheet can have the name.
    pub fn begin(folder: &Path, name: &str, head: &[&str]) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        book.set_tempdir(folder)?;
        let file = tempfile::tempfile_in(folder)?;
        let bold = Format::new().set_bold();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, name) in (0..).zip(head) {
            sheet.set_column_width(column, if (1..3).contains(&column) { 44 } else { 16 })?;
            sheet.write_string_with_format(0, column, *name, &bold)?;
        }
        Ok(Self { book, file, line: 1, day: Format::new().set_num_format("yyyy-mm-dd") })
    }

    /// Writes the next row. Text is written as text, whatever it begins with.
    ///
    /// # Errors
    /// When the disk is full, or after more rows than a sheet can have.
    pub fn push(&mut self, row: &[Cell]) -> Result<(), XlsxError> {
        let sheet = self.book.worksheet_from_index(0)?;
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text) => drop(sheet.write_string(self.line, column, text)?),
                Cell::Number(number) => drop(sheet.write_number(self.line, column, *number)?),
                Cell::Day(day) => {
                    let date = day.date();
                    let (month, of_month) = (date.month().unsigned_abs(), date.day().unsigned_abs());
                    let day = ExcelDateTime::from_ymd(date.year().unsigned_abs(), month, of_month)?;
                    sheet.write_datetime_with_format(self.line, column, &day, &self.day)?;
                }
                Cell::Empty => {}
            }
        }
        self.line += 1;
        Ok(())
    }

    /// Ends it with a sheet that says what it is; the file, to be read from its beginning, and its bytes.
    ///
    /// # Errors
    /// When the disk is full, or no sheet can have the name.
    pub fn end(mut self, name: &str, about: &[(&str, String)]) -> Result<(File, u64), XlsxError> {
        let bold = Format::new().set_bold();
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_column_width(0, 24)?;
        sheet.set_column_width(1, 90)?;
        for (line, (name, value)) in (0..).zip(about) {
            sheet.write_string_with_format(line, 0, *name, &bold)?;
            sheet.write_string(line, 1, value)?;
        }
        self.book.save_to_writer(&mut self.file)?;
        let length = self.file.metadata()?.len();
        self.file.seek(SeekFrom::Start(0))?;
        Ok((self.file, length))
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Long::begin(folder.path(), "Isi", &["Nomor", "Judul", "Hari"]).unwrap();
        let day = shared::calendar::Day::parse("2026-06-10").unwrap();
        for number in 0..1_000 {
            book.push(&[Cell::Number(f64::from(number)), Cell::Text("=1+1".into()), Cell::Day(day)]).unwrap();
        }
        let (file, length) = book.end("Tentang", &[("Nama", "Contoh".to_owned())]).unwrap();
        assert_eq!(file.metadata().unwrap().len(), length);
        let mut book: Xlsx<_> = Xlsx::new(std::io::BufReader::new(file)).unwrap();
        let rows = book.worksheet_range("Isi").unwrap();
        assert_eq!(rows.height(), 1_001);
        assert_eq!(rows.get_value((1_000, 0)), Some(&Data::Float(999.0)));
        assert_eq!(rows.get_value((1_000, 1)), Some(&Data::String("=1+1".into())));
        let Some(Data::DateTime(moment)) = rows.get_value((1, 2)) else { panic!("not a day: {rows:?}") };
        assert_eq!(moment.to_ymd_hms_milli(), (2026, 6, 10, 0, 0, 0, 0));
        let about = book.worksheet_range("Tentang").unwrap();
        assert_eq!(about.get_value((0, 1)), Some(&Data::String("Contoh".into())));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
