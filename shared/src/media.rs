//! What files are.

/// A short word for a media type, as endings of names are known.
pub fn short_word(media_type: &str) -> String {
    let main = media_type.split(';').next().unwrap_or_default();
    let word =
        match main {
            "application/msword"
            | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word",
            "application/vnd.ms-excel"
            | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel",
            "application/vnd.ms-powerpoint"
            | "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint",
            "application/vnd.oasis.opendocument.text" => "ODT",
            "application/vnd.oasis.opendocument.spreadsheet" => "ODS",
            "application/vnd.oasis.opendocument.presentation" => "ODP",
            "audio/mpeg" => "MP3",
            "text/plain" => "TXT",
            "application/geo+json" => "GeoJSON",
            other => other.rsplit(['/', '-']).next().unwrap_or(other),
        };
    if word.chars().any(char::is_uppercase) { word.to_owned() } else { word.to_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_short_words() {
        let check = |media_type: &str, expected: &str| assert_eq!(short_word(media_type), expected);
        check("text/plain; charset=utf-8", "TXT");
        check("application/pdf", "PDF");
        check("image/webp", "WEBP");
        check("application/vnd.ms-excel", "Excel");
        check("text/csv; charset=utf-8", "CSV");
        check("", "");
    }
}
