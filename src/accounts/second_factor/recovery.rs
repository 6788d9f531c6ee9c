//! Recovery codes: ten, each for one use. They are made from a seed that the browser has for a few minutes, so that the
//! page which shows them need not be the answer to a form, and nothing but hashes is stored.

use sha2::{Digest, Sha256};

use crate::platform::token::token_hash;

/// Codes of an account.
const COUNT: usize = 10;
/// Letters and digits that are not taken for one another (Crockford).
const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Signs of a code: 80 bits, so that hashes tell nothing.
const SIGNS_EACH: usize = 16;

/// The codes of a seed, `ab12-cd34-ef56-gh78`.
pub fn codes(seed: &str) -> Vec<String> {
    let code = |n: usize| {
        let hash = Sha256::digest(format!("{seed} {n}"));
        let signs: Vec<u8> = hash.iter().take(SIGNS_EACH).map(|byte| SIGNS[usize::from(byte % 32)]).collect();
        let groups: Vec<String> = signs.chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
        groups.join("-")
    };
    (0..COUNT).map(code).collect()
}

/// What is stored of a code, however it is typed.
pub fn hash(code: &str) -> Vec<u8> {
    let sign = |c: char| match c.to_ascii_lowercase() {
        'o' => Some('0'),
        'i' | 'l' => Some('1'),
        c if c.is_whitespace() || c == '-' => None,
        c => Some(c),
    };
    token_hash(&code.chars().filter_map(sign).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let all = codes("seed");
        assert_eq!(all.len(), 10);
        assert!(all.iter().all(|code| code.len() == 19 && code.split('-').count() == 4), "{all:?}");
        assert_eq!(hash(&all[0]), hash(&format!(" {} ", all[0].to_uppercase().replace('-', " "))));
        assert_eq!(hash("0011"), hash("oOiL"));
        assert_ne!(hash(&all[0]), hash(&all[1]));
        assert_ne!(codes("another"), all);
    }
}
