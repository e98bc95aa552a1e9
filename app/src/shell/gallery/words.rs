use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;

/// Headings, text, links, lists and codes, from the largest to the smallest.
pub fn words() -> Part {
    let texts = use_lang().gallery();
    let link = || tag("a").attr("href", "/gaya").with(texts.link);
    let items = [texts.one, texts.other].map(|item| tag("li").with(item));
    let badges = [("badge", texts.normal), ("badge badge-bad", texts.failed)];
    let badges = badges.map(|(class, words)| tag("span").class(class).with(words));
    let parts: [Part; 9] = [
        tag("p").class("gallery-title").with(texts.title).into(),
        tag("h3").class("gallery-heading").with(texts.heading).into(),
        tag("h3").with(texts.smaller_heading).into(),
        tag("p").class("lead").with(texts.sentence).into(),
        tag("p").with([texts.sentence, " "].concat()).with(link()).into(),
        tag("ul").with(items).into(),
        tag("p").class("fine").with(texts.fine).into(),
        tag("p").class("kept-value").with("CTH-CTH-CTH-0").into(),
        tag("p").class("badges").with(badges).into(),
    ];
    tag("div").class("panel gallery-words").with(parts).into()
}
