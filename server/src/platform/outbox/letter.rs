//! What a mail says.

use shared::complaint::desk::MessageSubject;
use shared::complaint::{EntryKind, TrackingCode};
use shared::lang::{Lang, fill};
use shared::request::RequestNews;

use super::store::Line;

/// Lines of a digest; the rest is in the application.
const LINES: usize = 50;

/// A mail.
pub(super) struct Letter {
    pub(super) to: String,
    pub(super) subject: String,
    pub(super) body: String,
    /// The address that ends such letters.
    pub(super) unsubscribe: Option<String>,
}

impl Letter {
    /// What happened to a reporter's complaint, in both languages: which one they read is not known.
    pub(super) fn notice(site: &str, to: String, code: &str, kind: EntryKind, token: &str) -> Self {
        let code = with_dashes(code);
        let page = [site, "/lacak/", &code].concat();
        let stop = [&page, "/berhenti?kunci=", token].concat();
        let part = |lang: Lang| {
            let texts = lang.mail();
            let happened = fill(texts.happened, &[("code", &code), ("event", lang.entry(kind))]);
            let asks = match kind {
                EntryKind::Postponed | EntryKind::MessageToReporter => texts.asks,
                EntryKind::Answered => texts.judge,
                _ => "",
            };
            let stop = fill(texts.stop, &[("address", &stop)]);
            let lines = [happened.as_str(), asks, texts.open, &page, texts.secret, &stop];
            lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
        };
        let event = Lang::Id.entry(kind);
        let subject = fill(Lang::Id.mail().subject, &[("code", &code), ("event", event)]);
        let body = [part(Lang::Id), part(Lang::En)].join("\n\n---\n\n") + "\n";
        Self { to, subject, body, unsubscribe: Some(stop) }
    }

    /// What happened to a complaint that somebody follows.
    pub(super) fn news(site: &str, to: String, code: &str, kind: EntryKind, mark: &str) -> Self {
        let code = with_dashes(code);
        let page = [site, "/lacak/", &code].concat();
        let stop = [site, "/ikuti/", mark, "/berhenti"].concat();
        let part = |lang: Lang| {
            let texts = lang.mail();
            let happened = fill(texts.news, &[("code", &code), ("event", lang.entry(kind))]);
            let stop = fill(texts.stop, &[("address", &stop)]);
            [happened.as_str(), texts.open, &page, &stop].join("\n\n")
        };
        let subject = fill(Lang::Id.mail().subject, &[("code", &code), ("event", Lang::Id.entry(kind))]);
        let body = [part(Lang::Id), part(Lang::En)].join("\n\n---\n\n") + "\n";
        Self { to, subject, body, unsubscribe: Some(stop) }
    }

    /// Whether somebody wants to follow a complaint.
    pub(super) fn confirm(site: &str, to: String, code: &str, mark: &str) -> Self {
        let code = with_dashes(code);
        let address = [site, "/ikuti/", mark].concat();
        let part = |lang: Lang| {
            let texts = lang.mail();
            let asked = fill(texts.confirm, &[("code", &code)]);
            [asked.as_str(), &address, texts.confirm_not].join("\n\n")
        };
        let subject = fill(Lang::Id.mail().confirm_subject, &[("code", &code)]);
        let body = [part(Lang::Id), part(Lang::En)].join("\n\n---\n\n") + "\n";
        Self { to, subject, body, unsubscribe: None }
    }

    /// What happened to a request for information, in both languages.
    pub(super) fn request(site: &str, to: String, number: &str, news: RequestNews) -> Self {
        let page = [site, "/permohonan/", number].concat();
        let part = |lang: Lang| {
            let texts = lang.mail();
            let event = lang.request_news(news);
            let happened = fill(texts.request_happened, &[("number", number), ("event", event)]);
            [happened.as_str(), texts.request_open, &page, texts.request_secret].join("\n\n")
        };
        let event = Lang::Id.request_news(news);
        let subject = fill(Lang::Id.mail().request_subject, &[("number", number), ("event", event)]);
        let body = [part(Lang::Id), part(Lang::En)].join("\n\n---\n\n") + "\n";
        Self { to, subject, body, unsubscribe: None }
    }

    /// What waits for a member of the staff.
    pub(super) fn digest(site: &str, to: String, lines: &[Line]) -> Self {
        let lang = Lang::Id;
        let texts = lang.mail();
        let count = lines.len().to_string();
        let mut body = vec![fill(texts.digest, &[("n", &count)]), String::new()];
        for line in lines.iter().take(LINES) {
            let due = line.due_on.map(|day| fill(texts.due, &[("day", &lang.day_short(day))]));
            let code = match line.subject {
                MessageSubject::Complaint => with_dashes(&line.code),
                _ => line.code.clone(),
            };
            let name = [lang.message_subject(line.subject), &code].concat();
            body.push([&*name, ": ", lang.message(line.kind), due.as_deref().unwrap_or_default()].concat());
            body.push([site, &line.subject.address(&code)].concat());
        }
        if lines.len() > LINES {
            body.push(fill(texts.more, &[("n", &(lines.len() - LINES).to_string())]));
        }
        body.extend([String::new(), [texts.all, " ", site, "/petugas/pesan"].concat(), String::new()]);
        let subject = fill(texts.digest_subject, &[("n", &count)]);
        Self { to, subject, body: body.join("\n"), unsubscribe: None }
    }
}

fn with_dashes(code: &str) -> String {
    TrackingCode::parse(code).map_or_else(|_| code.to_owned(), |code| code.to_string())
}
