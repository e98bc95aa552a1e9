//! A file as the rules see it: as written, without comments, and without comments and the content of strings.

use super::Violation;

/// A file of the checkout.
pub struct Source {
    /// Relative to the checkout, with `/`.
    pub path: String,
    /// As written.
    pub text: String,
    /// Rust without comments and unit tests; line breaks are where they were.
    pub code: String,
    /// The same without the content of strings either.
    pub bare: String,
}

impl Source {
    /// Reads a file's text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        if !path.ends_with(".rs") {
            return Self { path, code: text.clone(), bare: text.clone(), text };
        }
        let (mut code, mut bare) = strip(&text);
        for (start, end) in unit_tests(&bare) {
            blank(&mut code, start, end);
            blank(&mut bare, start, end);
        }
        let [code, bare] = [code, bare].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Self { path, text, code, bare }
    }

    /// The path without the last part's extension, cut at `/`.
    pub fn parts(&self) -> Vec<&str> {
        self.path.trim_end_matches(".rs").split('/').collect()
    }

    /// Whether the file is Rust of one of the three crates that people run, and not a file of unit tests.
    pub fn is_product(&self) -> bool {
        let parts = self.parts();
        self.path.ends_with(".rs")
            && matches!(parts.as_slice(), ["shared" | "app" | "server", "src", ..])
            && !parts.contains(&"tests")
    }

    /// A violation for every place of `text` at which one of the words begins as a word.
    pub fn violations(&self, text: &str, words: &[&str], rule: &'static str) -> Vec<Violation> {
        let mut found = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if words.iter().any(|word| contains_word(line, word)) {
                found.push(Violation { path: self.path.clone(), line: number + 1, rule });
            }
        }
        found
    }

    /// The content of every string, each with the byte where it begins, found by comparing the text with and without it.
    pub fn strings(&self) -> Vec<(usize, &str)> {
        let (code, bare) = (self.code.as_str(), self.bare.as_bytes());
        let mut found = Vec::new();
        let mut start = None;
        for (at, byte) in code.bytes().enumerate() {
            let inside = byte != bare[at] || (start.is_some() && byte.is_ascii_whitespace());
            match (inside, start) {
                (true, None) => start = Some(at),
                (false, Some(begin)) => {
                    found.extend(code.get(begin..at).map(|text| (begin, text)));
                    start = None;
                }
                _ => {}
            }
        }
        found
    }

    /// A violation at a byte of the text.
    pub fn violation_at(&self, byte: usize, rule: &'static str) -> Violation {
        let line = self.bare.as_bytes()[..byte].iter().filter(|byte| **byte == b'\n').count() + 1;
        Violation { path: self.path.clone(), line, rule }
    }
}

/// Whether `word` occurs in `line` with no letter, digit or underscore in front of it.
pub fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(start, _)| !line[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Rust without comments, and without comments and strings' content. Both keep every byte's position.
fn strip(text: &str) -> (Vec<u8>, Vec<u8>) {
    let bytes = text.as_bytes();
    let (mut code, mut bare) = (bytes.to_vec(), bytes.to_vec());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let length = if rest.starts_with(b"//") {
            let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            blank(&mut code, at, at + length);
            blank(&mut bare, at, at + length);
            length
        } else if rest.starts_with(b"/*") {
            let length = comment_length(rest);
            blank(&mut code, at, at + length);
            blank(&mut bare, at, at + length);
            length
        } else if let Some((open, length)) =
            string_length(rest, at.checked_sub(1).map(|before| bytes[before]))
        {
            blank(&mut bare, at + open, (at + length).saturating_sub((open - 1).max(1)));
            length
        } else {
            char_length(rest)
        };
        at += length.max(1);
    }
    (code, bare)
}

