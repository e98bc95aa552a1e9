//! Which room may know which.

use super::source::Source;
use super::{FEATURES, Violation};

const PURE: &str = "`shared` is pure: no framework, no I/O, no clock and no randomness in it";
const APART: &str =
    "a feature never imports another feature; a step that crosses features belongs into `journey`";
const BELOW: &str = "nothing in a `platform/` imports a feature";
const KNOWN: &str =
    "only the router, the shell, the command line, `upkeep`, `lib.rs` and `journey` know several features";
const ENDS: &str = "`app` and `server` never depend on each other, and `shared` on neither";

/// What would make `shared` impure, in its code and among its dependencies.
const IMPURE_PATHS: [&str; 17] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
    "SystemTime",
    "Instant",
    "leptos",
    "axum",
    "sqlx",
    "tokio",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "getrandom",
    "rand::",
];
const IMPURE_CRATES: [&str; 13] = [
    "leptos",
    "leptos_router",
    "axum",
    "sqlx",
    "tokio",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo-net",
    "getrandom",
    "rand",
    "reqwest",
    "hyper",
];

/// Rooms that may know several features.
const KNOWING: [&str; 8] = ["router", "shell", "lib", "main", "cli", "upkeep", "journey", "bin"];

/// Checks one file.
pub fn check(source: &Source) -> Vec<Violation> {
    let parts = source.parts();
    match parts.as_slice() {
        ["shared", "Cargo.toml"] => {
            dependencies(source, &[&IMPURE_CRATES[..], &["app", "server"]].concat(), PURE)
        }
        ["app", "Cargo.toml"] => dependencies(source, &["server"], ENDS),
        ["server", "Cargo.toml"] => dependencies(source, &["app"], ENDS),
        ["shared", "src", ..] if source.is_product() => source.violations(&source.bare, &IMPURE_PATHS, PURE),
        ["app" | "server", "src", room, ..] if source.is_product() => features(source, room),
        _ => Vec::new(),
    }
}

fn features(source: &Source, room: &str) -> Vec<Violation> {
    let imported: Vec<_> =
        imports(source).into_iter().filter(|(_, name)| FEATURES.contains(&name.as_str())).collect();
    if room == "platform" {
        return imported.iter().map(|(at, _)| source.violation_at(*at, BELOW)).collect();
    }
    if FEATURES.contains(&room) {
        let foreign = imported.iter().filter(|(_, name)| name != room);
        return foreign.map(|(at, _)| source.violation_at(*at, APART)).collect();
    }
    if KNOWING.contains(&room) {
        return Vec::new();
    }
    let second = imported.iter().find(|(_, name)| *name != imported[0].1);
    second.map(|(at, _)| source.violation_at(*at, KNOWN)).into_iter().collect()
}

/// The rooms of its own crate that a file names, each with the byte where it does.
fn imports(source: &Source) -> Vec<(usize, String)> {
    let parts = source.parts();
    // The module a file is, below the crate: `mod.rs` is its folder.
    let module = &parts[2..];
    let depth = module.len() - usize::from(module.last() == Some(&"mod"));
    let mut found = Vec::new();
    for (at, _) in source.bare.match_indices("crate::") {
        if !source.bare[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            found.extend(first_names(&source.bare, at + "crate::".len()));
        }
    }
    let step = "super::";
    for (at, _) in source.bare.match_indices(step) {
        if source.bare[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let chain = source.bare[at..].len() - source.bare[at..].trim_start_matches(step).len();
        if chain / step.len() == depth {
            found.extend(first_names(&source.bare, at + chain));
        }
    }
    found
}

/// The name at a byte, or the first names of a group in braces.
fn first_names(text: &str, at: usize) -> Vec<(usize, String)> {
    if !text[at..].starts_with('{') {
        return vec![(at, name_at(text, at))];
    }
    let (mut found, mut depth, mut expects) = (Vec::new(), 0, false);
    for (offset, character) in text[at..].char_indices() {
        match character {
            '{' => {
                depth += 1;
                expects = depth == 1;
            }
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' => expects = depth == 1,
            _ if expects && !character.is_whitespace() => {
                found.push((at + offset, name_at(text, at + offset)));
                expects = false;
            }
            _ => {}
        }
    }
    found
}

fn name_at(text: &str, at: usize) -> String {
    text[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Lines of a manifest that name one of the crates as a dependency.
fn dependencies(source: &Source, crates: &[&str], rule: &'static str) -> Vec<Violation> {
    let (mut found, mut inside) = (Vec::new(), false);
    for (number, line) in source.text.lines().enumerate() {
        if line.starts_with('[') {
            inside = line.trim_end().ends_with("dependencies]") && !line.contains("dev-");
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        if inside && crates.contains(&name) {
            found.push(Violation { path: source.path.clone(), line: number + 1, rule });
        }
    }
    found
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
    fn shared_is_pure() {
        check_text("shared/src/text.rs", "use std::fmt;\nuse std::fs::File;", &[(2, PURE)]);
        check_text("shared/src/text.rs", "// std::fs would be wrong", &[]);
        check_text(
            "shared/Cargo.toml",
            "[dependencies]\nserde = \"1\"\ntokio.workspace = true",
            &[(3, PURE)],
        );
        check_text("shared/Cargo.toml", "[dev-dependencies]\ntokio.workspace = true", &[]);
    }

    #[test]
    fn the_ends_do_not_know_each_other() {
        check_text("app/Cargo.toml", "[dependencies]\nserver.workspace = true", &[(2, ENDS)]);
        check_text("server/Cargo.toml", "[dependencies]\napp = { path = \"../app\" }", &[(2, ENDS)]);
    }

    #[test]
    fn features_are_apart() {
        check_text("server/src/recap/query.rs", "use crate::complaint::store;", &[(1, APART)]);
        check_text("server/src/recap/query.rs", "use shared::complaint::Stage;\nuse crate::recap::x;", &[]);
        check_text(
            "app/src/recap/mod.rs",
            "use crate::{\n  platform::{ui, team},\n  complaint::x,\n};",
            &[(3, APART)],
        );
        check_text("app/src/recap/mod.rs", "use super::complaint::x;", &[(1, APART)]);
        check_text("app/src/recap/page.rs", "use super::complaint::x;", &[]);
        check_text("app/src/recap/page.rs", "let a = super::super::team::x();", &[(1, APART)]);
    }

    #[test]
    fn mechanisms_are_below() {
        check_text("server/src/platform/db/mod.rs", "use crate::account::User;", &[(1, BELOW)]);
        check_text("server/src/platform/db/mod.rs", "use crate::{config, error};", &[]);
    }

    #[test]
    fn few_rooms_know_several_features() {
        check_text("server/src/state.rs", "use crate::recap::Copy;", &[]);
        check_text("server/src/state.rs", "use crate::recap::Copy;\nuse crate::team::X;", &[(2, KNOWN)]);
        check_text("server/src/router.rs", "use crate::{recap, team};", &[]);
        check_text("server/src/journey/file.rs", "use crate::{recap, team};", &[]);
    }
}
