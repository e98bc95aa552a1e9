//! A browser without scripts: it shows pages and sends their forms, as they are written.

use reqwest::Method;

use crate::{answer::Answer, client::Client, random::fresh_key};

/// A form as a browser sends it: fields in order, and files.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<(String, Vec<u8>)>,
    documents: Vec<(String, Vec<u8>)>,
}

impl Form {
    /// A form for filing, filled in well; its number makes it one of a kind.
    pub fn filing(number: u64) -> Self {
        Self::default()
            .with("key", &fresh_key())
            .with("class", "complaint")
            .with("title", &format!("Lampu jalan padam nomor {number}"))
            .with("content", &format!("Lampu jalan nomor {number} padam sejak pekan lalu.\r\nJalan gelap."))
            .with("event_date", "2026-06-01")
            .with("region", "72.71")
            .with("place", "Depan Puskesmas")
            .with("sector", "listrik")
            .with("about_officials", "no")
            .with("anonymous", "no")
            .with("anonymous", "yes")
            .with("confidential", "no")
            .with("reporter.name", "")
            .with("reporter.phone", "")
            .with("reporter.email", "")
    }

    /// The same with a field more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with another value.
    #[must_use]
    pub fn set(self, name: &str, value: &str) -> Self {
        self.without(name).with(name, value)
    }

    /// The same without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// The same with a file.
    #[must_use]
    pub fn file(mut self, name: &str, bytes: &[u8]) -> Self {
        self.files.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// The same with a document of identity.
    #[must_use]
    pub fn document(mut self, name: &str, bytes: &[u8]) -> Self {
        self.documents.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// With a boundary, as a form with files is sent.
    pub fn multipart(&self) -> Vec<u8> {
        let mut body = Vec::new();
        let mut part = |head: String, content: &[u8]| {
            body.extend(format!("--grenze\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        };
        for (name, value) in &self.fields {
            part(format!("name=\"{name}\""), value.as_bytes());
        }
        for (name, bytes) in &self.files {
            let media = "Content-Type: application/octet-stream";
            part(format!("name=\"files\"; filename=\"{name}\"\r\n{media}"), bytes);
        }
        for (name, bytes) in &self.documents {
            let media = "Content-Type: application/octet-stream";
            part(format!("name=\"document\"; filename=\"{name}\"\r\n{media}"), bytes);
        }
        if self.files.is_empty() && self.documents.is_empty() {
            part("name=\"files\"; filename=\"\"".to_owned(), b"");
        }
        body.extend_from_slice(b"--grenze--\r\n");
        body
    }

    /// As a form without files is sent.
    pub fn urlencoded(&self) -> String {
        let escaped = |text: &str| -> String {
            text.bytes()
                .map(|byte| match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                    byte => format!("%{byte:02X}"),
                })
                .collect()
        };
        let pairs = self.fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

/// The media type of [`Form::multipart`].
pub const MULTIPART: &str = "multipart/form-data; boundary=grenze";

/// The media type of [`Form::urlencoded`].
pub const URLENCODED: &str = "application/x-www-form-urlencoded";

/// A browser without scripts.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Its line to the server.
    pub client: Client,
}

impl Browser {
    /// One that has opened the site.
    pub fn new(base: &str) -> Self {
        let client = Client::new(base).with("accept", "text/html,application/xhtml+xml");
        Self { client: client.with("sec-fetch-site", "same-origin").with("origin", base) }
    }

    /// Shows a page.
    pub async fn show(&self, path: &str) -> Answer {
        self.client.get(path).await
    }

    /// Sends a form with files.
    pub async fn send(&self, path: &str, form: &Form) -> Answer {
        self.client.send(Method::POST, path, Some((MULTIPART, form.multipart().into()))).await
    }

    /// Sends a form without files.
    pub async fn submit(&self, path: &str, form: &Form) -> Answer {
        self.client.send(Method::POST, path, Some((URLENCODED, form.urlencoded().into()))).await
    }

    /// Files and reads the receipt: code and secret.
    pub async fn file(&self, form: &Form) -> (String, String) {
        receipt(&self.send("/adukan", form).await.expect(201))
    }
}

/// Code and secret of a receipt's page.
pub fn receipt(page: &Answer) -> (String, String) {
    let html = page.text();
    (text_of(&html, "receipt-code"), text_of(&html, "receipt-secret"))
}

/// The text of the element of an id that holds nothing else.
///
/// # Panics
/// Where there is none.
pub fn text_of(html: &str, id: &str) -> String {
    let (_, after) = html.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}: {html}"));
    let (_, after) = after.split_once('>').expect("the element's tag ends");
    after.split('<').next().unwrap_or_default().trim().to_owned()
}

/// Values of the inputs of a name, in order.
pub fn values_of(html: &str, name: &str) -> Vec<String> {
    let inputs = html.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
    let named = inputs.filter(|input| input.contains(&format!("name=\"{name}\"")));
    named.map(|input| attribute(input, "value").unwrap_or_default()).collect()
}

/// An attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next().map(str::to_owned)
}