fn blank(bytes: &mut [u8], start: usize, end: usize) {
    let end = end.min(bytes.len());
    if start < end {
        bytes[start..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
}

fn comment_length(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// Lengths of a string's opening and of the whole, for plain and raw strings.
fn string_length(rest: &[u8], before: Option<u8>) -> Option<(usize, usize)> {
    let is_name = before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if rest[0] == b'r' && (!is_name || before == Some(b'b')) {
        let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
        if rest.get(1 + hashes) == Some(&b'"') {
            let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
            let open = hashes + 2;
            let inside = rest[open..].windows(close.len()).position(|window| window == close);
            return Some((open, inside.map_or(rest.len(), |inside| open + inside + close.len())));
        }
    }
    if rest[0] != b'"' {
        return None;
    }
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' => at += 2,
            b'"' => return Some((1, at + 1)),
            _ => at += 1,
        }
    }
    Some((1, rest.len()))
}

/// The length of a character literal; 1 for anything else, lifetimes included.
fn char_length(rest: &[u8]) -> usize {
    if rest[0] != b'\'' || rest.len() < 3 {
        return 1;
    }
    if rest[1] == b'\\' {
        return rest[3..].iter().position(|byte| *byte == b'\'').map_or(1, |end| end + 4);
    }
    // One character may have up to four bytes.
    let end = rest[2..].iter().take(4).position(|byte| *byte == b'\'');
    match end {
        Some(end)
            if std::str::from_utf8(&rest[1..end + 2]).is_ok_and(|inside| inside.chars().count() == 1) =>
        {
            end + 3
        }
        _ => 1,
    }
}

/// The modules of unit tests, from their attribute to their closing brace.
fn unit_tests(bare: &[u8]) -> Vec<(usize, usize)> {
    let text = String::from_utf8_lossy(bare);
    let mut found = Vec::new();
    for (start, attribute) in text.match_indices("#[cfg(test)]") {
        let after = start + attribute.len();
        let rest = &text[after..];
        let (brace, semicolon) = (rest.find('{'), rest.find(';'));
        let end = match (brace, semicolon) {
            (Some(brace), semicolon) if semicolon.is_none_or(|semicolon| brace < semicolon) => {
                let mut depth = 0;
                let close = rest.bytes().enumerate().skip(brace).find_map(|(at, byte)| {
                    depth += i32::from(byte == b'{') - i32::from(byte == b'}');
                    (depth == 0).then_some(at + 1)
                });
                close.unwrap_or(rest.len())
            }
            (_, Some(semicolon)) => semicolon + 1,
            _ => rest.len(),
        };
        found.push((start, after + end));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, code: &str, bare: &str) {
        let source = Source::new("app/src/x.rs", text);
        let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(squeeze(&source.code), code);
        assert_eq!(squeeze(&source.bare), bare);
        assert_eq!(source.bare.lines().count(), text.lines().count());
    }

    #[test]
    fn comments_go_and_strings_are_emptied() {
        check("a // b\nc", "a c", "a c");
        check("a /* b /* c */ d */ e", "a e", "a e");
        check("f(\"x // y\")", "f(\"x // y\")", "f(\" \")");
        check("f(r#\"x \"y\" z\"#)", "f(r#\"x \"y\" z\"#)", "f(r#\" \"#)");
        check("f(\"a\\\"b\") // c", "f(\"a\\\"b\")", "f(\" \")");
    }

    #[test]
    fn characters_and_lifetimes_open_no_string() {
        check("('\"', '\\'', '→', \"b\")", "('\"', '\\'', '→', \"b\")", "('\"', '\\'', '→', \" \")");
        check("fn f<'a>(x: &'a str) // y", "fn f<'a>(x: &'a str)", "fn f<'a>(x: &'a str)");
    }

    #[test]
    fn unit_tests_are_left_out() {
        check("a\n#[cfg(test)]\nmod tests {\n fn b() { \"}\"; }\n}\nc", "a c", "a c");
        check("a\n#[cfg(test)]\nmod tests;\nc { }", "a c { }", "a c { }");
    }

    #[test]
    fn words_begin_where_names_do() {
        assert!(contains_word("x = rand::random()", "rand::"));
        assert!(!contains_word("use operand::x", "rand::"));
    }
}
