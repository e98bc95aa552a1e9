//! Workbooks: the rows on the first sheet, what they are on the second.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use shared::complaint::Group;
use shared::recap::{Recap, sum_of_group};

use super::About;
use super::words::words;

/// The rows and their total, and what they are. Text is written as text, whatever it begins with.
pub fn to_xlsx(recap: &Recap, about: &About<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    rows(book.add_worksheet(), recap, about)?;
    explain(book.add_worksheet(), recap, about)?;
    book.save_to_buffer()
}

fn rows(sheet: &mut Worksheet, recap: &Recap, about: &About<'_>) -> Result<(), XlsxError> {
    let lang = about.question.lang;
    let bold = Format::new().set_bold();
    sheet.set_name(words(lang).recap)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_column_width(1, 44)?;
    let groups = Group::ALL.iter().map(|group| lang.group(*group));
    let names = [words(lang).key, lang.dimension(recap.by), lang.count()].into_iter().chain(groups);
    for (column, name) in (0..).zip(names) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    let mut line = 1;
    for row in &recap.rows {
        sheet.write_string(line, 0, &row.key)?;
        sheet.write_string(line, 1, &row.label)?;
        numbers(sheet, line, row.count, |group| row.of_group(group))?;
        line += 1;
    }
    sheet.write_string_with_format(line, 1, lang.total(), &bold)?;
    numbers(sheet, line, recap.total, |group| sum_of_group(&recap.rows, group))
}

fn numbers(
    sheet: &mut Worksheet,
    line: u32,
    count: u64,
    group: impl Fn(Group) -> Option<u64>,
) -> Result<(), XlsxError> {
    // A spreadsheet's numbers are floating-point ones; counts of people stay far below where those lose units.
    sheet.write_number(line, 2, count as f64)?;
    for (column, name) in (3..).zip(Group::ALL) {
        if let Some(count) = group(*name) {
            sheet.write_number(line, column, count as f64)?;
        }
    }
    Ok(())
}

fn explain(sheet: &mut Worksheet, recap: &Recap, about: &About<'_>) -> Result<(), XlsxError> {
    let lang = about.question.lang;
    let words = words(lang);
    let figures = &recap.figures;
    let filter = match about.question.filter.to_query() {
        empty if empty.is_empty() => words.no_filter.to_owned(),
        query => query.replace('&', ", "),
    };
    let percent =
        |share: Option<f64>| share.map_or("–".to_owned(), |share| format!("{:.1} %", share * 100.0));
    let days =
        |median: Option<f64>, n: u64| median.map_or("–".to_owned(), |median| format!("{median} (n = {n})"));
    let lines = [
        (words.instance, about.instance.to_owned()),
        (words.by, lang.dimension(recap.by).to_owned()),
        (words.as_of, recap.as_of.to_string()),
        (words.taken, about.taken.clone()),
        (words.revision, recap.revision.to_string()),
        (words.filter, filter),
        (words.follow_up_rate, percent(figures.follow_up_rate)),
        (words.closed_rate, percent(figures.closed_rate)),
        (words.days_to_answer, days(figures.median_days_to_answer, figures.answered)),
        (words.days_to_close, days(figures.median_days_to_close, figures.closed)),
    ];
    let bold = Format::new().set_bold();
    sheet.set_name(words.about)?;
    sheet.set_column_width(0, 36)?;
    sheet.set_column_width(1, 90)?;
    let mut line = 0;
    for (name, value) in &lines {
        sheet.write_string_with_format(line, 0, *name, &bold)?;
        sheet.write_string(line, 1, value)?;
        line += 1;
    }
    sheet.write_string_with_format(line, 0, words.computed, &bold)?;
    for method in words.method {
        sheet.write_string(line, 1, method)?;
        line += 1;
    }
    Ok(())
}
