//! Whether a JPEG is whole. The decoder fills what is missing with grey, and a photograph that was cut off would
//! be taken without a word.

/// Whether the file's segments follow each other up to its end marker. A search for the marker alone would find
/// that of the small preview inside the metadata.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        // Any number of 0xff may precede a marker.
        let Some(start) = rest.iter().position(|byte| *byte != 0xff) else { return false };
        if start == 0 {
            return false;
        }
        let marker = rest[start];
        rest = &rest[start + 1..];
        match marker {
            0xd9 => return true,
            // Markers without a length.
            0x01 | 0xd0..=0xd8 => {}
            _ => {
                let [high, low, ..] = *rest else { return false };
                let length = usize::from(u16::from_be_bytes([high, low]));
                if length < 2 || rest.len() < length {
                    return false;
                }
                rest = &rest[length..];
            }
        }
        if marker == 0xda {
            rest = after_scan(rest);
        }
    }
}

/// What follows the compressed data: it ends at a marker that is neither an escaped 0xff nor a restart.
fn after_scan(bytes: &[u8]) -> &[u8] {
    let end = bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff));
    end.map_or(&[], |end| &bytes[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_lead_to_the_end() {
        let check = |bytes: &[u8], expected| assert_eq!(is_whole(bytes), expected, "{bytes:x?}");
        let whole =
            b"\xff\xd8\xff\xe1\0\x06\xff\xd9ab\xff\xff\xda\0\x02\x11\xff\0\xff\xd0\x22\xff\xd9".as_slice();
        check(whole, true);
        check(&[whole, b"<html>"].concat(), true);
        for cut in 0..whole.len() {
            check(&whole[..cut], false);
        }
        check(b"\xff\xd8\xff\xe1\0\x01\xff\xd9", false);
        check(b"\xff\xd8nonsense\xff\xd9", false);
    }
}
