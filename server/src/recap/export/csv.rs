//! Text tables by RFC 4180.

use shared::complaint::Group;
use shared::recap::Recap;

/// The rows with a header of stable words; UTF-8, lines ended by CRLF.
pub fn to_csv(recap: &Recap) -> String {
    let mut table = String::from("key,label,count");
    for group in Group::ALL {
        table.push(',');
        table.push_str(group.as_str());
    }
    table.push_str("\r\n");
    for row in &recap.rows {
        table.push_str(&cell(&row.key));
        table.push(',');
        table.push_str(&cell(&row.label));
        table.push_str(&format!(",{}", row.count));
        for group in Group::ALL {
            table.push(',');
            table.push_str(&row.of_group(*group).map(|count| count.to_string()).unwrap_or_default());
        }
        table.push_str("\r\n");
    }
    table
}

/// A text cell. Spreadsheets compute what begins like a formula; an apostrophe before it keeps it a text.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_computed() {
        let check = |text: &str, expected: &str| assert_eq!(cell(text), expected, "{text:?}");
        check("Dana desa", "Dana desa");
        check("Jalan, jembatan", "\"Jalan, jembatan\"");
        check("\"Kota\"", "\"\"\"Kota\"\"\"");
        check("=1+1", "'=1+1");
        check("+62", "'+62");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\tx", "'\tx");
        check("\r=1", "\"'\r=1\"");
        check("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
        check("", "");
    }
}
