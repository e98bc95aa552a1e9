//! The files beside the bundles: the boot script, the styles, and what is served as it is.

use std::fs;
use std::path::Path;

use shared::lang::Lang;

use super::ASSETS;
use super::bundle::Bundle;
use super::shell::STAFF;
use super::stamp::{files_under, short_hash};
use super::worker::{OFFLINE, WORKER};
use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::{command, read};
use crate::setup::BundleTools;

/// The addresses the shells refer to.
pub struct Names {
    /// Both bundles.
    pub bundles: Vec<Bundle>,
    /// The script that starts them.
    pub boot: String,
    /// The worker that keeps up with the figures.
    pub follow: String,
    /// The styles.
    pub style: String,
    /// What the pages of one bundle need besides, by its name.
    pub further_styles: Vec<(&'static str, String)>,
    /// The styles of parts of the page that come late, by the part's name.
    pub late_styles: Vec<(&'static str, String)>,
    /// The texts of each language, by its tag.
    pub texts: Vec<(&'static str, String)>,
}

/// Adds a file under a name that changes with its content; returns its address.
pub fn add(dist: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let file = format!("{name}-{}.{extension}", short_hash(bytes));
    fs::write(dist.join(ASSETS).join(&file), bytes).doing(format!("writing {file}"))?;
    Ok(format!("/{ASSETS}/{file}"))
}

/// Adds a script of the shell, minified, as a module or as what runs by itself.
pub fn script(places: &Places, tools: &BundleTools, dist: &Path, name: &str, format: &str) -> Result<String> {
    let file = places.root.join("app/shell").join(name).with_extension("js");
    let format = format!("--format={format}");
    let script = read(command(&tools.esbuild).args(["--minify", &format, "--log-level=warning"]).arg(file))?;
    add(dist, name, "js", script.as_bytes())
}

/// Adds the texts of each language, as the pages read them.
pub fn texts(dist: &Path) -> Result<Vec<(&'static str, String)>> {
    let add_one = |lang: Lang| {
        let list = serde_json::to_vec(&lang.texts()).doing("writing the texts")?;
        Ok((lang.tag(), add(dist, &format!("texts-{}", lang.tag()), "json", &list)?))
    };
    [Lang::Id, Lang::En].into_iter().map(add_one).collect()
}

/// Adds the styles that begin with a file, joined into one minified file.
pub fn style(places: &Places, tools: &BundleTools, dist: &Path, name: &str, file: &str) -> Result<String> {
    let index = places.root.join("style").join(file);
    if !index.exists() {
        return add(dist, name, "css", b"");
    }
    let mut esbuild = command(&tools.esbuild);
    esbuild.args(["--bundle", "--minify", "--log-level=warning"]).arg(index);
    // Files of public/ keep their addresses. Each is named: a pattern would take the styles' own files with it.
    let public = places.root.join("public");
    for file in files_under(&public)? {
        if let Ok(path) = file.strip_prefix(&public) {
            esbuild.arg(format!("--external:/{}", path.display()));
        }
    }
    let style = read(&mut esbuild)?;
    if style.contains("@import") {
        return fail(format!("style/{file} was not joined into one file: an `@import` is left"));
    }
    add(dist, name, "css", style.as_bytes())
}

/// Copies `public/` as it is.
pub fn copy_public(places: &Places, dist: &Path) -> Result {
    let public = places.root.join("public");
    for file in files_under(&public)? {
        let Ok(path) = file.strip_prefix(&public) else { continue };
        if path.starts_with(ASSETS) || [STAFF, OFFLINE, WORKER].iter().any(|name| path == Path::new(name)) {
            return fail(format!("public/{} would hide what the build writes", path.display()));
        }
        let copy = dist.join(path);
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder).doing(format!("creating {}", folder.display()))?;
        }
        fs::copy(&file, &copy).doing(format!("copying {}", file.display()))?;
    }
    Ok(())
}
