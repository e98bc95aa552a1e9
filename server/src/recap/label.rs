//! The rows' names, and the order they stand in.

use shared::calendar::Month;
use shared::complaint::{Channel, Class, Group, Stage};
use shared::lang::Lang;
use shared::recap::{Dimension, MERGED_KEY, NONE_KEY};

use crate::platform::settings::Settings;

/// A key's name in a language. A key that the settings no longer know is shown as it is.
pub(super) fn label(dimension: Dimension, key: &str, settings: &Settings, lang: Lang) -> String {
    if key == NONE_KEY {
        return lang.not_stated().to_owned();
    }
    if key == MERGED_KEY {
        return lang.merged().to_owned();
    }
    let found = match dimension {
        Dimension::Sector => settings.sector(key).map(|setting| setting.sector.name(lang).to_owned()),
        Dimension::Agency => settings.agency(key).map(|agency| agency.name(lang).to_owned()),
        Dimension::Region => settings.region_name(key).map(str::to_owned),
        Dimension::Stage => key.parse::<Stage>().ok().map(|stage| lang.stage(stage).to_owned()),
        // Archived ones stand in no group and are named by their stage.
        Dimension::Group => match key.parse::<Group>() {
            Ok(group) => Some(lang.group(group).to_owned()),
            Err(_) => key.parse::<Stage>().ok().map(|stage| lang.stage(stage).to_owned()),
        },
        Dimension::Class => key.parse::<Class>().ok().map(|class| lang.class(class).to_owned()),
        Dimension::Channel => key.parse::<Channel>().ok().map(|channel| lang.channel(channel).to_owned()),
        Dimension::Month => Month::parse(key).ok().map(|month| lang.month_long(month)),
    };
    found.unwrap_or_else(|| key.to_owned())
}

/// Where a key stands in its configured or natural order. What is unknown comes after, what is missing last.
pub(super) fn position(dimension: Dimension, key: &str, settings: &Settings) -> usize {
    const UNKNOWN: usize = usize::MAX - 1;
    fn word<T: PartialEq + std::str::FromStr>(all: &[T], key: &str) -> Option<usize> {
        let word = key.parse().ok()?;
        all.iter().position(|known| *known == word)
    }
    if key == NONE_KEY {
        return usize::MAX;
    }
    let found = match dimension {
        Dimension::Sector => settings.sectors.iter().position(|setting| setting.sector.key == key),
        Dimension::Agency => settings.agencies.iter().position(|agency| agency.key == key),
        Dimension::Stage => word(Stage::ALL, key),
        Dimension::Group => word(Group::ALL, key),
        Dimension::Class => word(Class::ALL, key),
        Dimension::Channel => word(Channel::ALL, key),
        // Codes and months sort by themselves.
        Dimension::Region | Dimension::Month => Some(0),
    };
    found.unwrap_or(UNKNOWN)
}

/// Whether rows keep their natural order, whatever their counts.
pub(super) fn is_ordered(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Month | Dimension::Stage | Dimension::Group)
}
