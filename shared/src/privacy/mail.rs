use super::{PrivateKind, PrivateMark};

/// Addresses of mail: a sign `@` with what belongs to it on both sides.
pub(super) fn marks(text: &str) -> Vec<PrivateMark> {
    let is_local = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '%' | '+' | '-');
    let is_host = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '-');
    let found = text.match_indices('@').filter_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let start = before.len() - suffix(before, is_local);
        let host = after.len() - after.trim_start_matches(is_host).len();
        // The full stop that ends the sentence is none of it.
        let host = after[..host].trim_end_matches(['.', '-']).len();
        let is_whole = start < at && after[..host].contains('.');
        is_whole.then_some(PrivateMark { start, end: at + 1 + host, kind: PrivateKind::Mail })
    });
    found.collect()
}

fn suffix(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.chars().rev().take_while(|sign| belongs(*sign)).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_whole() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = marks(text).into_iter().map(|mark| &text[mark.start..mark.end]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("tulis ke siti.aminah+1@contoh.co.id.", &["siti.aminah+1@contoh.co.id"]);
        check("(a@b.id), c_d@e-f.id", &["a@b.id", "c_d@e-f.id"]);
        check("harga 5 @ Rp100, @akun, a@b", &[]);
    }
}
