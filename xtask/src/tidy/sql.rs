//! Where SQL may stand.

use super::Violation;
use super::source::Source;

const PLACE: &str = "nothing outside `store`, `recap/query.rs` and `platform/` contains SQL";
const READS: &str = "the recap reads, the ledger writes: `recap` changes nothing";

/// How statements begin. SQL is in lower case here, so that sentences are not taken for it.
const READING: [&str; 3] = ["select ", "with ", "pragma "];
const WRITING: [&str; 6] =
    ["insert into ", "delete from ", "create table ", "create index ", "alter table ", "drop table "];

/// Checks one file.
pub fn check(source: &Source) -> Vec<Violation> {
    let parts = source.parts();
    if !source.is_product() {
        return Vec::new();
    }
    let is_recap = matches!(parts.as_slice(), ["server", "src", "recap", ..]);
    let may = parts[0] == "server"
        && (parts.contains(&"platform") || parts.contains(&"store") || parts.ends_with(&["recap", "query"]));
    let mut found = Vec::new();
    for (at, text) in source.strings() {
        let statement = text.trim_start();
        let writes = is_writing(statement);
        if writes && is_recap {
            found.push(source.violation_at(at, READS));
        } else if (writes || is_reading(statement)) && !may {
            found.push(source.violation_at(at, PLACE));
        }
    }
    if !may {
        found.extend(source.violations(&source.bare, &["sqlx::query", "QueryBuilder"], PLACE));
    }
    found
}

fn is_writing(statement: &str) -> bool {
    WRITING.iter().any(|start| statement.starts_with(start))
        || (statement.starts_with("update ") && contains(statement, "set"))
}

fn is_reading(statement: &str) -> bool {
    READING.iter().any(|start| statement.starts_with(start))
        && (contains(statement, "from")
            || statement.starts_with("pragma ")
            || statement.trim_end() == "select 1")
}

fn contains(statement: &str, word: &str) -> bool {
    statement.split_whitespace().any(|found| found == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str, expected: &[(usize, &'static str)]) {
        let found: Vec<_> =
            check(&Source::new(path, text)).iter().map(|found| (found.line, found.rule)).collect();
        assert_eq!(found, expected, "{path}: {text}");
    }

    #[test]
    fn sql_has_its_places() {
        let select = "const ALL: &str = \"\n  select a\n  from b\";";
        check_text("server/src/complaint/receive.rs", select, &[(2, PLACE)]);
        check_text("server/src/complaint/store.rs", select, &[]);
        check_text("server/src/complaint/store/public.rs", select, &[]);
        check_text("server/src/recap/query.rs", select, &[]);
        check_text("server/src/platform/db/pool.rs", select, &[]);
        check_text("app/src/platform/x.rs", "\"update a set b = 1\"", &[(1, PLACE)]);
        check_text("server/src/team/list.rs", "sqlx::query_as(X)", &[(1, PLACE)]);
    }

    #[test]
    fn sentences_are_not_sql() {
        check_text(
            "server/src/cli.rs",
            "\"Select a file from the list\"; \"select a file\"; \"update it\"",
            &[],
        );
        check_text("server/src/cli.rs", "// \"select a from b\"", &[]);
    }

    #[test]
    fn the_recap_writes_nothing() {
        check_text("server/src/recap/query.rs", "\"insert into cell values ($1)\"", &[(1, READS)]);
    }
}
