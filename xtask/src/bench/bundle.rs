//! Bytes of the bundles, raw and as a browser receives them.

use std::fs;
use std::path::Path;

use crate::build::{self, Quality, files_under};
use crate::failure::{Result, While};
use crate::places::Places;

/// A file of `dist/` with its sizes in bytes.
struct Weight {
    path: String,
    raw: u64,
    /// As it is sent: compressed with brotli where that made it smaller.
    sent: u64,
}

/// Builds the bundles and prints a table in Markdown.
pub fn bundle(places: &Places) -> Result {
    build::build(places, Quality::Release)?;
    let weights = weigh(&places.dist())?;
    println!("| file | raw, bytes | brotli 11, bytes |\n| --- | ---: | ---: |");
    for Weight { path, raw, sent } in &weights {
        println!("| {path} | {raw} | {sent} |");
    }
    let page = fs::read_to_string(places.dist().join("public.head.id.html"))
        .doing("reading the head of public pages")?;
    let first: Vec<&Weight> = weights.iter().filter(|weight| is_first(weight, &page)).collect();
    print_sum(&format!("first load of the public page, {} files", first.len()), &first);
    for name in ["public", "staff"] {
        let bundle: Vec<&Weight> = weights.iter().filter(|weight| is_bundle(weight, name)).collect();
        print_sum(&format!("{name} bundle, wasm and glue"), &bundle);
    }
    Ok(())
}

fn print_sum(title: &str, weights: &[&Weight]) {
    let raw: u64 = weights.iter().map(|weight| weight.raw).sum();
    let sent: u64 = weights.iter().map(|weight| weight.sent).sum();
    println!("| **{title}** | **{raw}** | **{sent}** |");
}

/// The head names every file that a first visit loads, its icon and manifest included; the page itself comes on top.
/// The texts of the other language are named as well, but nobody loads them.
fn is_first(weight: &Weight, head: &str) -> bool {
    head.contains(&format!("=\"/{}\"", weight.path)) && !weight.path.contains("texts-en")
}

fn is_bundle(weight: &Weight, name: &str) -> bool {
    let file = weight.path.strip_prefix("assets/").unwrap_or_default();
    file.starts_with(&format!("{name}-")) || file.starts_with(&format!("{name}_bg-"))
}

fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for file in files_under(dist)? {
        let path = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().into_owned();
        if path.ends_with(".br") || path.ends_with(".gz") {
            continue;
        }
        let raw = fs::metadata(&file).doing(format!("weighing {path}"))?.len();
        let compressed = dist.join(format!("{path}.br"));
        let sent = if compressed.exists() {
            fs::metadata(compressed).doing(format!("weighing {path}.br"))?.len()
        } else {
            raw
        };
        weights.push(Weight { path, raw, sent });
    }
    Ok(weights)
}
