//! Passwords under Argon2id. Hashing takes a core and 19 MiB for some tens of milliseconds, so only as many run at
//! once as there are cores; the others wait.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::error::Error;

static ROOM: LazyLock<Semaphore> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Semaphore::new(cores)
});

/// A hash of nobody's password: a name that nobody has takes as long to be refused as one with a wrong password.
static NOBODYS: LazyLock<String> =
    LazyLock::new(|| hash_now(&crate::secret::random_id()).expect("the parameters are the library's own"));

/// Hashes a password, with a salt of its own, as a PHC string.
pub(super) async fn hash(password: String) -> Result<String, Error> {
    aside(move || hash_now(&password)).await?.map_err(Error::internal)
}

/// Whether a password is the one of a hash. Without a hash it is not, and that takes as long.
pub(super) async fn fits(password: String, hash: Option<String>) -> Result<bool, Error> {
    aside(move || {
        let is_somebodys = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODYS.clone());
        let fits = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        fits && is_somebodys
    })
    .await
}

fn hash_now(password: &str) -> Result<String, argon2::password_hash::Error> {
    // The library's default: Argon2id, 19 MiB, two passes, which OWASP's cheat sheet names as well.
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    let _room = ROOM.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_alone() {
        let hashed = hash("kuda baterai benar".into()).await.unwrap();
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert_ne!(hash("kuda baterai benar".into()).await.unwrap(), hashed, "no salt is used twice");
        assert!(fits("kuda baterai benar".into(), Some(hashed.clone())).await.unwrap());
        assert!(!fits("kuda baterai salah".into(), Some(hashed)).await.unwrap());
        assert!(!fits("kuda baterai benar".into(), None).await.unwrap());
        assert!(!fits("kuda baterai benar".into(), Some("broken".into())).await.unwrap());
    }
}
