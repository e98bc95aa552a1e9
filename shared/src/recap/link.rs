use super::{Dimension, Filter, MERGED_KEY};
use crate::calendar::Month;

/// Where the transparency page is.
const PAGE: &str = "/rekap";

impl Filter {
    /// The address of the transparency page under this filter.
    pub fn address(&self) -> String {
        let query = self.to_query();
        if query.is_empty() { PAGE.to_owned() } else { [PAGE, "?", &query].concat() }
    }

    /// The filter that shows only one row of a recap under this one; none where the row is no filter's value.
    pub fn narrowed(&self, by: Dimension, key: &str) -> Option<Self> {
        if key == MERGED_KEY {
            return None;
        }
        let mut filter = self.clone();
        match by {
            Dimension::Sector => filter.sector = Some(key.to_owned()),
            Dimension::Agency => filter.agency = Some(key.to_owned()),
            Dimension::Region => filter.region = Some(key.to_owned()),
            Dimension::Stage => filter.stage = Some(key.parse().ok()?),
            Dimension::Group => filter.group = Some(key.parse().ok()?),
            Dimension::Class => filter.class = Some(key.parse().ok()?),
            Dimension::Channel => filter.channel = Some(key.parse().ok()?),
            Dimension::Month => {
                let month = Month::parse(key).ok()?;
                (filter.from, filter.to) = (Some(month), Some(month));
            }
        }
        Some(filter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_filters() {
        let filter = Filter { sector: Some("listrik".to_owned()), ..Filter::default() };
        let check = |by, key: &str, expected: Option<&str>| {
            let found = filter.narrowed(by, key).map(|filter| filter.address());
            assert_eq!(found.as_deref(), expected, "{by} {key}");
        };
        check(Dimension::Sector, "jalan", Some("/rekap?sector=jalan"));
        check(Dimension::Region, "none", Some("/rekap?sector=listrik&region=none"));
        check(Dimension::Month, "2020-06", Some("/rekap?sector=listrik&from=2020-06&to=2020-06"));
        check(Dimension::Stage, "disposed", Some("/rekap?stage=disposed&sector=listrik"));
        check(Dimension::Stage, "lost", None);
        check(Dimension::Agency, "merged", None);
        assert_eq!(Filter::default().address(), "/rekap");
    }
}
