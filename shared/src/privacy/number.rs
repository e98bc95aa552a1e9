use super::{PrivateKind, PrivateMark};

/// Digits of an identity card's number (NIK) and of a family card's.
const IDENTITY: usize = 16;
/// Fewest and most digits of a telephone's number with its area or its country.
const PHONE: std::ops::RangeInclusive<usize> = 9..=14;

/// Numbers of identity cards and telephones, however they are divided.
pub(super) fn marks(text: &str) -> Vec<PrivateMark> {
    let mut marks = Vec::new();
    let mut rest = 0;
    while let Some(run) = next_run(text, rest) {
        rest = run.end;
        let written = &text[run.start..run.end];
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let is_amount = text[..run.start].ends_with("Rp") || text[..run.start].ends_with("Rp ");
        let is_phone = written.starts_with('+') || digits.starts_with('0') || digits.starts_with("62");
        let kind = match digits.len() {
            IDENTITY => Some(PrivateKind::IdentityNumber),
            count if PHONE.contains(&count) && is_phone && !is_amount => Some(PrivateKind::Phone),
            _ => None,
        };
        marks.extend(kind.map(|kind| PrivateMark { kind, ..run }));
    }
    marks
}

/// The next run of digits from a byte on, with what may stand between two of them: a single space, dot, dash or stroke, or
/// a bracket with one. Its kind is not known yet.
fn next_run(text: &str, from: usize) -> Option<PrivateMark> {
    let bytes = text.as_bytes();
    let first = (from..bytes.len()).find(|at| bytes[*at].is_ascii_digit())?;
    let mut end = first + 1;
    loop {
        let gap = bytes[end..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'.' | b'-' | b'/' | b'(' | b')'))
            .count();
        if gap > 2 || !bytes.get(end + gap).is_some_and(u8::is_ascii_digit) {
            break;
        }
        end += gap + 1;
    }
    let opening = text[from..first].trim_end_matches(['+', '(']).len() + from;
    Some(PrivateMark { start: opening, end, kind: PrivateKind::Phone })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_by_their_digits() {
        let check = |text: &str, expected: &[(&str, PrivateKind)]| {
            let found: Vec<_> =
                marks(text).into_iter().map(|mark| (&text[mark.start..mark.end], mark.kind)).collect();
            assert_eq!(found, expected, "{text}");
        };
        use PrivateKind::{IdentityNumber, Phone};
        check("NIK 7271012345678901.", &[("7271012345678901", IdentityNumber)]);
        check("NIK 7271.0123.4567.8901", &[("7271.0123.4567.8901", IdentityNumber)]);
        check(
            "HP 0812 3456 789, WA +62 812-3456-7890",
            &[("0812 3456 789", Phone), ("+62 812-3456-7890", Phone)],
        );
        check("kantor (0451) 421234", &[("(0451) 421234", Phone)]);
        check("6281234567890", &[("6281234567890", Phone)]);
        // Days, hours, sums of money, households and codes.
        check("2026-11-26, pukul 08.00-10.00, Rp0.812.345.678 dan Rp1.500.000.000, 12.345 rumah, 1708", &[]);
        check("", &[]);
    }
}
