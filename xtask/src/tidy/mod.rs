//! Checks the invariants of ARCHITECTURE.md that a program can check, by reading the text.

mod source;

mod clock;
mod doors;
mod migrations;
mod rooms;
mod sql;
mod text;

use std::fs;
use std::path::Path;

use crate::failure::{Result, While, fail};
use crate::places::Places;

pub use source::Source;

/// The domain's features, as folders have them in `app/src` and `server/src`.
const FEATURES: [&str; 8] =
    ["complaint", "recap", "information", "request", "team", "setup", "protection", "account"];

/// A place where a rule does not hold.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation {
    path: String,
    /// Counted from 1; 0 if the rule is about the file as a whole.
    line: usize,
    /// The rule, as a sentence.
    rule: &'static str,
}

/// Rules that look at one file at a time.
const RULES: [fn(&Source) -> Vec<Violation>; 6] =
    [rooms::check, sql::check, clock::check, doors::check, text::check, text::check_length];

/// Prints every violation and fails if there is one.
pub fn tidy(places: &Places) -> Result {
    let sources = read_all(&places.root)?;
    let mut violations: Vec<Violation> =
        sources.iter().flat_map(|source| RULES.iter().flat_map(|rule| rule(source))).collect();
    violations.extend(migrations::check(&sources));
    for Violation { path, line, rule } in &violations {
        match line {
            0 => eprintln!("{path}: {rule}"),
            line => eprintln!("{path}:{line}: {rule}"),
        }
    }
    match violations.len() {
        0 => {
            eprintln!("tidy: {} files keep the rules", sources.len());
            Ok(())
        }
        count => fail(format!("tidy: {count} violations in {} files", sources.len())),
    }
}

/// Kinds of files the rules are about.
const TEXT: [&str; 14] = [
    "rs",
    "toml",
    "md",
    "css",
    "js",
    "jsx",
    "mjs",
    "html",
    "sql",
    "sh",
    "yml",
    "json",
    "webmanifest",
    "example",
];

/// Folders of the checkout that hold nothing we wrote.
const FOREIGN: [&str; 6] = [".git", "target", "dist", "dist.next", "var", "shots"];

fn read_all(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    read_folder(root, root, &mut sources)?;
    Ok(sources)
}

fn read_folder(root: &Path, folder: &Path, sources: &mut Vec<Source>) -> Result {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).doing(format!("listing {}", folder.display()))? {
        entries.push(entry.doing(format!("listing {}", folder.display()))?.path());
    }
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            let is_foreign = name == "node_modules" || folder == root && FOREIGN.contains(&name.as_str());
            if !is_foreign {
                read_folder(root, &path, sources)?;
            }
            continue;
        }
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let is_ours = TEXT.contains(&extension.as_str()) || folder == root.join(".ci");
        if is_ours && name != "package-lock.json" {
            let text = fs::read_to_string(&path).doing(format!("reading {}", path.display()))?;
            let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            sources.push(Source::new(relative, text));
        }
    }
    Ok(())
}
