//! Entering what came to the office by letter, telephone or visit, and the receipt for whoever asks.

use shared::api::{EnterRequest, IDEMPOTENCY_KEY};
use shared::complaint::Channel;
use shared::problem::ErrorCode;
use shared::request::{
    Applicant, ApplicantKind, NewRequest, NewRequestEntry, Obtain, RequestReceipt, SendBy,
};
use shared::text::{MESSAGE_MAX, PLACE_MAX};

use super::address;
use super::form::empty;
use super::given::given;
use super::page::way_back;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::secret::uuid;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Choice, Field, TextKind, Tone, button, choices, date_field, focus_on, notice, page_heading,
    text_area, text_field,
};

/// The form, and the receipt after it.
pub fn enter_page() -> Tag {
    let done = RwSignal::new(None::<RequestReceipt>);
    let again = move || {
        done.set(None);
        focus_on("h1");
    };
    tag("div").live(move || match done.get() {
        Some(receipt) => given(&receipt, again),
        None => form(done),
    })
}

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    channel: RwSignal<String>,
    received_on: RwSignal<String>,
    kind: RwSignal<String>,
    name: RwSignal<String>,
    identity_number: RwSignal<String>,
    deed: RwSignal<String>,
    address: RwSignal<String>,
    phone: RwSignal<String>,
    email: RwSignal<String>,
    what: RwSignal<String>,
    purpose: RwSignal<String>,
    obtain: RwSignal<String>,
    send: RwSignal<String>,
}

impl Typed {
    fn empty() -> Self {
        Self {
            channel: empty(),
            received_on: RwSignal::new(use_meta().today.to_string()),
            kind: RwSignal::new(ApplicantKind::Person.to_string()),
            name: empty(),
            identity_number: empty(),
            deed: empty(),
            address: empty(),
            phone: empty(),
            email: empty(),
            what: empty(),
            purpose: empty(),
            obtain: empty(),
            send: empty(),
        }
    }

    fn entry(self) -> NewRequestEntry {
        let text = |signal: RwSignal<String>| signal.get_untracked();
        NewRequestEntry {
            channel: self.channel.with_untracked(|word| word.parse::<Channel>().ok()),
            received_on: text(self.received_on),
            request: NewRequest {
                applicant: Applicant {
                    kind: self.kind.with_untracked(|word| word.parse().ok()),
                    name: text(self.name),
                    identity_number: text(self.identity_number),
                    deed: text(self.deed),
                    address: text(self.address),
                    phone: text(self.phone),
                    email: text(self.email),
                },
                what: text(self.what),
                purpose: text(self.purpose),
                obtain: self.obtain.with_untracked(|word| word.parse().ok()),
                send: self.send.with_untracked(|word| word.parse().ok()),
            },
        }
    }
}

fn form(done: RwSignal<Option<RequestReceipt>>) -> Tag {
    let lang = use_lang();
    let (texts, words) = (lang.requesting(), lang.request());
    let (typed, sending) = (Typed::empty(), Sending::idle());
    // The same key as long as nothing was refused under it: sent twice it is entered once.
    let key = RwSignal::new(uuid());
    let today = use_meta().today;
    let send = move || {
        let entry = typed.entry();
        if let Err(problems) = entry.check(today) {
            sending.blame(problems, ".entry");
            return;
        }
        let answer = async move {
            let key_now = key.get_untracked();
            let headers = [(IDEMPOTENCY_KEY, key_now.as_str())];
            let answer = call::<EnterRequest>(Call { headers: &headers, ..Call::default() }, &entry).await;
            if answer.as_ref().is_err_and(|failure| failure.code() == Some(ErrorCode::KeyReused)) {
                key.set(uuid());
            }
            answer
        };
        let shows = move |receipt| {
            done.set(Some(receipt));
            focus_on("h1");
        };
        sending.run(answer, shows, || {});
    };
    let wrong = move || {
        sending.is_held_back().then(|| notice(Tone::Bad, tag("p").with(lang.error(ErrorCode::Invalid))))
    };
    tag("div")
        .class("page page-narrow entry")
        .with(way_back(address::ADDRESS, texts.back))
        .with(page_heading(texts.enter.to_owned()))
        .with(tag("p").class("lead").with(texts.enter_lead))
        .with(section(texts.enter_office, office(typed, sending)))
        .with(section(words.who, who(typed, sending)))
        .with(section(words.which, what(typed, sending)))
        .live(wrong)
        .with(sending.failed())
        .with(tag("div").class("form-ways").with(button(Button::Main, texts.enter_send, sending.busy, send)))
}

