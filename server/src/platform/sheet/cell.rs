/// A text cell. Spreadsheets compute what begins like a formula; an apostrophe before it keeps it a text.
pub fn text_cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_computed() {
        let check = |text: &str, expected: &str| assert_eq!(text_cell(text), expected, "{text:?}");
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
