//! The only place with randomness, and the server's two keys.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
};

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::platform::hex::hex;

/// Crockford's alphabet in lower case: no i, l, o, u, so that a code survives being read out.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters a receipt's secret has: 26 × 5 = 130 bits.
const SECRET_LENGTH: usize = 26;

/// How many letters of a device's mark are random.
const DEVICE_SALT: usize = 16;

/// Bytes nobody can predict.
///
/// # Panics
/// When the operating system has no randomness to give; nothing secret can be made then.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// A name nobody can guess: 128 bits in lower-case hexadecimal, 32 letters.
pub fn random_id() -> String {
    hex(&random_bytes::<16>())
}

/// `length` random letters of Crockford's base 32, lower case, five bits each.
pub fn random_base32(length: usize) -> String {
    // 256 is a multiple of 32, so cutting a byte to five bits favours no letter.
    (0..length).map(|_| letter(random_bytes::<1>()[0])).collect()
}

/// The hash under which a secret is stored. Secrets are random and long, so no slow hash is needed.
pub fn hash_secret(secret: &str) -> [u8; 32] {
    Sha256::new().chain_update(b"tanggap secret\0").chain_update(secret.as_bytes()).finalize().into()
}

/// Whether two byte strings are equal, in a time that tells nothing about where they differ.
pub fn equal(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// The server's keys. They lie in files beside the database, never in it.
#[derive(Clone)]
pub struct Keys {
    seal: [u8; 32],
    receipt: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Keys")
    }
}

impl Keys {
    /// Reads the keys in `<data>/keys`, making those that are missing. Several processes may do so at once:
    /// they end with the same keys.
    pub fn load(data: &Path) -> io::Result<Self> {
        let folder = data.join("keys");
        private_folder(&folder)?;
        Ok(Self { seal: key(&folder, "seal.key")?, receipt: key(&folder, "receipt.key")? })
    }

    /// The key that seals identities.
    pub fn seal(&self) -> &[u8; 32] {
        &self.seal
    }

    /// The secret of the receipt for the filing with this idempotency key, always the same one, so that a
    /// repeated request can be given its first answer though only the secret's hash is stored.
    pub fn receipt_secret(&self, idempotency_key: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.receipt).expect("HMAC takes a key of any length");
        mac.update(b"tanggap receipt\0");
        mac.update(idempotency_key.as_bytes());
        first_letters(&mac.finalize().into_bytes(), SECRET_LENGTH)
    }
}

impl Keys {
    /// A mark for a device on which an account has signed in. Each is another one.
    pub fn device_mark(&self, account: &str) -> String {
        let salt = random_base32(DEVICE_SALT);
        let mac = self.device_mac(account, &salt);
        salt + &mac
    }

    /// Whether a mark is one for this account.
    pub fn is_device_mark(&self, account: &str, mark: &str) -> bool {
        mark.is_ascii()
            && mark.len() == DEVICE_SALT + SECRET_LENGTH
            && equal(
                self.device_mac(account, &mark[..DEVICE_SALT]).as_bytes(),
                &mark.as_bytes()[DEVICE_SALT..],
            )
    }

    fn device_mac(&self, account: &str, salt: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.receipt).expect("HMAC takes a key of any length");
        mac.update(b"tanggap device\0");
        mac.update(salt.as_bytes());
        mac.update(account.as_bytes());
        first_letters(&mac.finalize().into_bytes(), SECRET_LENGTH)
    }
}

impl Keys {
    /// The mark of a phone for one complaint. Those of two complaints tell nothing of each other.
    pub fn phone_mark(&self, phone: &str, complaint: i64) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.receipt).expect("HMAC takes a key of any length");
        mac.update(b"tanggap phone\0");
        mac.update(&complaint.to_be_bytes());
        mac.update(phone.as_bytes());
        first_letters(&mac.finalize().into_bytes(), SECRET_LENGTH)
    }

    /// The mark of somebody who follows a complaint, by their address in small letters. It tells nothing of the address.
    pub fn follower_mark(&self, email: &str, complaint: i64) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.receipt).expect("HMAC takes a key of any length");
        mac.update(b"tanggap follower\0");
        mac.update(&complaint.to_be_bytes());
        mac.update(email.as_bytes());
        first_letters(&mac.finalize().into_bytes(), SECRET_LENGTH)
    }

    /// What ends the mail about a complaint, by its code without dashes. It opens nothing.
    pub fn notices_token(&self, code: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.receipt).expect("HMAC takes a key of any length");
        mac.update(b"tanggap notices\0");
        mac.update(code.as_bytes());
        first_letters(&mac.finalize().into_bytes(), SECRET_LENGTH)
    }
}

