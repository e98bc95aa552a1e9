use super::{GroupCounts, Row};

/// Counts under this can point at a person where a sector is sensitive.
pub const SMALL_CELL: u64 = 5;
/// The key of the row that small cells are merged into.
pub const MERGED_KEY: &str = "merged";
/// The key of the row of complaints that lack the dimension.
pub const NONE_KEY: &str = "none";

/// Merges the rows that are both small and `at_risk` into one row named `label`, placed last.
///
/// One small row alone would still be told by the total less the others, so the smallest other row joins it.
pub fn merge_small_cells(rows: Vec<Row>, label: &str, at_risk: impl Fn(&Row) -> bool) -> Vec<Row> {
    let (mut small, mut kept): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.count < SMALL_CELL && at_risk(row));
    if small.is_empty() {
        return kept;
    }
    if small.iter().map(|row| row.count).sum::<u64>() < SMALL_CELL
        && let Some(smallest) = (0..kept.len()).min_by_key(|index| kept[*index].count)
    {
        small.push(kept.remove(smallest));
    }
    let mut merged =
        Row { key: MERGED_KEY.to_owned(), label: label.to_owned(), count: 0, groups: GroupCounts::default() };
    for row in small {
        merged.count += row.count;
        merged.groups.awaiting_disposition += row.groups.awaiting_disposition;
        merged.groups.awaiting_follow_up += row.groups.awaiting_follow_up;
        merged.groups.in_progress += row.groups.in_progress;
        merged.groups.done += row.groups.done;
    }
    kept.push(merged);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, count: u64) -> Row {
        let groups = GroupCounts { done: count, ..GroupCounts::default() };
        Row { key: key.to_owned(), label: key.to_owned(), count, groups }
    }

    fn check(rows: &[(&str, u64)], expected: &[(&str, u64)]) {
        let rows: Vec<Row> = rows.iter().map(|(key, count)| row(key, *count)).collect();
        let total: u64 = rows.iter().map(|row| row.count).sum();
        let merged = merge_small_cells(rows, "Lainnya", |row| row.key != "open");
        let found: Vec<_> = merged.iter().map(|row| (row.key.as_str(), row.count)).collect();
        assert_eq!(found, expected);
        assert_eq!(merged.iter().map(|row| row.groups.total()).sum::<u64>(), total);
    }

    #[test]
    fn small_rows_go_together() {
        check(&[("a", 9), ("b", 4), ("c", 3)], &[("a", 9), ("merged", 7)]);
        check(&[("a", 9), ("b", 5)], &[("a", 9), ("b", 5)]);
        check(&[("a", 9), ("open", 1)], &[("a", 9), ("open", 1)]);
    }

    #[test]
    fn one_small_row_takes_another_with_it() {
        check(&[("a", 9), ("b", 7), ("c", 1)], &[("a", 9), ("merged", 8)]);
        check(&[("c", 1)], &[("merged", 1)]);
    }
}
