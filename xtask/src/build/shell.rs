//! The HTML that loads a bundle.

use std::fs;
use std::path::Path;

use super::assets::Names;
use super::bundle::Bundle;
use super::worker::OFFLINE;
use crate::failure::{Result, While, fail};
use crate::places::Places;

/// The staff's page.
pub const STAFF: &str = "petugas.html";

/// The file with what the head of every page of a bundle in a language needs; the server writes the pages around it.
fn head_file(bundle: &str, lang: &str) -> String {
    format!("{bundle}.head.{lang}.html")
}

/// Writes into `dist` the pages that have a template, and for each language what the public pages' heads need.
pub fn write(places: &Places, names: &Names, dist: &Path) -> Result {
    let links = links(dist);
    for bundle in &names.bundles {
        if bundle.name == "staff" {
            let page =
                fill(&template(places, "staff.html")?, "staff.html", &head(bundle, names, &links, "id"))?;
            fs::write(dist.join(STAFF), page).doing(format!("writing {STAFF}"))?;
            continue;
        }
        for (lang, _) in &names.texts {
            let (file, head) = (head_file(bundle.name, lang), head(bundle, names, &links, lang));
            fs::write(dist.join(&file), head).doing(format!("writing {file}"))?;
        }
    }
    write_offline(places, names, &links, dist)
}

/// The page for an address that is not kept when there is no connection: styled, and without a script.
fn write_offline(places: &Places, names: &Names, links: &str, dist: &Path) -> Result {
    let head = [&style(&names.style), links].concat();
    let page = fill(&template(places, "offline.html")?, "offline.html", &head)?;
    fs::write(dist.join(OFFLINE), page).doing(format!("writing {OFFLINE}"))
}

fn template(places: &Places, file: &str) -> Result<String> {
    let template = places.root.join("app/shell").join(file);
    fs::read_to_string(&template).doing(format!("reading {}", template.display()))
}

/// Everything in a head that depends on hashed names, for a page in a language.
fn head(bundle: &Bundle, names: &Names, links: &str, lang: &str) -> String {
    let Bundle { glue, wasm, .. } = bundle;
    let Names { boot, follow, texts, .. } = names;
    let further =
        names.further_styles.iter().filter(|(name, _)| *name == bundle.name).map(|(_, style)| style);
    // Citizens wait for what the page at hand needs; the others have all parts in their bundle, and their styles at once.
    let is_late = bundle.name == "public";
    let late = names.late_styles.iter();
    let at_once = late.clone().filter(|_| !is_late).map(|(_, style)| style);
    let asked_for = late.filter(|_| is_late).map(|(part, address)| format!(" data-{part}=\"{address}\""));
    let asked_for = asked_for.collect::<String>();
    let styles = [&names.style].into_iter().chain(at_once).chain(further);
    let styles = styles.map(|address| style(address)).collect::<String>();
    let own =
        texts.iter().filter(|(tag, _)| *tag == lang).map(|(_, address)| preload(address, "application/json"));
    let data = texts.iter().map(|(tag, address)| format!(" data-texts_{tag}=\"{address}\""));
    let (own, data) = (own.collect::<String>(), data.collect::<String>());
    let wasm_preload = preload(wasm, "application/wasm");
    format!(
        "{styles}\
         {links}\
         <link rel=\"modulepreload\" href=\"{glue}\">\n\
         {wasm_preload}{own}\
         <script type=\"module\" src=\"{boot}\" data-glue=\"{glue}\" data-wasm=\"{wasm}\"{data} data-follow=\"{follow}\"{asked_for}></script>"
    )
}

fn style(address: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{address}\">\n")
}

fn preload(address: &str, media: &str) -> String {
    format!("<link rel=\"preload\" as=\"fetch\" type=\"{media}\" crossorigin href=\"{address}\">\n")
}

/// A template has one place for it.
fn fill(template: &str, name: &str, head: &str) -> Result<String> {
    let (before, after) = match template.split_once("<!-- head -->") {
        Some(parts) => parts,
        None => return fail(format!("app/shell/{name} has no `<!-- head -->`")),
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

/// Comments explain a template to us, not to a phone.
fn without_comments(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> (Bundle, Names) {
        let bundle = Bundle { name: "public", glue: "/assets/g.js".into(), wasm: "/assets/w.wasm".into() };
        let texts = vec![("id", "/assets/id.json".to_owned()), ("en", "/assets/en.json".to_owned())];
        (
            bundle,
            Names {
                bundles: Vec::new(),
                boot: "/assets/b.js".into(),
                follow: "/assets/f.js".into(),
                style: "/assets/s.css".into(),
                further_styles: vec![("gallery", "/assets/gallery.css".into())],
                late_styles: vec![("redact", "/assets/redact.css".into())],
                texts,
            },
        )
    }

    #[test]
    fn a_shell_names_every_file_and_holds_no_script_of_its_own() {
        let (bundle, names) = bundle();
        let page = fill(
            "<head>\n<!-- why -->\n<!-- head -->\n</head>",
            "staff.html",
            &head(&bundle, &names, "", "id"),
        )
        .expect("has the place");
        for address in ["/assets/g.js", "/assets/w.wasm", "/assets/b.js", "/assets/s.css", "/assets/en.json"]
        {
            assert!(page.contains(address), "{address} is missing in {page}");
        }
        assert!(!page.contains("why"));
        assert!(!page.contains("gallery"), "citizens load nothing of the page of all parts");
        assert!(page.contains("></script>"));
    }

    #[test]
    fn styles_of_late_parts_are_named_for_citizens_and_linked_for_others() {
        let (bundle, names) = bundle();
        let head_of = |name| head(&Bundle { name, ..bundle.clone() }, &names, "", "id");
        let link = "<link rel=\"stylesheet\" href=\"/assets/redact.css\">";
        assert!(
            head_of("public").contains(" data-redact=\"/assets/redact.css\"")
                && !head_of("public").contains(link)
        );
        assert!(head_of("staff").contains(link) && !head_of("staff").contains("data-redact"));
    }

    #[test]
    fn a_template_without_the_place_is_refused() {
        assert!(fill("<head></head>", "staff.html", "").is_err());
    }

    #[test]
    fn comments_stay_here() {
        assert_eq!(without_comments("a<!-- b -->c<!-- d"), "ac");
    }
}
