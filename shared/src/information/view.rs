use serde::{Deserialize, Serialize};

use super::{Category, Form, InformationAction, InformationFile, InformationStage};
use crate::calendar::Day;

/// A page of the Daftar Informasi Publik.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationList {
    /// Entries, the newest first.
    pub rows: Vec<InformationLine>,
    /// Where the next page begins, as `after`; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// An entry in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationLine {
    /// Its number, for `/informasi/{id}`.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Its content in a few sentences.
    pub summary: String,
    /// How soon it must be public.
    pub category: Category,
    /// The key of the agency that holds it.
    pub agency: String,
    /// The day it was made.
    pub made_on: Day,
    /// The day this version became public.
    pub published_on: Day,
    /// In which forms it can be had.
    pub forms: Vec<Form>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

/// What somebody is about to ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InformationQuestion {
    /// In their words.
    pub text: String,
}

/// A public entry that may be what somebody is about to ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationSuggestion {
    /// Its number, for `/informasi/{id}`.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// How its content begins.
    pub summary: String,
}

/// What a version of an entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationVersion {
    /// Its number within the entry, from 1.
    pub number: i64,
    /// What it is called.
    pub title: String,
    /// Its content in a few sentences.
    pub summary: String,
    /// How soon it must be public.
    pub category: Category,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Who answers for making or issuing it.
    pub official: String,
    /// The day it was made.
    pub made_on: Day,
    /// Where it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_at: Option<String>,
    /// In which forms it can be had.
    pub forms: Vec<Form>,
    /// Until which day it is kept; for good where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_until: Option<Day>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The same in plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<String>,
    /// The same in the local language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// Where it stands on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Its files, in the order of their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<InformationFile>,
    /// The day it became public; none before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Day>,
}

/// An entry as everyone reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationEntry {
    /// Its number, for `/informasi/{id}`.
    pub id: i64,
    /// What it says; none once it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<InformationVersion>,
    /// What it said before, the newest first.
    pub earlier: Vec<InformationVersion>,
    /// The day it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<Day>,
}

/// Entries as the PPID work on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskInformationList {
    /// Entries, what was touched last on top.
    pub rows: Vec<DeskInformationLine>,
    /// Where the next page begins, as `after`; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// An entry in their list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskInformationLine {
    /// Its number.
    pub id: i64,
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// What its newest version is called.
    pub title: String,
    /// How soon it must be public.
    pub category: Category,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Where its newest version stands.
    pub stage: InformationStage,
    /// Whether everyone reads a version of it.
    pub is_public: bool,
    /// The day of the last change.
    pub changed_on: Day,
}

/// An entry as whoever works on it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskInformation {
    /// Its number.
    pub id: i64,
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// Where its newest version stands.
    pub stage: InformationStage,
    /// What that says.
    pub newest: InformationVersion,
    /// The number of the version that everyone reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_number: Option<i64>,
    /// Why it was sent back or withdrawn, where that was last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What whoever asked may do now.
    pub actions: Vec<InformationAction>,
}
