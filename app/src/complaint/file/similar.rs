use shared::api::FindSimilar;
use shared::complaint::{Published, SimilarQuestion};
use shared::lang::fill;

use super::draft::Draft;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::ui::{Tone, notice};

/// What is published nearby and says the same. Where that cannot be asked, nobody is kept from sending.
pub fn similar(draft: Draft) -> Part {
    let texts = use_lang().filing();
    // Asked once: the page around it must not be drawn anew, and lose the focus, when a photo has arrived.
    let filing = draft.filing_untracked();
    let question = SimilarQuestion {
        title: filing.title,
        content: filing.content,
        region: filing.region.unwrap_or_default(),
        sector: filing.sector,
    };
    if question.region.is_empty() {
        return Part::Nothing;
    }
    let found = load(move || {
        let question = question.clone();
        async move { call::<FindSimilar>(Call { is_quiet: true, ..Call::default() }, &question).await }
    });
    Part::live(move || {
        let rows: Vec<_> = found.value.get().unwrap_or_default().iter().map(row).collect();
        (!rows.is_empty()).then(|| {
            let words: [Part; 3] = [
                tag("p").with(tag("strong").with(texts.similar)).into(),
                tag("p").with(texts.similar_lead).into(),
                tag("ul").with(rows).into(),
            ];
            notice(Tone::Info, words)
        })
    })
}

fn row(one: &Published) -> Tag {
    let lang = use_lang();
    let (stage, count) = (lang.stage(one.stage), one.support.to_string());
    let about = match one.support {
        0 => stage.to_owned(),
        _ => fill(lang.filing().similar_about, &[("stage", stage), ("n", &count)]),
    };
    let link = tag("a")
        .attr("href", ["/lacak/", &one.code].concat())
        // The form stays open beside it.
        .attr("target", "_blank")
        .with(one.title.as_str());
    tag("li").with(link).with([" · ", &about].concat())
}
