//! The second factor: codes of RFC 6238 as authenticators know them, SHA-1, six digits, thirty seconds.

use jiff::Timestamp;
use totp_rs::{Algorithm, TOTP};

/// Bytes of a key: as many as the hash has, which RFC 4226 recommends.
pub(super) const KEY: usize = 20;
const DIGITS: usize = 6;
const STEP: u64 = 30;

/// The step of a code, if the key gives it now, in the step before or in the next: clocks of phones are a little off,
/// and people take a while to type.
pub(super) fn step_of(key: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    let totp = totp(key)?;
    let present = u64::try_from(now.as_second()).ok()? / STEP;
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let mut steps = (present.saturating_sub(1)..=present + 1).rev();
    let found =
        steps.find(|step| crate::secret::equal(totp.generate(step * STEP).as_bytes(), code.as_bytes()));
    found.and_then(|step| i64::try_from(step).ok())
}

/// The code of a moment.
pub(super) fn code(key: &[u8], at: Timestamp) -> Option<String> {
    Some(totp(key)?.generate(u64::try_from(at.as_second()).ok()?))
}

/// The key as people type it into an authenticator.
pub(super) fn written(key: &[u8]) -> String {
    totp_rs::Secret::Raw(key.to_vec()).to_encoded().to_string()
}

/// The key as an address that authenticators open.
pub(super) fn address(key: &[u8], name: &str) -> String {
    let key = written(key);
    format!(
        "otpauth://totp/Tanggap:{name}?secret={key}&issuer=Tanggap&algorithm=SHA1&digits={DIGITS}&period={STEP}"
    )
}

fn totp(key: &[u8]) -> Option<TOTP> {
    TOTP::new(Algorithm::SHA1, DIGITS, 1, STEP, key.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let key = b"12345678901234567890";
        let at = |second| Timestamp::from_second(second).unwrap();
        for (second, expected) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert_eq!(code(key, at(second)).as_deref(), Some(expected));
            assert_eq!(step_of(key, expected, at(second)), Some(second / 30));
        }
        assert_eq!(step_of(key, "287 082", at(59 + 30)), Some(1), "the step before");
        assert_eq!(step_of(key, "287082", at(59 + 60)), None, "two steps before");
        assert_eq!(step_of(key, "287082", at(20)), Some(1), "the next step");
        assert_eq!(step_of(key, "", at(59)), None);
        assert_eq!(step_of(b"short", "287082", at(59)), None);
        assert_eq!(written(key), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
