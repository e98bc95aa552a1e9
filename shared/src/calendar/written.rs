use super::Day;

/// Names of months by their first letters, in Indonesian and English.
const MONTHS: [(&str, i8); 17] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("mei", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("agu", 8),
    ("agt", 8),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("des", 12),
    ("dec", 12),
];

/// A day as tables write it: `2020-06-12`, `12/06/2020`, `12-06-2020 08:31`, `12 Juni 2020`. Days come before months, as
/// everywhere in Indonesia. What comes after the day is a time of day and left out.
pub fn read_day(raw: &str) -> Option<Day> {
    let parts: Vec<&str> =
        raw.trim().split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    // A weekday may stand before it.
    let first = parts.iter().position(|part| part.starts_with(|c: char| c.is_ascii_digit()))?;
    let [one, two, three] = *parts.get(first..first + 3)?.first_chunk::<3>()?;
    // A time of day may stand right behind it, after a T.
    let number = |text: &str| {
        let digits = text.find(|c: char| !c.is_ascii_digit()).map_or(text, |end| &text[..end]);
        digits.parse::<i16>().ok()
    };
    let month = |text: &str| match number(text) {
        Some(month) => i8::try_from(month).ok(),
        None => {
            let text = text.to_lowercase();
            MONTHS.iter().find(|(name, _)| text.starts_with(name)).map(|(_, month)| *month)
        }
    };
    let (year, month, day) = match one.len() {
        4 => (number(one)?, month(two)?, number(three)?),
        _ => (number(three)?, month(two)?, number(one)?),
    };
    // Years of two digits are none.
    Day::new(year, month, i8::try_from(day).ok()?).filter(|day| day.year() >= 1900)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_tables_write_them() {
        let check = |raw: &str, expected: Option<&str>| {
            assert_eq!(read_day(raw).map(|day| day.to_string()).as_deref(), expected, "{raw}");
        };
        for raw in [
            "2020-06-12",
            "2020-06-12 08:31:00",
            "2020-06-12T08:31:00Z",
            "12/06/2020",
            "12-06-2020 08.31",
            "12 Juni 2020",
            "Jumat, 12 JUNI 2020",
            "12.6.2020",
        ] {
            check(raw, Some("2020-06-12"));
        }
        for raw in ["", "kemarin", "31/02/2020", "12/13/2020", "1/1/20", "2020"] {
            check(raw, None);
        }
    }
}
