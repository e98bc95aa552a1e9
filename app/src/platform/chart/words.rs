//! Sentences with values in them.

use shared::lang::Lang;

use crate::platform::lang::{decimal, number};

/// Puts values into a text: each `{name}` becomes what stands beside its name.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// A count of complaints, with its noun.
pub fn complaints(lang: Lang, count: u64) -> String {
    match count {
        1 => lang.recap().one_complaint.to_owned(),
        _ => fill(lang.recap().complaints, &[("n", &number(lang, count))]),
    }
}

/// A number of working days.
pub fn working_days(lang: Lang, count: u64) -> String {
    match count {
        1 => lang.recap().one_working_day.to_owned(),
        _ => fill(lang.recap().working_days, &[("n", &number(lang, count))]),
    }
}

/// A median of working days, which may lie between two.
pub fn days(lang: Lang, days: f64) -> String {
    fill(lang.recap().working_days, &[("n", &decimal(lang, days))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_places() {
        let check = |text: &str, expected: &str| {
            assert_eq!(fill(text, &[("n", "5"), ("name", "Dana desa")]), expected, "{text}");
        };
        check("{name}: {n} aduan", "Dana desa: 5 aduan");
        check("tanpa nilai", "tanpa nilai");
        check("{lain} {n}", " 5");
        check("", "");
        check("{n", "5");
    }
}
