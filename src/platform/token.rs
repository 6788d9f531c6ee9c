//! Secrets that are made here.

use crate::error::{AppError, internal};

/// A random token of 256 bits, in lower-case hex.
pub fn new_token() -> Result<String, AppError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(internal)?;
    Ok(hex::encode(bytes))
}
