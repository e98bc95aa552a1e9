use crate::lang::Lang;

/// What a device says of one of its voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its language, such as `id-ID`; some devices write `id_ID`.
    pub lang: String,
    /// Whether it speaks on the device itself. Any other sends the text to its maker.
    pub is_local: bool,
    /// Whether people have chosen it for everything.
    pub is_default: bool,
}

/// The place of the voice that reads a language best; nothing where none can.
///
/// Only voices of the device itself are taken, for what is read may be somebody's complaint. Malay is close enough to
/// be understood where there is no Indonesian voice.
pub fn best_voice(lang: Lang, voices: &[Voice]) -> Option<usize> {
    let languages: &[&str] = match lang {
        // `in` is what devices called Indonesian for long.
        Lang::Id => &["id", "in", "ms"],
        Lang::En => &["en"],
    };
    let rank = |voice: &Voice| {
        let tag = voice.lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        languages.iter().position(|language| *language == tag)
    };
    let fitting = voices.iter().enumerate().filter(|(_, voice)| voice.is_local);
    let ranked = fitting.filter_map(|(place, voice)| Some((rank(voice)?, !voice.is_default, place)));
    ranked.min().map(|(_, _, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_devices_own_voice_of_the_nearest_language_reads() {
        let voice = |lang: &str, is_local, is_default| Voice { lang: lang.to_owned(), is_local, is_default };
        let check = |lang, voices: &[Voice], expected| assert_eq!(best_voice(lang, voices), expected);
        let (english, malay) = (voice("en-US", true, true), voice("ms-MY", true, false));
        check(Lang::Id, &[], None);
        check(Lang::Id, std::slice::from_ref(&english), None);
        check(Lang::Id, &[english.clone(), malay.clone()], Some(1));
        check(Lang::Id, &[malay.clone(), voice("id_ID", true, false)], Some(1));
        check(Lang::Id, &[malay, voice("in-ID", true, false)], Some(1));
        check(Lang::Id, &[voice("id-ID", false, true)], None);
        check(Lang::Id, &[voice("id-ID", true, false), voice("id-ID", true, true)], Some(1));
        check(Lang::En, &[voice("id-ID", true, true), voice("EN-gb", true, false), english], Some(2));
        check(Lang::Id, &[voice("", true, true), voice("idx", true, true)], None);
    }
}
