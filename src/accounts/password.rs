//! Passwords: argon2id at OWASP's figures (19 MiB, 2 passes, 1 lane), never on an async worker thread.

use std::sync::LazyLock;

use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::{
    accounts::{AccountProblem, PASSWORD_LENGTH},
    error::{AppError, internal},
};

/// Limits how many hashes run at the same time: each takes a core and 19 MiB.
static AT_ONCE: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)));

/// The passwords that attackers try first: of each in lower case the beginning of its SHA-256, sorted. Made by
/// `scripts/known-passwords`, which names sources and licences. Searched in place, without unpacking. False positives:
/// another password has the same prefix once in 2.3 million.
static KNOWN: &[u8] = include_bytes!("known_passwords.bin");
/// Bytes stored of each hash (its prefix).
const KNOWN_BYTES: usize = 5;

fn is_known(password: &str) -> bool {
    let (known, hash) = (KNOWN.as_chunks::<KNOWN_BYTES>().0, Sha256::digest(password));
    known.binary_search_by(|one| one.as_slice().cmp(&hash[..KNOWN_BYTES])).is_ok()
}

/// Refuses a password that attackers try first, or that is the person's own name or address.
pub fn refuse_common(password: &str, email: &str, name: &str) -> Result<(), AppError> {
    let lower = prepared(password).to_lowercase();
    let stripped = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
    let own = [email.to_lowercase(), name.to_lowercase()];
    let one_sign = lower.chars().all(|c| lower.starts_with(c));
    if is_known(&lower) || is_known(stripped) || own.contains(&lower) || one_sign {
        return Err(AppError::field("password", AccountProblem::CommonPassword));
    }
    Ok(())
}

/// A password as it is hashed: what the same keys give on another keyboard and system (RFC 8265, OpaqueString): composed,
/// and each kind of space the usual one. Wide letters stay, as it says.
pub fn prepared(password: &str) -> String {
    let space = |c: char| if c != ' ' && !c.is_control() && c.is_whitespace() { ' ' } else { c };
    password.chars().map(space).nfc().collect()
}

/// The spellings of a typed password that a stored hash may be of: earlier releases hashed what they were sent, which
/// some systems had taken apart.
fn spellings(password: &str) -> Vec<String> {
    let mut all = vec![prepared(password)];
    for other in [password.to_string(), password.nfc().collect(), password.nfd().collect()] {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}

/// Whether no account can have a password of this length.
pub fn is_too_long(password: &str) -> bool {
    prepared(password).chars().count() > *PASSWORD_LENGTH.end()
}

/// Hashes a password for storing, with a salt of its own.
pub async fn hash(password: String) -> Result<String, AppError> {
    on_a_thread(move || {
        let hash = Argon2::default().hash_password(prepared(&password).as_bytes());
        hash.map(|h| h.to_string()).map_err(internal)
    })
    .await?
}

/// Whether a password matches a stored hash. Without a stored hash it verifies against a dummy and returns false, so
/// that response times do not reveal whether an account exists (timing attack).
pub async fn verify(password: String, stored: Option<String>) -> Result<bool, AppError> {
    static NOBODY: LazyLock<String> = LazyLock::new(|| {
        let hash = Argon2::default().hash_password(b"nobody has this password");
        hash.expect("the default parameters are valid").to_string()
    });
    on_a_thread(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODY.clone());
        let hash = PasswordHash::new(&stored).map_err(internal)?;
        let fits = |spelling: &String| Argon2::default().verify_password(spelling.as_bytes(), &hash).is_ok();
        Ok(spellings(&password).iter().any(fits) && known)
    })
    .await?
}

async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    let _permit = AT_ONCE.acquire().await.map_err(internal)?;
    tokio::task::spawn_blocking(work).await.map_err(internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_fits_its_password_only() {
        let stored = hash("correct horse".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("correct horse".into(), Some(stored.clone())).await.unwrap());
        assert!(!verify("Correct horse".into(), Some(stored)).await.unwrap());
        assert!(!verify("nobody has this password".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_password_is_the_same_on_another_keyboard() {
        let (composed, apart) = ("Gr\u{fc}ne \u{c5}pfel", "Gru\u{308}ne\u{a0}A\u{30a}pfel");
        for (chosen, typed) in
            [(composed, apart), (apart, composed), (apart, apart), ("ｐａｓｓ　ｗｏｒｄ１", "ｐａｓｓ ｗｏｒｄ１")]
        {
            let stored = hash(chosen.into()).await.unwrap();
            assert!(verify(typed.into(), Some(stored)).await.unwrap(), "{chosen:?} {typed:?}");
        }
        // As earlier releases stored them.
        for chosen in [composed, apart] {
            let raw = Argon2::default().hash_password(chosen.as_bytes()).unwrap().to_string();
            assert!(verify(chosen.into(), Some(raw.clone())).await.unwrap(), "{chosen:?}");
            assert!(!verify("Gr\u{fc}ne Birnen".into(), Some(raw)).await.unwrap());
        }
        let stored = hash("ｐａｓｓword1".into()).await.unwrap();
        assert!(!verify("password1".into(), Some(stored)).await.unwrap(), "wide letters are others");
    }

    #[test]
    fn what_attackers_try_first_is_refused() {
        for bad in [
            "password",
            "Password1",
            "12345678",
            "qwertyuiop",
            "aaaaaaaaaa",
            "anna@b.example",
            "Anna Berg",
            "Sommer2026",
            "passwort",
            "Liverpool1!",
            "Summer2024!",
            "Jobi2026!",
            "Michael1987",
            "Trustno1",
            "1q2w3e4r5t",
            "iloveyou2",
            "zxcvbnm1",
        ] {
            assert!(refuse_common(bad, "anna@b.example", "Anna Berg").is_err(), "{bad}");
        }
        for good in ["correct horse battery", "jobi-demo-2026", "Vier Eulen, 1 Kranich", "gxkwvqzt"] {
            assert!(refuse_common(good, "anna@b.example", "Anna Berg").is_ok(), "{good}");
        }
    }

    #[test]
    fn the_known_passwords_are_many_and_in_order() {
        let (known, rest) = KNOWN.as_chunks::<KNOWN_BYTES>();
        assert!(rest.is_empty() && known.is_sorted_by(|a, b| a < b));
        assert!(known.len() > 400_000, "{}", known.len());
        // Each password is looked up twice: whole, and without the signs at its end.
        let chance = 2.0 * known.len() as f64 / 256f64.powi(KNOWN_BYTES as i32);
        assert!(chance < 1e-6, "{chance}");
    }
}
