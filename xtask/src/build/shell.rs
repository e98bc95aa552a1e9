//! The HTML that loads a bundle.

use std::fs;
use std::path::Path;

use super::assets::Names;
use super::bundle::Bundle;
use super::worker;
use crate::failure::{Result, While, fail};
use crate::places::Places;

/// The file with what the head of every public page needs; the server writes the pages around it.
const PUBLIC_HEAD: &str = "public.head.html";

/// Fills the templates of `app/shell` and writes them into `dist`.
pub fn write(places: &Places, names: &Names, dist: &Path) -> Result {
    for bundle in &names.bundles {
        let template = places.root.join(format!("app/shell/{}.html", bundle.name));
        let template = fs::read_to_string(&template).doing(format!("reading {}", template.display()))?;
        let head = head(bundle, names, &links(dist));
        let page = fill(&template, bundle.name, &head)?;
        let file = if bundle.name == "staff" { "petugas.html" } else { "index.html" };
        fs::write(dist.join(file), page).doing(format!("writing {file}"))?;
        if bundle.name == "public" {
            write_offline(places, names, dist)?;
            fs::write(dist.join(PUBLIC_HEAD), head).doing(format!("writing {PUBLIC_HEAD}"))?;
        }
    }
    Ok(())
}

/// The page for an address that is not kept when there is no connection: styled, and without a script.
fn write_offline(places: &Places, names: &Names, dist: &Path) -> Result {
    let template = places.root.join("app/shell/offline.html");
    let template = fs::read_to_string(&template).doing(format!("reading {}", template.display()))?;
    let head = format!("<link rel=\"stylesheet\" href=\"{}\">\n{}", names.style, links(dist));
    let page = fill(&template, "offline", &head)?;
    fs::write(dist.join(worker::OFFLINE), page).doing(format!("writing {}", worker::OFFLINE))
}

/// Everything in a head that depends on hashed names.
fn head(bundle: &Bundle, names: &Names, links: &str) -> String {
    let Bundle { glue, wasm, .. } = bundle;
    let Names { boot, style, .. } = names;
    format!(
        "<link rel=\"stylesheet\" href=\"{style}\">\n\
         {links}\
         <link rel=\"modulepreload\" href=\"{glue}\">\n\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{wasm}\">\n\
         <script type=\"module\" src=\"{boot}\" data-glue=\"{glue}\" data-wasm=\"{wasm}\"></script>"
    )
}

/// A template has one place for it.
fn fill(template: &str, name: &str, head: &str) -> Result<String> {
    let (before, after) = match template.split_once("<!-- head -->") {
        Some(parts) => parts,
        None => return fail(format!("app/shell/{name}.html has no `<!-- head -->`")),
    };
    Ok(without_comments(&format!("{before}{head}{after}")))
}

/// The optional files of `public/` that a head refers to.
fn links(dist: &Path) -> String {
    [
        ("icon.svg", "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/icon.svg\">\n"),
        ("icon-180.png", "<link rel=\"apple-touch-icon\" href=\"/icon-180.png\">\n"),
        ("manifest.webmanifest", "<link rel=\"manifest\" href=\"/manifest.webmanifest\">\n"),
    ]
    .into_iter()
    .filter(|(file, _)| dist.join(file).exists())
    .map(|(_, link)| link)
    .collect()
}

/// Comments explain a template to us, not to a phone. Those that begin with `content` mark where the server
/// fills in current figures.
fn without_comments(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some((before, after)) = rest.split_once("<!--") {
        let (comment, after) = after.split_once("-->").unwrap_or((after, ""));
        kept.push_str(before);
        if comment.trim_start().starts_with("content") {
            kept.push_str(&format!("<!--{comment}-->"));
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> (Bundle, Names) {
        let bundle = Bundle { name: "public", glue: "/assets/g.js".into(), wasm: "/assets/w.wasm".into() };
        (bundle, Names { bundles: Vec::new(), boot: "/assets/b.js".into(), style: "/assets/s.css".into() })
    }

    #[test]
    fn a_shell_names_every_file_and_holds_no_script_of_its_own() {
        let (bundle, names) = bundle();
        let page =
            fill("<head>\n<!-- why -->\n<!-- head -->\n</head>", bundle.name, &head(&bundle, &names, ""))
                .expect("has the place");
        for address in ["/assets/g.js", "/assets/w.wasm", "/assets/b.js", "/assets/s.css"] {
            assert!(page.contains(address), "{address} is missing in {page}");
        }
        assert!(!page.contains("why"));
        assert!(page.contains("></script>"));
    }

    #[test]
    fn a_template_without_the_place_is_refused() {
        assert!(fill("<head></head>", "public", "").is_err());
    }

    #[test]
    fn marks_for_the_server_stay() {
        assert_eq!(without_comments("a<!-- b -->c<!-- content -->d"), "ac<!-- content -->d");
    }
}
