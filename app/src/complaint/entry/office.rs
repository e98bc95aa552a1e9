use shared::complaint::Channel;
use shared::complaint::desk::NewEntry;

use crate::platform::dom::Part;
use crate::platform::lang::use_lang;
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Choice, Field, TextKind, choices, date_field, text_field};

/// What only the office knows: how and when it came.
#[derive(Clone, Copy)]
pub struct Office {
    /// The way.
    pub channel: RwSignal<String>,
    /// The day.
    pub received_on: RwSignal<String>,
    /// The id in LAPOR!.
    pub lapor_id: RwSignal<String>,
}

impl Office {
    /// A letter of today, until somebody says otherwise.
    pub fn new() -> Self {
        Self {
            channel: RwSignal::new(String::new()),
            received_on: RwSignal::new(use_meta().today.to_string()),
            lapor_id: RwSignal::new(String::new()),
        }
    }

    /// Its fields.
    pub fn fields(self, sending: Sending) -> Part {
        let lang = use_lang();
        let texts = lang.entering();
        let channel = Field::new("entry-channel", texts.channel).problem(sending.problem("channel"));
        let ways = NewEntry::CHANNELS.map(|channel| Choice {
            value: channel.to_string(),
            label: lang.channel(channel).to_owned(),
            hint: None,
        });
        let received = Field::new("entry-received", texts.received_on)
            .hint(texts.received_on_hint)
            .problem(sending.problem("received_on"));
        let id = Field::new("entry-lapor", texts.lapor_id)
            .hint(texts.lapor_id_hint)
            .problem(sending.problem("lapor_id"));
        let today = use_meta().today.to_string();
        let parts: [Part; 3] = [
            choices(channel, ways.to_vec(), self.channel).into(),
            date_field(received, None, Some(today), self.received_on).into(),
            text_field(Field { optional: true, ..id }, TextKind::Code, self.lapor_id).into(),
        ];
        parts.into()
    }

    /// The way it came in, once it is chosen.
    pub fn channel(self) -> Option<Channel> {
        self.channel.with_untracked(|word| word.parse().ok())
    }

    /// Its tracking id, where one was typed.
    pub fn lapor_id(self) -> Option<String> {
        Some(self.lapor_id.get_untracked()).filter(|id| !id.trim().is_empty())
    }
}
