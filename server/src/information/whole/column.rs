//! What the columns of a table say of an entry.

use shared::information::InformationVersion;
use shared::lang::Lang;

use crate::information::store::Listed;
use crate::platform::settings::Settings;
use crate::platform::sheet::Cell;

/// How many there are.
pub(super) const COUNT: usize = 19;

/// How programs know the columns; those that can be entered again bear the names of their fields.
pub(super) const NAMES: [&str; COUNT] = [
    "id",
    "title",
    "summary",
    "category",
    "agency",
    "agency_name",
    "official",
    "made_on",
    "made_at",
    "forms",
    "keep_until",
    "topic",
    "plain",
    "local",
    "link",
    "published_on",
    "version",
    "address",
    "files",
];

/// How people know them.
pub(super) fn heads(lang: Lang) -> [&'static str; COUNT] {
    let texts = lang.information();
    [
        texts.number,
        texts.name,
        texts.summary,
        texts.category,
        texts.agency_key,
        texts.agency,
        texts.official,
        texts.made_on,
        texts.made_at,
        texts.form,
        texts.keep_until,
        texts.topic,
        texts.plain,
        texts.local,
        texts.elsewhere,
        texts.published_on,
        texts.version_number,
        texts.address,
        texts.files,
    ]
}

/// The cells of an entry. Words of the model are told as they are, or as people say them.
pub(super) fn cells(
    settings: &Settings,
    origin: &str,
    listed: &Listed,
    people: Option<Lang>,
) -> [Cell; COUNT] {
    let Listed { id, version } = listed;
    let address = format!("{origin}/informasi/{id}");
    let forms: Vec<&str> = version
        .forms
        .iter()
        .map(|form| people.map_or_else(|| form.as_str(), |lang| lang.information_form(*form)))
        .collect();
    let category =
        people.map_or_else(|| version.category.as_str(), |lang| lang.information_category(version.category));
    let optional = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Text);
    [
        Cell::Number(*id as f64),
        Cell::Text(version.title.clone()),
        Cell::Text(version.summary.clone()),
        Cell::Text(category.to_owned()),
        Cell::Text(version.agency.clone()),
        Cell::Text(agency(settings, people.unwrap_or_default(), version).to_owned()),
        Cell::Text(version.official.clone()),
        Cell::Day(version.made_on),
        optional(&version.made_at),
        Cell::Text(forms.join(if people.is_some() { ", " } else { " " })),
        version.keep_until.map_or(Cell::Empty, Cell::Day),
        optional(&version.topic),
        optional(&version.plain),
        optional(&version.local),
        optional(&version.link),
        version.published_on.map_or(Cell::Empty, Cell::Day),
        Cell::Number(version.number as f64),
        Cell::Text(address.clone()),
        Cell::Text(files(&address, version).join("\n")),
    ]
}

/// What the agency that holds it is called.
pub(super) fn agency<'a>(settings: &'a Settings, lang: Lang, version: &'a InformationVersion) -> &'a str {
    settings.agency(&version.agency).map_or(&version.agency, |agency| agency.name(lang))
}

/// Where its files are.
fn files(address: &str, version: &InformationVersion) -> Vec<String> {
    version.files.iter().map(|file| format!("{address}/berkas/{}", file.id)).collect()
}
