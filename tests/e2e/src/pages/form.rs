use std::path::Path;

use shared::complaint::Class;
use shared::lang::Lang;
use shared::lang::public::FilingTexts;

use super::ReceiptPage;
use crate::{Browser, Result};

/// The words of the form's steps in addresses, in their order.
pub const STEPS: [&str; 7] = ["jenis", "kejadian", "tempat", "bidang", "lampiran", "perlindungan", "periksa"];

/// What is filled in.
pub struct Answers<'a> {
    /// The title.
    pub title: &'a str,
    /// What happened.
    pub content: &'a str,
    /// The place in words.
    pub place: &'a str,
    /// An everyday word that leads to the sector, and the sector.
    pub sector: (&'a str, &'a str),
}

impl Default for Answers<'_> {
    fn default() -> Self {
        Self {
            title: "Jembatan gantung di Desa Contoh putus",
            content: "Jembatan putus sejak hujan kemarin, anak-anak menyeberang sungai untuk sekolah.",
            place: "Dekat balai desa",
            sector: ("jembatan", "Infrastruktur jalan"),
        }
    }
}

/// The form at `/adukan`.
pub struct FormPage<'a> {
    /// The browser it is open in.
    pub browser: &'a Browser,
}

impl<'a> FormPage<'a> {
    /// Opens it.
    pub async fn open(browser: &'a Browser) -> Result<Self> {
        browser.go("/adukan").await?;
        browser.find("heading", texts().class_heading).await?;
        Ok(Self { browser })
    }

    /// Goes on to the step that has a heading.
    pub async fn next(&self, heading: &str) -> Result {
        self.browser.press("button", texts().next).await?;
        self.browser.arrives_at(heading).await
    }

    /// The first step: a complaint.
    pub async fn class(&self) -> Result {
        self.browser.choose("radio", Lang::Id.class(Class::Complaint)).await?;
        self.next(texts().what_heading).await
    }

    /// The second step.
    pub async fn what(&self, answers: &Answers<'_>) -> Result {
        self.browser.fill(texts().title, answers.title).await?;
        self.browser.fill(texts().content, answers.content).await?;
        self.next(texts().place_heading).await
    }

    /// The third step: a regency, one of its districts, and words.
    pub async fn place(&self, answers: &Answers<'_>) -> Result {
        self.browser.select(texts().regency, "Kota Palu").await?;
        self.browser.select(texts().district, "Ulujadi").await?;
        self.browser.fill(texts().place_words, answers.place).await?;
        self.next(texts().sector_heading).await
    }

    /// The fourth step: the sector that a word leads to.
    pub async fn sector(&self, answers: &Answers<'_>) -> Result {
        let (word, sector) = answers.sector;
        self.browser.fill(texts().sector_search, word).await?;
        self.browser.choose("radio", sector).await?;
        self.next(texts().files_heading).await
    }

    /// Chooses a file.
    pub async fn attach(&self, file: &Path) -> Result {
        // Not by a click: what opens then is the system's own window, which no page has.
        let input = self.browser.find("", texts().choose_files).await?;
        Ok(input.send_keys(file.to_string_lossy().into_owned()).await?)
    }

    /// Goes on from the fifth step.
    pub async fn files(&self) -> Result {
        self.next(texts().protection_heading).await
    }

    /// The sixth step: not about officials.
    pub async fn protection(&self) -> Result {
        self.browser.choose("radio", texts().officials_no).await?;
        self.next(texts().review_heading).await
    }

    /// Fills in everything up to the fifth step, where files are chosen.
    pub async fn up_to_files(&self, answers: &Answers<'_>) -> Result {
        self.class().await?;
        self.what(answers).await?;
        self.place(answers).await?;
        self.sector(answers).await
    }

    /// Fills in everything up to the summary, without a file.
    pub async fn up_to_review(&self, answers: &Answers<'_>) -> Result {
        self.up_to_files(answers).await?;
        self.files().await?;
        self.protection().await
    }

    /// Sends it.
    pub async fn send(self) -> Result<ReceiptPage<'a>> {
        self.browser.press("button", texts().send).await?;
        ReceiptPage::arrived(self.browser).await
    }
}

/// The form's words.
pub fn texts() -> &'static FilingTexts {
    Lang::Id.filing()
}
