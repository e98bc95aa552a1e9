//! Migrations for both engines, side by side.

use std::collections::BTreeMap;

use super::Violation;
use super::source::Source;

const PAIRED: &str = "SQLite and PostgreSQL have migrations of the same numbers and names";

const ENGINES: [&str; 2] = ["server/migrations/sqlite/", "server/migrations/postgres/"];

/// Compares the two folders.
pub fn check(sources: &[Source]) -> Vec<Violation> {
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in sources {
        if let Some(name) = ENGINES.iter().find_map(|engine| source.path.strip_prefix(engine)) {
            by_name.entry(name).or_default().push(&source.path);
        }
    }
    let alone = by_name.values().filter(|paths| paths.len() != ENGINES.len());
    alone.flatten().map(|path| Violation { path: (*path).to_owned(), line: 0, rule: PAIRED }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_for_one_engine_only_is_found() {
        let paths = ["sqlite/0001_a.sql", "postgres/0001_a.sql", "sqlite/0002_b.sql"];
        let sources: Vec<_> =
            paths.iter().map(|path| Source::new(format!("server/migrations/{path}"), "")).collect();
        let found = check(&sources);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "server/migrations/sqlite/0002_b.sql");
    }
}
