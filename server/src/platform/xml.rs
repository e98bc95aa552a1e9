//! Text in XML.

/// Text as XML has it. Control characters, which no XML may hold, are none of what is taken in; should one be there all the
/// same it goes.
pub fn text(raw: &str) -> String {
    let mut written = String::with_capacity(raw.len());
    for letter in raw.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\n' | '\t' => written.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_holds_no_signs_of_xml() {
        assert_eq!(text("a < b & \"c\" > d\u{1}\n"), "a &lt; b &amp; &quot;c&quot; &gt; d\n");
    }
}
