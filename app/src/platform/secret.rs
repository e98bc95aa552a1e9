//! The page's one source of randomness.

use js_sys::Uint8Array;

/// A random UUID (version 4): the idempotency key of one filled form.
///
/// From `getRandomValues`, because `randomUUID` exists in secure contexts alone and villages reach test servers by
/// bare addresses.
pub fn uuid() -> String {
    let bytes = Uint8Array::new_with_length(16);
    // Without a source of randomness the key stays all zeroes and the server refuses the second filing under it,
    // which is better than filing twice.
    if let Ok(crypto) = leptos::prelude::window().crypto() {
        let _ = crypto.get_random_values_with_js_u8_array(&bytes);
    }
    let mut bytes: [u8; 16] = bytes.to_vec().try_into().unwrap_or_default();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    write_uuid(bytes)
}

fn write_uuid(bytes: [u8; 16]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut written = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            written.push('-');
        }
        written.push(char::from(DIGITS[usize::from(byte >> 4)]));
        written.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_are_written_in_five_groups() {
        let bytes = std::array::from_fn(|index| index as u8 * 17);
        assert_eq!(write_uuid(bytes), "00112233-4455-6677-8899-aabbccddeeff");
    }
}
