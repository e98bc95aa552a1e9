use leptos::prelude::*;
use shared::api::INFORMATION_IMPORT_PATH;
use shared::information::{ImportLine, InformationFault, InformationImport};
use shared::lang::{Lang, fill};
use web_sys::{Event, File, HtmlInputElement};

use super::list::ADDRESS;
use super::own::is_main;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::send_blob;
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::agency_name;
use crate::platform::ui::{Button, Field, Tone, button, focus_on, frame, notice, page_heading};

/// A table on its way in.
#[derive(Clone, Copy)]
struct Import {
    lang: Lang,
    file: StoredValue<Option<File>, LocalStorage>,
    found: RwSignal<Option<InformationImport>>,
    sending: Sending,
    is_main: bool,
}

/// Chooses a table, looks at what it says, and enters all of it.
pub fn information_import_page() -> Tag {
    let lang = use_lang();
    let texts = lang.informing();
    let import = Import {
        lang,
        file: StoredValue::new_local(None),
        found: RwSignal::new(None),
        sending: Sending::idle(),
        is_main: is_main(),
    };
    let outcome = move || -> Part {
        import.found.with(|found| found.as_ref().map_or(Part::Nothing, |found| outcome(import, found).into()))
    };
    tag("div")
        .class("page page-narrow")
        .with(tag("p").with(tag("a").attr("href", ADDRESS).with(texts.back)))
        .with(page_heading(texts.import.to_owned()))
        .with(tag("p").class("lead").with(texts.import_lead))
        .with(tag("section").class("panel").with(chooser(import)))
        .live(outcome)
}

fn chooser(import: Import) -> Tag {
    let texts = import.lang.informing();
    let busy = import.sending.busy;
    let field = Field::new("information-table", texts.import_file)
        .hint(texts.import_hint)
        .problem(import.sending.problem("file"));
    let chosen = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        import.file.set_value(input.files().and_then(|files| files.get(0)));
        import.found.set(None);
        send(import, "");
        // The same file may be chosen again after it was mended.
        input.set_value("");
    };
    let input = tag("input")
        .class("input")
        .id("information-table")
        .attr("type", "file")
        .attr("accept", ".csv,.xlsx")
        .live_attr("aria-describedby", field.described_by())
        .live_attr("aria-invalid", field.invalid())
        .on("change", chosen);
    tag("div")
        .class("form")
        .with(frame(field, input))
        .with(tag("p").attr("role", "status").live(move || busy.get().then_some(texts.import_reading)))
        .with(import.sending.failed())
}

/// Sends the table, to be looked at or entered.
fn send(import: Import, query: &'static str) {
    let Some(file) = import.file.get_value() else { return };
    let path = [INFORMATION_IMPORT_PATH, query].concat();
    let answer = async move { send_blob::<InformationImport>(&path, &file).await };
    import.sending.run(
        answer,
        move |found| {
            import.found.set(Some(found));
            focus_on("#information-found");
        },
        || {},
    );
}

fn outcome(import: Import, found: &InformationImport) -> Tag {
    let texts = import.lang.informing();
    let heading = match found {
        InformationImport { applied: true, .. } => texts.import_done,
        InformationImport { faults_total: 0, .. } => texts.import_would,
        _ => texts.import_wrong,
    };
    let count = |text: &str, count: u32| {
        (count > 0).then(|| tag("li").with(fill(text, &[("n", &count.to_string())])))
    };
    let counts = [
        count(texts.import_rows, found.rows),
        count(if found.applied { texts.import_entered } else { texts.import_new }, found.new),
        count(texts.import_known, found.known),
        count(texts.import_faults, found.faults_total),
    ];
    let unread = (!found.unread.is_empty()).then(|| {
        tag("p").class("fine").with(fill(texts.import_unread, &[("names", &found.unread.join(", "))]))
    });
    let place = tag("section")
        .class("panel")
        .with(tag("h2").id("information-found").attr("tabindex", "-1").with(heading))
        .with(tag("ul").with(counts.into_iter().flatten().collect::<Vec<_>>()))
        .with(unread);
    if found.applied {
        let way = tag("a").class(Button::Main.class()).attr("href", ADDRESS).with(texts.back);
        return place.with(tag("p").with(way));
    }
    if found.faults_total > 0 {
        let left = found.faults_total as usize - found.faults.len();
        let more = (left > 0).then(|| tag("p").with(fill(texts.import_more, &[("n", &left.to_string())])));
        let faults: Vec<_> = found.faults.iter().map(|one| fault(import.lang, one)).collect();
        return place
            .with(notice(Tone::Warning, tag("p").with(texts.import_mend)))
            .with(tag("ul").class("information-faults").with(faults))
            .with(more);
    }
    if found.new == 0 {
        return place.with(tag("p").with(texts.import_nothing));
    }
    let sample: Vec<_> = found.sample.iter().map(|line| row(import.lang, line)).collect();
    let busy = import.sending.busy;
    let publish = import.is_main.then(|| {
        button(Button::Quiet, texts.import_publish, busy, move || send(import, "?apply=true&publish=true"))
    });
    place.with(tag("h3").with(texts.import_sample)).with(tag("ul").class("rows").with(sample)).with(
        tag("div")
            .class("form-ways")
            .with(button(Button::Main, texts.import_enter, busy, move || send(import, "?apply=true")))
            .with(publish),
    )
}

fn fault(lang: Lang, fault: &InformationFault) -> Tag {
    let texts = lang.informing();
    let (line, why) = (fault.line.to_string(), lang.problem(fault.problem.problem));
    let field = texts.field(&fault.problem.field);
    tag("li").with(fill(texts.import_fault, &[("line", &line), ("field", field), ("why", &why)]))
}

fn row(lang: Lang, line: &ImportLine) -> Tag {
    let about = [
        lang.information_category(line.category),
        " · ",
        &agency_name(lang, &line.agency),
        " · ",
        &day_short(lang, line.made_on),
    ]
    .concat();
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(line.title.as_str()))
        .with(tag("span").class("fine").with(about));
    tag("li").class("row row-tall").with(words)
}
