use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;

/// What happens to a complaint, in four steps.
pub fn steps() -> Tag {
    let texts = use_lang().home();
    let steps = [
        (texts.step_file, texts.step_file_note),
        (texts.step_verify, texts.step_verify_note),
        (texts.step_follow_up, texts.step_follow_up_note),
        (texts.step_close, texts.step_close_note),
    ];
    let entries = steps.map(|(name, note)| tag("li").with(tag("h3").with(name)).with(tag("p").with(note)));
    tag("section")
        .class("steps")
        .attr("aria-labelledby", "steps-name")
        .with(tag("h2").id("steps-name").with(texts.steps))
        .with(tag("ol").with(entries))
}
