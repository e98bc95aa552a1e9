//! What a file may be that an office gives out, by its first bytes.

/// Media types that are taken as the first bytes tell them.
const TOLD: [&str; 22] = [
    "application/pdf",
    "image/jpeg",
    "image/png",
    "image/webp",
    "audio/mpeg",
    "audio/ogg",
    "audio/opus",
    "audio/m4a",
    "audio/aac",
    "audio/x-wav",
    "audio/x-flac",
    "video/mp4",
    "video/webm",
    "application/zip",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
];

/// What begins as an archive and says by its name what lies in it.
const PACKED: [(&str, &str); 6] = [
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
];

/// What is nothing but text.
const WRITTEN: [(&str, &str); 4] = [
    ("csv", "text/csv; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("json", "application/json"),
    ("geojson", "application/geo+json"),
];

/// The media type that a file is served as; none where it is not taken: programs, pages and drawings that run scripts.
pub fn media_type(name: &str, head: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let by_ending = |table: &[(&str, &'static str)]| {
        table.iter().find(|(known, _)| *known == ending).map(|(_, media_type)| *media_type)
    };
    match infer::get(head).map(|kind| kind.mime_type()) {
        Some("application/zip") => by_ending(&PACKED).or(Some("application/zip")),
        Some(told) => TOLD.iter().copied().find(|known| *known == told),
        None => by_ending(&WRITTEN).filter(|_| is_text(head)),
    }
}

/// Whether bytes are text in UTF-8, which may be cut in the middle of a letter.
fn is_text(head: &[u8]) -> bool {
    let is_whole = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && error.valid_up_to() > 0,
    };
    is_whole && !head.iter().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_names_help() {
        let check = |name, head: &[u8], expected| assert_eq!(media_type(name, head), expected, "{name}");
        check("laporan.pdf", b"%PDF-1.7\n", Some("application/pdf"));
        check("laporan.exe", b"%PDF-1.7\n", Some("application/pdf"));
        check("suara.mp3", b"ID3\x04\0\0\0\0\0\x21", Some("audio/mpeg"));
        check("data.csv", "nama;nilai\nDésa;3\n".as_bytes(), Some("text/csv; charset=utf-8"));
        check("data.csv", b"nama\0nilai", None);
        check("data.csv", &"é".repeat(4096).as_bytes()[..8191], Some("text/csv; charset=utf-8"));
        check("peta.geojson", b"{\"type\":\"FeatureCollection\"}", Some("application/geo+json"));
        check("arsip.zip", b"PK\x03\x04\x14\0\0\0\0\0abcdefghijklmnopqrstuvwxyz", Some("application/zip"));
        check("naskah.odp", b"PK\x03\x04\x14\0\0\0\0\0abcdefghijklmnopqrstuvwxyz", Some(PACKED[5].1));
        check("halaman.html", b"<!doctype html><script>1</script>", None);
        check("halaman.txt", b"<!doctype html><script>1</script>", None);
        check("gambar.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", None);
        check("program.pdf", b"MZ\x90\0\x03\0\0\0", None);
        check("program", b"\x7fELF\x02\x01\x01\0", None);
        check("kosong.txt", b"", Some("text/plain; charset=utf-8"));
    }
}
