use shared::complaint::lapor::LaporOutcome;
use shared::lang::fill;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;

/// What would come of an export, or has come.
pub fn outcome(found: &LaporOutcome) -> Tag {
    let lang = use_lang();
    let texts = lang.lapor();
    let lines = [
        (texts.added, found.added),
        (texts.updated, found.updated),
        (texts.same, found.same),
        (texts.left_out, found.left_out),
        (texts.faults, found.fault_count),
    ];
    let lines = lines.into_iter().filter(|(_, count)| *count > 0);
    let lines: Vec<_> =
        lines.map(|(text, count)| tag("li").with(fill(text, &[("n", &count.to_string())]))).collect();
    let faults: Vec<_> = found
        .faults
        .iter()
        .map(|fault| {
            let (row, why) = (fault.row.to_string(), lang.problem(fault.problem));
            let field = lang.lapor_field(fault.field);
            tag("li").with(fill(texts.fault, &[("row", &row), ("field", field), ("why", &why)]))
        })
        .collect();
    let faults: Part = match faults.is_empty() {
        true => Part::Nothing,
        false => tag("ul").class("fine").with(faults).into(),
    };
    let heading = if found.applied { texts.done } else { texts.would };
    tag("div")
        .class("lapor-outcome")
        .attr("role", "status")
        .with(tag("h3").id("lapor-outcome").attr("tabindex", "-1").with(heading))
        .with(tag("ul").with(lines))
        .with(faults)
}
