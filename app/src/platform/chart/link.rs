use shared::complaint::Group;
use shared::recap::{Dimension, Filter, MERGED_KEY};

/// Where the transparency page is.
const PAGE: &str = "/rekap";

/// The address of the transparency page under a filter.
pub fn filter_link(filter: &Filter) -> String {
    let query = filter.to_query();
    if query.is_empty() { PAGE.to_owned() } else { [PAGE, "?", &query].concat() }
}

/// The filter that shows only one row of a recap; none where the row is no filter's value.
pub fn narrowed(filter: &Filter, by: Dimension, key: &str) -> Option<Filter> {
    if key == MERGED_KEY {
        return None;
    }
    let mut filter = filter.clone();
    match by {
        Dimension::Sector => filter.sector = Some(key.to_owned()),
        Dimension::Agency => filter.agency = Some(key.to_owned()),
        Dimension::Region => filter.region = Some(key.to_owned()),
        Dimension::Stage => filter.stage = Some(key.parse().ok()?),
        Dimension::Group => filter.group = Some(key.parse::<Group>().ok()?),
        Dimension::Class => filter.class = Some(key.parse().ok()?),
        Dimension::Channel => filter.channel = Some(key.parse().ok()?),
        Dimension::Month => {
            let month = shared::calendar::Month::parse(key).ok()?;
            (filter.from, filter.to) = (Some(month), Some(month));
        }
    }
    Some(filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_filters() {
        let filter = Filter { sector: Some("listrik".to_owned()), ..Filter::default() };
        let check = |by, key: &str, expected: Option<&str>| {
            let found = narrowed(&filter, by, key).map(|filter| filter_link(&filter));
            assert_eq!(found.as_deref(), expected, "{by} {key}");
        };
        check(Dimension::Sector, "jalan", Some("/rekap?sector=jalan"));
        check(Dimension::Region, "none", Some("/rekap?sector=listrik&region=none"));
        check(Dimension::Month, "2020-06", Some("/rekap?sector=listrik&from=2020-06&to=2020-06"));
        check(Dimension::Stage, "disposed", Some("/rekap?stage=disposed&sector=listrik"));
        check(Dimension::Stage, "lost", None);
        check(Dimension::Agency, "merged", None);
    }
}
