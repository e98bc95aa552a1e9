use http::HeaderValue;

/// `Content-Security-Policy` for a file that somebody sent: whatever it turns out to hold, a browser must not run it as part
/// of this site.
pub const SANDBOX: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// `Content-Disposition` for a file to be saved under its own name: RFC 6266, the name as RFC 5987 writes it, and a
/// plain one for programs that do not read that.
pub fn attachment(name: &str) -> HeaderValue {
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let encoded: String = name.bytes().map(encode).collect();
    HeaderValue::try_from(format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}"))
        .expect("nothing but visible ASCII characters and spaces is left")
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '(' | ')')
}

/// RFC 5987's `attr-char` as it is, everything else as per cent.
fn encode(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_travel_in_a_header() {
        let check = |name: &str, expected: &str| assert_eq!(attachment(name), expected, "{name}");
        check("foto 1.jpg", "attachment; filename=\"foto 1.jpg\"; filename*=UTF-8''foto%201.jpg");
        check("é\"\r\n.pdf", "attachment; filename=\"____.pdf\"; filename*=UTF-8''%C3%A9%22%0D%0A.pdf");
    }
}
