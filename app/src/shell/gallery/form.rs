use shared::problem::Problem;

use super::{beside, nothing, shown};
use crate::complaint::parts::{
    FileState, Sample, Step, kept_row, review_section, sample_rows, stepper, ticket,
};
use crate::platform::device::EntryState;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Failure;
use crate::platform::reactive::Signal;
use crate::platform::ui::{Button, plain_button};

/// Where one stands in the form, what was filled in, files on their way, and what the phone keeps.
pub fn form() -> Part {
    let lang = use_lang();
    let (texts, filing) = (lang.gallery(), lang.filing());
    let steps = [Step::Class, Step::Sector, Step::Review].map(|step| shown(texts.normal, stepper(step)));
    let review = tag("div").class("review").with([
        review_section(
            filing.steps[1],
            "/gaya",
            vec![(filing.title, texts.title_given.into()), (filing.content, texts.content_given.into())],
        ),
        review_section(filing.steps[2], "/gaya", vec![(filing.place_label, filing.not_given.into())]),
    ]);
    Part::Many(vec![
        steps.into(),
        beside(vec![shown(texts.filled, review), shown(texts.normal, files()), shown(texts.normal, kept())]),
    ])
}

/// A file in each state.
fn files() -> Part {
    let lang = use_lang();
    let texts = lang.gallery();
    let row =
        |name: &str, size, state, photo| Sample { name: [texts.row, " ", name].concat(), size, state, photo };
    let rows = vec![
        row("1.jpg", 380_000, FileState::Waiting, Some((4_100_000, 0))),
        row("2.jpg", 310_000, FileState::Ready, Some((3_600_000, 2))),
        row("3.pdf", 240_000, FileState::Sending(40), None),
        row("4.jpg", 290_000, FileState::Stuck(Failure::Offline), Some((290_000, 0))),
        row("5.png", 1_200, FileState::Bad(Problem::FileKind), None),
    ];
    sample_rows(lang, rows)
}

/// Something kept on the phone in each state.
fn kept() -> Part {
    let lang = use_lang();
    let (texts, kept) = (lang.gallery(), lang.kept());
    let way = |look, label| plain_button(look, label, nothing);
    let refused = [lang.problem(Problem::Required)].concat();
    let rows = [
        (EntryState::Draft, vec![way(Button::Quiet, kept.go_on), way(Button::Quiet, kept.remove)]),
        (EntryState::Refused(refused), vec![way(Button::Main, kept.mend), way(Button::Quiet, kept.remove)]),
        (EntryState::Waiting, vec![way(Button::Quiet, kept.send_now), way(Button::Quiet, kept.change)]),
        (EntryState::Sending(60), Vec::new()),
        (EntryState::Received("CTH-CTH-CTH-0".to_owned()), vec![way(Button::Main, kept.show_receipt)]),
    ];
    let rows = rows.map(|(state, ways)| kept_row(texts.title_given, &state, Signal::stored(60), ways));
    let panel = tag("div").class("panel kept").with(tag("h3").with(kept.heading));
    panel.with(tag("ul").class("kept-list").with(rows)).into()
}

/// What a reporter keeps. The address is one that nobody can have.
pub fn receipt() -> Part {
    ticket(
        "CTH-CTH-CTH-0",
        "contoh-contoh-contoh-contoh",
        "https://tanggap.example/lacak/CTH-CTH-CTH-0#contoh-contoh-contoh-contoh",
    )
    .into()
}
