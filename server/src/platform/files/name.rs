/// Characters of a file's name.
const LENGTH: usize = 120;

/// Of these, what is left for the ending when a name is cut.
const ENDING: usize = 10;

/// What a file is called that says nothing usable.
const NAMELESS: &str = "berkas";

/// A file's name as it may be shown and saved: no folders, nothing that cannot be seen, nothing that makes it read
/// as another one. Phones name files, not people, so a bad name is mended and not refused.
pub fn clean_name(raw: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !is_hidden(*c)).collect();
    // Leading dots would hide the file, trailing ones confuse Windows.
    let name = kept.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    if name.chars().count() <= LENGTH {
        return name.to_owned();
    }
    let ending =
        name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() < ENDING);
    let stem: String = name.chars().take(LENGTH - ENDING).collect();
    ending.map_or(stem.clone(), |ending| format!("{}.{ending}", stem.trim_end_matches('.')))
}

/// Control characters, line and paragraph separators, and what has no width or turns the reading direction.
fn is_hidden(c: char) -> bool {
    let reserved = matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*');
    let invisible = matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    c.is_control() || reserved || invisible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_mended() {
        let check = |raw: &str, expected: &str| assert_eq!(clean_name(raw), expected, "{raw:?}");
        check("foto jalan.jpg", "foto jalan.jpg");
        check("Jembatan Désa ②.jpeg", "Jembatan Désa ②.jpeg");
        check("../../etc/passwd", "passwd");
        check("C:\\Users\\warga\\foto.png", "foto.png");
        check("foto\r\nX-Header: 1.jpg", "fotoX-Header 1.jpg");
        check("foto\0.jpg", "foto.jpg");
        check("gpj.\u{202e}exe", "gpj.exe");
        check("  .. ", "berkas");
        check("", "berkas");
        check("a/", "berkas");
        check(".htaccess", "htaccess");
        check("\"><script>.png", "script.png");
        check(&format!("{}.jpeg", "é".repeat(200)), &format!("{}.jpeg", "é".repeat(110)));
        check(&"a".repeat(200), &"a".repeat(110));
        check(&format!("a.{}", "b".repeat(200)), &format!("a.{}", "b".repeat(108)));
    }
}
