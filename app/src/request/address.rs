//! Where requests and their letters are.

/// Where the list is.
pub const ADDRESS: &str = "/petugas/permohonan";

/// Before a letter's place.
const LETTER: &str = "surat";

/// Where a request is.
pub fn of_request(number: &str) -> String {
    [ADDRESS, "/", number].concat()
}

/// Where a request's letter is, the first of them at place 1.
pub fn of_letter(number: &str, place: usize) -> String {
    [ADDRESS, "/", number, "/", LETTER, "/", &place.to_string()].concat()
}

/// A request's number and, on a letter's page, the letter's place.
pub fn read(path: &str) -> Option<(String, Option<usize>)> {
    let mut words = path.strip_prefix(ADDRESS)?.split('/').filter(|word| !word.is_empty());
    let number = words.next()?.to_owned();
    match (words.next(), words.next(), words.next()) {
        (None, ..) => Some((number, None)),
        (Some(LETTER), Some(place), None) => Some((number, Some(place.parse().ok()?))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        let check = |path: &str, expected: Option<(&str, Option<usize>)>| {
            let expected = expected.map(|(number, place)| (number.to_owned(), place));
            assert_eq!(read(path), expected, "{path}");
        };
        check(&of_request("PI-2026-00012"), Some(("PI-2026-00012", None)));
        check("/petugas/permohonan/PI-2026-00012/", Some(("PI-2026-00012", None)));
        check(&of_letter("PI-2026-00012", 2), Some(("PI-2026-00012", Some(2))));
        check("/petugas/permohonan", None);
        check("/petugas/permohonan/PI-2026-00012/surat", None);
        check("/petugas/permohonan/PI-2026-00012/surat/x", None);
        check("/petugas/permohonan/PI-2026-00012/lain/1", None);
        check("/petugas", None);
    }
}
