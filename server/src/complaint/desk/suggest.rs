//! Which agency a case could go to: that of its sector, and those of sectors whose everyday words it uses.

use shared::complaint::desk::Suggestion;

use crate::platform::settings::Settings;

/// How many are suggested.
const MOST: usize = 3;

/// The likeliest first.
pub(super) fn suggest(settings: &Settings, sector: Option<&str>, text: &str) -> Vec<Suggestion> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let text = format!(" {} ", words.join(" "));
    let mut found: Vec<(bool, Suggestion)> = settings
        .sectors
        .iter()
        .filter_map(|setting| {
            let agency = setting.agency.clone().filter(|key| *key != settings.instance.inspectorate)?;
            settings.agency(&agency).filter(|agency| !agency.retired)?;
            let key = &setting.sector.key;
            let is_its = sector == Some(key.as_str());
            let occurs = |word: &&String| text.contains(&format!(" {} ", word.to_lowercase()));
            let words: Vec<String> = if is_its {
                Vec::new()
            } else {
                setting.sector.keywords.iter().filter(occurs).cloned().collect()
            };
            let suggestion = Suggestion { agency, sector: key.clone(), words };
            (is_its || !suggestion.words.is_empty()).then_some((is_its, suggestion))
        })
        .collect();
    found.sort_by_key(|(is_its, suggestion)| (!is_its, usize::MAX - suggestion.words.len()));
    let mut seen = Vec::new();
    found.retain(|(_, suggestion)| {
        let is_new = !seen.contains(&suggestion.agency);
        seen.push(suggestion.agency.clone());
        is_new
    });
    found.truncate(MOST);
    found.into_iter().map(|(_, suggestion)| suggestion).collect()
}
