use super::Px;

/// About how wide a text is at a font size. Letters are measured by kind, for the sans-serif fonts that systems bring;
/// a little too wide rather than too narrow, because a label may leave room but must not run into a bar.
pub fn width_of(text: &str, font: Px) -> Px {
    font.percent(text.chars().map(hundredths).sum())
}

fn hundredths(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' => 33,
        'f' | 'r' | 't' | '(' | ')' | '/' | '-' | ' ' => 41,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 98,
        'A'..='Z' => 72,
        _ => 63,
    }
}

/// Breaks a text between words so that no line is wider than `width`, into at most `lines` lines. What does not fit ends
/// in an ellipsis; a single word that is too wide is cut.
pub fn wrap(text: &str, font: Px, width: Px, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let joined = wrapped.last().map(|line| format!("{line} {word}"));
        match joined.filter(|line| width_of(line, font) <= width) {
            Some(line) => {
                wrapped.pop();
                wrapped.push(line);
            }
            None if wrapped.len() < lines => wrapped.push(word.to_owned()),
            None => {
                if let Some(last) = wrapped.last_mut() {
                    last.push(' ');
                    last.push_str(word);
                    last.extend(words.flat_map(|word| [" ", word]));
                }
                break;
            }
        }
    }
    wrapped.into_iter().map(|line| cut(line, font, width)).collect()
}

/// Cuts a line to a width, with an ellipsis where something is missing.
fn cut(line: String, font: Px, width: Px) -> String {
    if width_of(&line, font) <= width {
        return line;
    }
    let room = width - width_of("…", font);
    let mut used = Px::ZERO;
    let kept: String = line
        .chars()
        .take_while(|letter| {
            used = used + font.percent(hundredths(*letter));
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_break_between_words() {
        let check = |text: &str, pixels, lines, expected: &[&str]| {
            assert_eq!(wrap(text, Px::new(10), Px::new(pixels), lines), expected, "{text} in {pixels}");
        };
        check("Dana desa", 100, 2, &["Dana desa"]);
        check("Penanggulangan bencana", 100, 2, &["Penanggulangan", "bencana"]);
        check("Dinas Tenaga Kerja dan Transmigrasi", 80, 2, &["Dinas Tenaga", "Kerja dan Tr…"]);
        check("Penanggulangan", 50, 2, &["Penang…"]);
        check("a b", 4, 3, &["…", "…"]);
        check("", 50, 2, &[]);
    }

    #[test]
    fn wide_letters_take_more_room() {
        assert!(width_of("mm", Px::new(10)) > width_of("ii", Px::new(10)));
        assert_eq!(width_of("", Px::new(10)), Px::ZERO);
        assert_eq!(width_of("1.024", Px::new(10)), Px::of_tenths(285));
    }
}