/// A part of the form under its name.
fn section(name: &'static str, fields: Part) -> Tag {
    tag("section").class("panel form").with(tag("h2").with(name)).with(fields)
}

fn office(typed: Typed, sending: Sending) -> Part {
    let lang = use_lang();
    let texts = lang.requesting();
    let ways = NewRequestEntry::CHANNELS.map(|channel| option(channel.as_str(), lang.channel(channel)));
    let channel = Field::new("entry-channel", texts.enter_channel).problem(sending.problem("channel"));
    let received = Field::new("entry-received", texts.enter_received)
        .hint(texts.enter_received_hint)
        .problem(sending.problem("received_on"));
    let today = use_meta().today.to_string();
    let parts: [Part; 2] = [
        choices(channel, ways.to_vec(), typed.channel).into(),
        date_field(received, None, Some(today), typed.received_on).into(),
    ];
    parts.into()
}

fn who(typed: Typed, sending: Sending) -> Part {
    let lang = use_lang();
    let words = lang.request();
    let field = move |id, label, name| Field::new(id, label).problem(sending.problem(name));
    let kinds = ApplicantKind::ALL.iter().map(|kind| option(kind.as_str(), lang.applicant_kind(*kind)));
    let kind = field("kind", words.kind, "request.applicant.kind");
    let name = field("name", words.name, "request.applicant.name");
    let place = field("address", words.address, "request.applicant.address");
    let phone = field("phone", words.phone, "request.applicant.phone").hint(words.reach_hint).optional();
    let email = field("email", words.email, "request.applicant.email").optional();
    let document = move || -> Part {
        if typed.kind.with(|kind| kind == ApplicantKind::Body.as_str()) {
            let deed = field("deed", words.deed, "request.applicant.deed").hint(words.deed_hint);
            return text_field(deed, TextKind::Line, typed.deed).into();
        }
        let number = field("identity-number", words.identity_number, "request.applicant.identity_number");
        text_field(number.hint(words.identity_hint).optional(), TextKind::Line, typed.identity_number).into()
    };
    let parts: [Part; 6] = [
        choices(kind, kinds.collect(), typed.kind).into(),
        text_field(name, TextKind::Name, typed.name).into(),
        Part::live(document),
        text_area(place, PLACE_MAX, typed.address).into(),
        text_field(phone, TextKind::Phone, typed.phone).into(),
        text_field(email, TextKind::Email, typed.email).into(),
    ];
    parts.into()
}

fn what(typed: Typed, sending: Sending) -> Part {
    let lang = use_lang();
    let words = lang.request();
    let field = |id, label, name| Field::new(id, label).problem(sending.problem(name));
    let forms = Obtain::ALL.iter().map(|form| option(form.as_str(), lang.obtain(*form)));
    let ways = SendBy::ALL.iter().map(|way| option(way.as_str(), lang.send_by(*way)));
    let parts: [Part; 4] = [
        text_area(field("what", words.what, "request.what").hint(words.what_hint), MESSAGE_MAX, typed.what)
            .into(),
        text_area(field("purpose", words.purpose, "request.purpose"), MESSAGE_MAX, typed.purpose).into(),
        choices(field("obtain", words.obtain, "request.obtain"), forms.collect(), typed.obtain).into(),
        choices(field("send", words.send, "request.send"), ways.collect(), typed.send).into(),
    ];
    parts.into()
}

fn option(value: &'static str, label: &'static str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned(), hint: None }
}
