//! Secrets that are made here.

use sha2::{Digest, Sha256};

use crate::error::{AppError, internal};

/// A random token of 256 bits, in lower-case hex.
pub fn new_token() -> Result<String, AppError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(internal)?;
    Ok(hex::encode(bytes))
}

/// What is stored of a token: SHA-256.
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}
