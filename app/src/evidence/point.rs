//! A point of the list.

use shared::evidence::{EvidenceItem, EvidenceState};
use shared::lang::{Lang, fill};

use crate::platform::dom::{Tag, tag};
use crate::platform::settings::agency_name;

/// How it stands, what proves it, and what is missing.
pub fn point(lang: Lang, item: &EvidenceItem) -> Tag {
    let texts = lang.evidence();
    let badge = match item.state {
        EvidenceState::Proven => "badge badge-good",
        EvidenceState::Partly => "badge badge-warning",
        EvidenceState::Missing => "badge badge-bad",
    };
    // A count of itself says how many there are.
    let count = match item.fit.zip(item.of) {
        Some((fit, of)) if fit == of => Some(fill(texts.count, &[("n", &fit.to_string())])),
        Some((fit, of)) => Some(fill(texts.count_of, &[("n", &fit.to_string()), ("of", &of.to_string())])),
        None => None,
    };
    let links: Vec<Tag> = item.links.iter().map(|link| address(link, link)).collect();
    let missing: Vec<Tag> = item.missing.iter().map(|one| lacking(lang, one)).collect();
    tag("li")
        .with(tag("h3").class("evidence-name").with(item.name.as_str()))
        .with(
            tag("p")
                .class("evidence-state")
                .with(tag("span").class(badge).with(lang.evidence_state(item.state)))
                .with(count.map(|count| tag("span").with(count))),
        )
        .with((!links.is_empty()).then(|| named(texts.proof, links)))
        .with((!missing.is_empty()).then(|| named(texts.missing, missing)))
}

fn named(name: &'static str, items: Vec<Tag>) -> Tag {
    let items: Vec<Tag> = items.into_iter().map(|item| tag("li").with(item)).collect();
    tag("div")
        .class("evidence-part")
        .with(tag("p").class("evidence-label").with(name))
        .with(tag("ul").class("evidence-links").with(items))
}

/// What is missing, with the way to where it can be mended: an entry, a request, or an agency's entries.
fn lacking(lang: Lang, one: &str) -> Tag {
    if let Some(id) =
        one.strip_prefix("/informasi/").filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()))
    {
        let words = fill(lang.evidence().entry, &[("n", id)]);
        return tag("a").attr("href", ["/petugas/informasi/", id].concat()).with(words);
    }
    if let Some(id) = one.strip_prefix("/petugas/informasi/uji/") {
        return tag("a").attr("href", one).with(fill(lang.evidence().test, &[("n", id)]));
    }
    if one.starts_with('/') {
        return address(one, one);
    }
    if one.starts_with("PI-") {
        return tag("a").attr("href", ["/petugas/permohonan/", one].concat()).with(one);
    }
    tag("a").attr("href", ["/petugas/informasi?agency=", one].concat()).with(agency_name(lang, one))
}

/// An address of this site. It may be a file or a page of another bundle, so the browser goes there.
fn address(href: &str, words: &str) -> Tag {
    tag("a").attr("href", href).attr("rel", "external").with(words)
}
