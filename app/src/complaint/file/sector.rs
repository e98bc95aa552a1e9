use shared::instance::Sector;
use shared::lang::Lang;

use super::draft::SECTOR_UNKNOWN;
use super::form::Form;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Choice, Field, TextKind, choices, text_field};

/// The sector: a list of all that a search makes shorter. A list that stays in sight helps those who do not know
/// the office's words, and works on every phone and screen reader.
pub fn fields(form: Form) -> Part {
    let lang = use_lang();
    let texts = lang.filing();
    let meta = use_meta();
    let wanted = RwSignal::new(String::new());
    let found = memo(move || {
        let wanted = wanted.with(|wanted| wanted.trim().to_ascii_lowercase());
        let sectors = meta.sectors.iter().filter(|sector| !sector.retired && answers(sector, &wanted));
        sectors.map(|sector| (sector.key.clone(), name(lang, sector))).collect::<Vec<_>>()
    });
    let search = Field::new("sector-search", texts.sector_search).hint(texts.sector_search_hint);
    let field = Field::new("sector", texts.sector).problem(form.problem("sector"));
    let list = move || {
        let found = found.get();
        let is_empty = found.is_empty();
        let mut options: Vec<Choice> =
            found.into_iter().map(|(value, label)| Choice { value, label, hint: None }).collect();
        options.push(Choice {
            value: SECTOR_UNKNOWN.to_owned(),
            label: texts.sector_unknown.to_owned(),
            hint: Some(texts.sector_unknown_hint),
        });
        let none = is_empty.then_some(texts.sector_none);
        let parts: [Part; 2] = [
            tag("p").class("hint").attr("role", "status").with(none).into(),
            choices(field, options, form.bound("sector", form.draft.sector)).into(),
        ];
        Part::from(parts)
    };
    let parts: [Part; 3] = [
        tag("p").class("lead").with(texts.sector_lead).into(),
        text_field(search, TextKind::Line, wanted).into(),
        tag("div").class("choices-short").live(list).into(),
    ];
    parts.into()
}

/// A sector's name in a language.
pub fn name(lang: Lang, sector: &Sector) -> String {
    sector.name(lang).to_owned()
}

/// Whether a word that people use leads to a sector. Only letters of ASCII are folded: Indonesian has no others.
fn answers(sector: &Sector, wanted: &str) -> bool {
    let holds = |text: &str| text.to_ascii_lowercase().contains(wanted);
    holds(&sector.label) || holds(&sector.label_en) || sector.keywords.iter().any(|word| holds(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_lead_to_a_sector() {
        let sector = Sector {
            key: "roads".into(),
            label: "Pekerjaan Umum".into(),
            label_en: "Public works".into(),
            keywords: vec!["jalan rusak".into(), "jembatan".into()],
            sensitive: false,
            retired: false,
        };
        for word in ["", "pekerjaan", "public", "jalan", "jembat"] {
            assert!(answers(&sector, word), "{word}");
        }
        assert!(!answers(&sector, "guru"));
    }
}
