use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;

/// A theme's colours by the names of their tokens.
type Theme = BTreeMap<String, String>;

/// A rule's selectors and its declarations.
type Rule = (Vec<String>, Vec<(String, String)>);

/// Tests run where their package is. A path written in while compiling would be that of another copy of the project.
const STYLES: &str = "../style";

const LIGHT: &str = ":root";
const DARK: &str = ":root[data-theme=\"dark\"]";
const DARK_DEVICE: &str = ":root:not([data-theme=\"light\"])";

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap_or_else(|| panic!("{text:?} is no colour"))
}

fn style(file: &str) -> String {
    let path = Path::new(STYLES).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every rule of a style sheet: its selectors, and its declarations. What nests in a media query stands alone.
fn rules(css: &str) -> Vec<Rule> {
    let mut text = css.to_owned();
    while let (Some(start), Some(end)) = (text.find("/*"), text.find("*/")) {
        text.replace_range(start..end + 2, "");
    }
    let mut found = Vec::new();
    for rule in text.split('}') {
        let mut parts = rule.rsplit('{');
        let (Some(declarations), Some(selectors)) = (parts.next(), parts.next()) else { continue };
        let selectors = selectors.split(',').map(|one| one.trim().to_owned()).collect();
        let declarations = declarations.split(';').filter_map(|line| line.split_once(':'));
        let declarations =
            declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        found.push((selectors, declarations.collect()));
    }
    found
}

/// The tokens that a rule of a selector sets.
fn tokens(css: &str, selector: &str) -> Theme {
    let (_, declarations) = rules(css)
        .into_iter()
        .find(|(selectors, _)| selectors.iter().any(|one| one == selector))
        .unwrap_or_else(|| panic!("no rule for {selector}"));
    let tokens = declarations.into_iter();
    tokens.filter_map(|(name, value)| Some((name.strip_prefix("--")?.to_owned(), value))).collect()
}

/// The colours among tokens.
fn colours(tokens: &Theme) -> Theme {
    let colours = tokens.iter().filter(|(_, value)| Colour::parse(value).is_some());
    colours.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn themes() -> [(&'static str, Theme); 3] {
    let (screen, print) = (style("tokens.css"), style("print.css"));
    [
        ("light", colours(&tokens(&screen, LIGHT))),
        ("dark", colours(&tokens(&screen, DARK))),
        ("print", colours(&tokens(&print, LIGHT))),
    ]
}

#[test]
fn every_pair_stands_apart_in_every_theme() {
    let mut faults = Vec::new();
    for (theme, colours) in themes() {
        for Pair { front, ground, kind } in PAIRS {
            let of =
                |name: &str| colour(colours.get(name).unwrap_or_else(|| panic!("{theme} lacks --{name}")));
            let contrast = of(front).contrast(of(ground));
            if contrast < kind.least() {
                faults.push(format!(
                    "{theme}: --{front} on --{ground} has {contrast:.2}, not {}",
                    kind.least()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_theme_has_every_colour_and_every_colour_its_pair() {
    let [(_, light), others @ ..] = themes();
    for (theme, colours) in others {
        assert!(colours.keys().eq(light.keys()), "{theme} has {:?}", colours.keys());
    }
    let is_paired = |name: &str| PAIRS.iter().any(|pair| pair.front == name || pair.ground == name);
    for name in light.keys() {
        assert!(is_paired(name), "--{name} is in no pair: nobody measures it");
    }
}

#[test]
fn the_dark_theme_is_the_same_by_choice_and_by_device() {
    let css = style("tokens.css");
    assert_eq!(tokens(&css, DARK), tokens(&css, DARK_DEVICE));
    // On paper neither may win over black on white.
    let print = style("print.css");
    for selector in [DARK, DARK_DEVICE] {
        assert_eq!(tokens(&print, selector), tokens(&print, LIGHT));
    }
}

#[test]
fn what_a_rule_puts_on_a_ground_is_measured() {
    let folder = Path::new(STYLES);
    let token = |value: &str| {
        let name = value.split_once("var(--")?.1.split(')').next()?;
        (!value.contains("color-mix")).then(|| name.to_owned())
    };
    let mut seen = 0;
    for file in fs::read_dir(folder).expect("the styles are there") {
        let file = file.expect("can be listed").file_name().to_string_lossy().into_owned();
        for (selectors, declarations) in rules(&style(&file)) {
            let last = |names: &[&str]| {
                let found = declarations.iter().rev().find(|(name, _)| names.contains(&name.as_str()));
                found.and_then(|(_, value)| token(value))
            };
            let (front, ground) = (last(&["color"]), last(&["background", "background-color"]));
            // A notice's own colour stands for one of four that are listed.
            let Some((front, ground)) = front.zip(ground).filter(|(_, ground)| ground != "notice") else {
                continue;
            };
            seen += 1;
            let is_listed = PAIRS
                .iter()
                .any(|pair| pair.front == front && pair.ground == ground && pair.kind == Kind::Text);
            assert!(is_listed, "{file}: {selectors:?} puts --{front} on --{ground}, which no pair measures");
        }
    }
    assert!(seen > 10, "only {seen} rules were read");
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    let check = |a: &str, b: &str, expected: f64| {
        let found = colour(a).contrast(colour(b));
        assert!((found - expected).abs() < 0.01, "{a} on {b}: {found}");
    };
    check("#000", "#fff", 21.0);
    check("#fff", "#000000", 21.0);
    check("#777777", "#fff", 4.48);
    check("rgb(118, 118, 118)", "#fff", 4.54);
    check("#123456", "#123456", 1.0);
}

#[test]
fn only_colours_are_read() {
    for text in ["", "#12", "#12345g", "rgb(1, 2)", "rgb(1, 2, 3, 4)", "0.5rem", "var(--ink)"] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}
