//! What no file contains, and how long a file may be.

use super::Violation;
use super::source::Source;

const LONGEST: usize = 500;

const LENGTH: &str = "no file has more than 500 lines; one verb of one noun fits a few screens";
const UNFINISHED: &str = "nothing unfinished is kept";
const IGNORED: &str = "no test is ignored: it holds or it goes";
const MACHINE: &str = "no path of one machine is kept";

// In pieces, so that this file keeps its own rules.
const MACROS: [&str; 3] = [concat!("to", "do!"), concat!("unimple", "mented!"), concat!("d", "bg!")];
const MARKS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
const IGNORE: [&str; 1] = [concat!("#[ig", "nore")];
const PATHS: [&str; 3] = [concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/wo", "rk/")];

/// Looks for words.
pub fn check(source: &Source) -> Vec<Violation> {
    let mut found = Vec::new();
    if source.path.ends_with(".rs") {
        let everywhere = source.text.as_str();
        found.extend(source.violations(everywhere, &MACROS, UNFINISHED));
        found.extend(source.violations(everywhere, &IGNORE, IGNORED));
    }
    found.extend(marks(source));
    found.extend(source.violations(&source.text, &PATHS, MACHINE));
    found
}

/// Marks count as whole words only: they may well be part of a longer name.
fn marks(source: &Source) -> Vec<Violation> {
    let is_marked = |line: &str| {
        line.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').any(|word| MARKS.contains(&word))
    };
    let lines = source.text.lines().enumerate().filter(|(_, line)| is_marked(line));
    lines
        .map(|(number, _)| Violation { path: source.path.clone(), line: number + 1, rule: UNFINISHED })
        .collect()
}

/// Counts lines.
pub fn check_length(source: &Source) -> Vec<Violation> {
    let is_counted =
        [".rs", ".css", ".js", ".jsx", ".mjs"].iter().any(|extension| source.path.ends_with(extension));
    if is_counted && source.text.lines().count() > LONGEST {
        return vec![Violation { path: source.path.clone(), line: 0, rule: LENGTH }];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str, expected: &[(usize, &'static str)]) {
        let source = Source::new(path, text);
        let found: Vec<_> = check(&source).iter().map(|found| (found.line, found.rule)).collect();
        assert_eq!(found, expected, "{path}: {text}");
    }

    #[test]
    fn nothing_unfinished_is_kept() {
        check_text("app/src/x.rs", &format!("fn f() {{\n  {}()\n}}", MACROS[0]), &[(2, UNFINISHED)]);
        check_text("style/x.css", &format!("/* {}: more */", MARKS[1]), &[(1, UNFINISHED)]);
        check_text("app/src/x.rs", "// the todos of a day", &[]);
    }

    #[test]
    fn no_test_is_ignored() {
        check_text("tests/api/src/lib.rs", &format!("#[test]\n{}]\nfn f() {{}}", IGNORE[0]), &[(2, IGNORED)]);
    }

    #[test]
    fn no_path_of_one_machine() {
        check_text("README.md", &format!("see {}x", PATHS[1]), &[(1, MACHINE)]);
        check_text("README.md", "see page/home/x", &[]);
    }

    #[test]
    fn files_are_short() {
        let long = "\n".repeat(LONGEST + 1);
        assert_eq!(check_length(&Source::new("app/src/x.rs", long.as_str())).len(), 1);
        assert_eq!(check_length(&Source::new("docs/x.md", long.as_str())), []);
        assert_eq!(check_length(&Source::new("app/src/x.rs", "\n".repeat(LONGEST))), []);
    }
}
