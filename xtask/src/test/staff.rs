//! Citizens carry no staff code: the public bundle is searched for the texts of the staff's pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::build::files_under;
use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::tidy::Source;

/// Where texts stand that only the staff may see.
const STAFF: [&str; 4] =
    ["app/src/account", "app/src/complaint/desk", "app/src/shell/staff", "shared/src/lang/staff"];
/// Where all texts of pages stand.
const PAGES: [&str; 2] = ["app/src", "shared/src"];
/// Shorter texts may occur by chance.
const TELLING: usize = 20;

/// Searches both finished bundles: a text that is not in the staff's either would prove nothing.
pub fn is_not_in_the_public_bundle(places: &Places) -> Result {
    let texts = staff_only(&places.root)?;
    let (public, staff) = (bundle(places, "public")?, bundle(places, "staff")?);
    if !texts.iter().any(|text| staff.contains(text.as_str())) {
        return fail(
            "no text of the staff's pages was found in the staff bundle, so the search proves nothing",
        );
    }
    match texts.iter().find(|text| public.contains(text.as_str())) {
        Some(text) => fail(format!("citizens carry no staff code, but the public bundle contains {text:?}")),
        None => Ok(()),
    }
}

fn staff_only(root: &Path) -> Result<BTreeSet<String>> {
    let (mut staff, mut others) = (BTreeSet::new(), BTreeSet::new());
    for file in PAGES.iter().map(|page| files_under(&root.join(page))).collect::<Result<Vec<_>>>()?.concat() {
        let path = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().into_owned();
        if !path.ends_with(".rs") {
            continue;
        }
        let is_staff = STAFF.iter().any(|folder| path.starts_with(folder));
        let source =
            Source::new(path, fs::read_to_string(&file).doing(format!("reading {}", file.display()))?);
        let texts = source.strings().into_iter().map(|(_, text)| text);
        let telling = texts.filter(|text| text.len() >= TELLING && !text.contains(['\\', '{', '\n']));
        let into = if is_staff { &mut staff } else { &mut others };
        into.extend(telling.map(str::to_owned));
    }
    Ok(&staff - &others)
}

/// All parts of a bundle as text, as far as they are some.
fn bundle(places: &Places, name: &str) -> Result<String> {
    let start = format!("{name}_");
    let mut all = String::new();
    for file in files_under(&places.dist().join("assets"))? {
        let found = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if found.starts_with(&start) && found.ends_with(".wasm") {
            let bytes = fs::read(&file).doing(format!("reading {found}"))?;
            all.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    if all.is_empty() { fail(format!("there is no bundle {name} in dist/")) } else { Ok(all) }
}