fn letter(bits: u8) -> char {
    char::from(ALPHABET[usize::from(bits & 31)])
}

fn first_letters(bytes: &[u8], length: usize) -> String {
    let bit = |index: usize| (bytes[index / 8] >> (7 - index % 8)) & 1;
    (0..length).map(|at| letter((0..5).fold(0, |bits, next| bits << 1 | bit(at * 5 + next)))).collect()
}

/// Reads a key, or makes it. The key is written and synced under a name of its own and then linked to its place,
/// which fails when another process was first: so nobody ever reads half a key.
fn key(folder: &Path, name: &str) -> io::Result<[u8; 32]> {
    let path = folder.join(name);
    if !path.try_exists()? {
        let draft = folder.join(format!("{name}.{}", random_id()));
        let mut file = private_file(&draft)?;
        file.write_all(&random_bytes::<32>())?;
        file.sync_all()?;
        let linked = fs::hard_link(&draft, &path);
        fs::remove_file(&draft)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => File::open(folder)?.sync_all()?,
        }
    }
    fs::read(&path)?.try_into().map_err(|wrong: Vec<u8>| {
        let message = format!("{} holds {} bytes, a key has 32", path.display(), wrong.len());
        io::Error::new(io::ErrorKind::InvalidData, message)
    })
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder that is closed to other users of the machine: keys and what people wrote lie in it. One that is there
/// keeps the permissions its owner gave it.
pub fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    // The folder's own entry must outlast a power cut, as the keys in it do.
    let Some(parent) = path.parent() else { return Ok(()) };
    let here = Path::new(".");
    File::open(if parent.as_os_str().is_empty() { here } else { parent })?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_once_and_private() {
        let data = tempfile::tempdir().unwrap();
        let made: Vec<Keys> = std::thread::scope(|scope| {
            let loads: Vec<_> = (0..8).map(|_| scope.spawn(|| Keys::load(data.path()).unwrap())).collect();
            loads.into_iter().map(|load| load.join().unwrap()).collect()
        });
        assert!(made.iter().all(|keys| keys.seal == made[0].seal && keys.receipt == made[0].receipt));
        assert_ne!(made[0].seal, made[0].receipt);
        let names: Vec<_> =
            fs::read_dir(data.path().join("keys")).unwrap().map(|f| f.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "no drafts are left: {names:?}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(data.path().join("keys/seal.key")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_cut_key_is_refused() {
        let data = tempfile::tempdir().unwrap();
        Keys::load(data.path()).unwrap();
        fs::write(data.path().join("keys/seal.key"), b"short").unwrap();
        let error = Keys::load(data.path()).unwrap_err();
        assert!(error.to_string().contains("5 bytes"), "{error}");
    }

    #[test]
    fn a_receipt_secret_is_130_bits_of_the_mac() {
        // Computed apart: HMAC-SHA256 with 32 zero bytes over "tanggap receipt\0" and "a", first 26 letters.
        let keys = Keys { seal: [0; 32], receipt: [0; 32] };
        assert_eq!(keys.receipt_secret("a"), EXPECTED);
        assert_ne!(keys.receipt_secret("b"), EXPECTED);
    }
    const EXPECTED: &str = "r6racpg93gsrpstdrdsg8836v1";

    #[test]
    fn a_devices_mark_is_for_one_account() {
        let keys = Keys { seal: [0; 32], receipt: [0; 32] };
        let mark = keys.device_mark("sri");
        assert!(keys.is_device_mark("sri", &mark));
        assert!(!keys.is_device_mark("budi", &mark));
        assert!(!keys.is_device_mark("sri", &mark.replace(&mark[..1], "!")));
        assert!(!keys.is_device_mark("sri", ""));
        assert!(!keys.is_device_mark("sri", &"ä".repeat(21)));
        assert_ne!(keys.device_mark("sri"), mark);
    }

    #[test]
    fn comparison_looks_at_everything() {
        assert!(equal(b"abc", b"abc"));
        assert!(!equal(b"abc", b"abd"));
        assert!(!equal(b"abc", b"ab"));
        assert_ne!(hash_secret("a"), hash_secret("b"));
    }

    #[test]
    fn random_letters_use_the_whole_alphabet() {
        let text = random_base32(4096);
        assert_eq!(text.len(), 4096);
        assert!(ALPHABET.iter().all(|letter| text.as_bytes().contains(letter)));
        assert_ne!(random_id(), random_id());
        assert_eq!(random_id().len(), 32);
    }
}
