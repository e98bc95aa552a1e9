use super::form::empty;
use super::open_file::Panel;
use crate::platform::device::text_file;
use crate::platform::dom::{Part, Tag};
use crate::platform::queue::Queue;
use crate::platform::reactive::RwSignal;
use crate::platform::ui::{Button, Field, TextKind, plain_button, text_area, text_field};

/// Characters of the longest text that is pasted.
const LONGEST: u32 = 200_000;

/// Takes a text that is pasted as a file.
pub fn paste(panel: Panel, queue: Queue) -> Tag {
    let texts = panel.opened.lang.requesting();
    let (name, text) = (RwSignal::new(texts.paste_file.to_owned()), empty());
    let add = move || {
        let name = name.with_untracked(|name| name.trim().trim_end_matches(".txt").to_owned());
        let name = if name.is_empty() { texts.paste_file.to_owned() } else { [&name, ".txt"].concat() };
        let file = text.with_untracked(|text| {
            let fits = !text.trim().is_empty() && text.chars().count() <= LONGEST as usize;
            if fits { text_file(text, &name) } else { None }
        });
        if let Some(file) = file {
            queue.take_in(vec![file]);
            panel.closes();
        }
    };
    let fields: [Part; 2] = [
        text_field(Field::new("paste-name", texts.paste_name), TextKind::Line, name).into(),
        text_area(Field::new("paste-text", texts.paste_text), LONGEST, text).into(),
    ];
    panel.frame(texts.paste, texts.files_lead, fields, plain_button(Button::Main, texts.paste_add, add))
}
