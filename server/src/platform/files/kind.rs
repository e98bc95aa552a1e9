/// What a file is, by its first bytes. Its name and what the sender says of it count for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A photograph.
    Jpeg,
    /// A picture or screenshot.
    Png,
    /// A picture in the web's newer format.
    WebP,
    /// A document.
    Pdf,
}

impl Kind {
    /// How many of the first bytes decide.
    const HEAD: usize = 12;

    /// Reads the first bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }

    /// Whether a file that begins like this cannot become one that is taken, so that its first piece can be
    /// refused before the others are sent. Too few bytes decide nothing.
    pub(super) fn is_hopeless(head: &[u8]) -> bool {
        head.len() >= Self::HEAD && Self::of(head).is_none()
    }

    /// Its media type, which is what it is served as.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// The endings a name may have; the first is given to names that have none of them.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::WebP => &["webp"],
            Self::Pdf => &["pdf"],
        }
    }

    /// A name whose ending fits the content, so that `picture.exe` is not saved as a program.
    pub fn fit(self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        if self.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)) {
            return name.to_owned();
        }
        // Another picture's ending is replaced, since a WebP photo becomes a JPEG; any other is left before ours.
        let picture = ["jpg", "jpeg", "png", "webp"].iter().any(|known| known.eq_ignore_ascii_case(ending));
        let stem = if picture && !stem.is_empty() { stem } else { name };
        format!("{stem}.{}", self.endings()[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        let check = |bytes: &[u8], expected| assert_eq!(Kind::of(bytes), expected, "{bytes:?}");
        check(b"\xff\xd8\xff\xe0\0\x10JFIF", Some(Kind::Jpeg));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(Kind::Png));
        check(b"RIFF\0\0\0\0WEBPVP8 ", Some(Kind::WebP));
        check(b"%PDF-1.7\n", Some(Kind::Pdf));
        check(b"RIFF\0\0\0\0WAVEfmt ", None);
        check(b"<svg xmlns=", None);
        check(b"<!doctype html>", None);
        check(b" %PDF-1.7\n", None);
        check(b"GIF89a", None);
        check(b"", None);
        assert!(Kind::is_hopeless(b"<!doctype html>"));
        assert!(!Kind::is_hopeless(b"<!doc"), "too short to tell");
        assert!(!Kind::is_hopeless(b"%PDF-1.7\n%abc"));
    }

    #[test]
    fn names_end_as_the_content_is() {
        let check = |kind: Kind, name, expected| assert_eq!(kind.fit(name), expected);
        check(Kind::Jpeg, "jalan.JPG", "jalan.JPG");
        check(Kind::Jpeg, "jalan.jpeg", "jalan.jpeg");
        check(Kind::Jpeg, "jalan.webp", "jalan.jpg");
        check(Kind::Png, "jalan", "jalan.png");
        check(Kind::Pdf, "surat.html", "surat.html.pdf");
        check(Kind::Pdf, "surat.exe", "surat.exe.pdf");
        check(Kind::Png, ".png", ".png");
        check(Kind::Png, ".jpg", ".jpg.png");
    }
}
