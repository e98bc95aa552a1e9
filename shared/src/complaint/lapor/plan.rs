use serde::{Deserialize, Serialize};

use crate::complaint::words;
use crate::problem::Problem;

words! {
    /// What a column of an export says.
    LaporField {
        /// The tracking id.
        Id = "id",
        /// The day of receipt.
        ReceivedOn = "received_on",
        /// One line.
        Title = "title",
        /// What happened.
        Content = "content",
        /// How far it is.
        Status = "status",
        /// The class.
        Class = "class",
        /// The sector.
        Sector = "sector",
        /// The agency.
        Agency = "agency",
        /// The regency.
        Region = "region",
    }
}

impl LaporField {
    /// Whether an export must have it.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Id | Self::ReceivedOn | Self::Title | Self::Content | Self::Status)
    }

    /// Whether its words are translated into ours.
    pub const fn has_words(self) -> bool {
        matches!(self, Self::Status | Self::Sector | Self::Agency)
    }
}

/// An export that has been read, before anything of it is entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LaporSheet {
    /// What it is called until it is entered.
    pub id: String,
    /// Names of its columns, in their order.
    pub columns: Vec<String>,
    /// How many rows it has.
    pub rows: u32,
    /// The first of them.
    pub sample: Vec<Vec<String>>,
    /// How its columns are read: as they were the last time, or guessed by their names.
    pub mapping: LaporMapping,
}

/// How an export is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LaporMapping {
    /// Which column says what.
    #[serde(default)]
    pub columns: Vec<ColumnOf>,
    /// What its words mean.
    #[serde(default)]
    pub words: Vec<WordOf>,
}

/// Which column says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ColumnOf {
    /// What.
    pub field: LaporField,
    /// The column's name.
    pub column: String,
}

/// What a word of an export means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WordOf {
    /// Where it stands.
    pub field: LaporField,
    /// The word.
    pub word: String,
    /// Our stage, or the key of our sector or agency.
    pub means: String,
}

impl LaporMapping {
    /// The column of a field.
    pub fn column(&self, field: LaporField) -> Option<&str> {
        let found = self.columns.iter().find(|one| one.field == field);
        found.map(|one| one.column.as_str()).filter(|name| !name.is_empty())
    }

    /// What a word means. Capitals and space around it do not matter.
    pub fn means(&self, field: LaporField, word: &str) -> Option<&str> {
        let word = folded(word);
        let found = self.words.iter().find(|one| one.field == field && folded(&one.word) == word);
        found.map(|one| one.means.as_str()).filter(|means| !means.is_empty())
    }
}

/// A word by which it is compared.
pub(super) fn folded(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What is to be done with an export.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LaporPlan {
    /// How it is read.
    pub mapping: LaporMapping,
    /// Whether what is only there is added here.
    pub adds: bool,
    /// Whether it is done, and not only tried.
    pub applies: bool,
}

/// What an export brings, or has brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LaporOutcome {
    /// Rows that were read.
    pub rows: u32,
    /// Cases that are new here.
    pub added: u32,
    /// Cases that nobody has worked on here, and that follow LAPOR! to another stage.
    pub updated: u32,
    /// Cases that stay as they are.
    pub same: u32,
    /// Rows that stay only there.
    pub left_out: u32,
    /// How many rows cannot be read.
    pub fault_count: u32,
    /// The first of them.
    pub faults: Vec<LaporFault>,
    /// Words that nothing is known for, each once.
    pub unknown: Vec<UnknownWordOf>,
    /// Whether it was done.
    pub applied: bool,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LaporFault {
    /// The row, counted from 1 below the header.
    pub row: u32,
    /// What cannot be read.
    pub field: LaporField,
    /// Why.
    pub problem: Problem,
}

/// A word that nothing is known for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnknownWordOf {
    /// Where it stands.
    pub field: LaporField,
    /// The word.
    pub word: String,
    /// In how many rows.
    pub rows: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_was_said_whatever_their_capitals() {
        let mapping = LaporMapping {
            columns: vec![ColumnOf { field: LaporField::Id, column: "Tracking ID".into() }],
            words: vec![WordOf {
                field: LaporField::Status,
                word: "Sedang  Proses".into(),
                means: "in_progress".into(),
            }],
        };
        assert_eq!(mapping.column(LaporField::Id), Some("Tracking ID"));
        assert_eq!(mapping.column(LaporField::Title), None);
        assert_eq!(mapping.means(LaporField::Status, " sedang proses"), Some("in_progress"));
        assert_eq!(mapping.means(LaporField::Sector, "sedang proses"), None);
    }
}
