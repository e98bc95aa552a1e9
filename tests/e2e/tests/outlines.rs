//! What a screen reader comes to on every page, in its order, is what was accepted.

use std::fs;
use std::path::Path;

use tests_e2e::{Result, check, outlines};

#[tokio::test]
async fn every_page_is_read_as_it_was_accepted() -> Result {
    let accepted = Path::new("outlines");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outlines");
    fs::create_dir_all(&folder)?;
    let taken = outlines().await?;
    let mut faults = Vec::new();
    for (name, outline) in &taken {
        let before = fs::read_to_string(accepted.join(format!("{name}.txt"))).unwrap_or_default();
        if *outline != before {
            fs::write(folder.join(format!("{name}.txt")), outline)?;
            faults.push(format!("{name}:\n{}", first_difference(&before, outline)));
        }
    }
    check(
        faults.is_empty(),
        format!(
            "pages are read otherwise; outlines are in {}; if it is meant, `cargo xtask shots --accept`:\n{}",
            folder.display(),
            faults.join("\n")
        ),
    )?;
    let known = fs::read_dir(accepted)?.count();
    check(known == taken.len(), format!("{known} outlines were accepted, and {} are there", taken.len()))
}

/// The first line that differs, with those around it.
fn first_difference(before: &str, now: &str) -> String {
    let (before, now): (Vec<_>, Vec<_>) = (before.lines().collect(), now.lines().collect());
    let at = before.iter().zip(&now).take_while(|(one, other)| one == other).count();
    let around = |lines: &[&str]| {
        let shown = lines.iter().skip(at.saturating_sub(2)).take(6);
        shown.map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
    };
    format!(" was, from line {}:\n{}\n is:\n{}", at + 1, around(&before), around(&now))
}
