//! Signing mails with the key of the sender's domain (DKIM, RFC 6376; Ed25519 is RFC 8463), for sites whose mail server
//! does not.

use std::path::{Path, PathBuf};

use clap::Args;
use ed25519_dalek::pkcs8::DecodePrivateKey as _;
use lettre::message::{
    dkim::{
        DkimCanonicalization, DkimCanonicalizationType, DkimConfig,
        DkimSigningAlgorithm::{Ed25519, Rsa},
        DkimSigningKey,
    },
    header::HeaderName,
};
use rsa::{RsaPrivateKey, pkcs1::EncodeRsaPrivateKey, pkcs8::LineEnding};

/// What of a mail's head is signed: what people see, what makes it the mail that it is, and what RFC 8058 asks for.
const SIGNED: [&str; 11] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// With which key mails are signed.
#[derive(Args, Clone, Debug, Default)]
pub struct DkimArgs {
    /// A file with the private key that mails are signed with, RSA or Ed25519, as PEM; its public half stands in the DNS
    #[arg(long, env = "JOBI_DKIM_KEY", requires = "dkim_selector", global = true)]
    pub dkim_key: Option<PathBuf>,

    /// The name of that key in the DNS: SELECTOR._domainkey.DOMAIN
    #[arg(long, env = "JOBI_DKIM_SELECTOR", global = true)]
    pub dkim_selector: Option<String>,
}

impl DkimArgs {
    /// How mails from this domain are signed, if they are; in words for the operator why they cannot be.
    pub fn config(&self, domain: &str) -> Result<Option<DkimConfig>, String> {
        let Some(file) = &self.dkim_key else { return Ok(None) };
        let selector = self.dkim_selector.clone().filter(|selector| !selector.trim().is_empty());
        let selector = selector.ok_or("set JOBI_DKIM_SELECTOR to the name of the key in the DNS")?;
        let canonical =
            DkimCanonicalization { header: DkimCanonicalizationType::Relaxed, body: DkimCanonicalizationType::Relaxed };
        let headers = SIGNED.map(HeaderName::new_from_ascii_str).to_vec();
        Ok(Some(DkimConfig::new(selector, domain.to_string(), read_key(file)?, headers, canonical)))
    }
}

fn read_key(file: &Path) -> Result<DkimSigningKey, String> {
    let pem = std::fs::read_to_string(file).map_err(|error| format!("JOBI_DKIM_KEY: {}: {error}", file.display()))?;
    key(&pem).ok_or_else(|| format!("JOBI_DKIM_KEY: {} holds no private key, RSA or Ed25519, as PEM", file.display()))
}

/// A key as `openssl genrsa` and `openssl genpkey` write it.
fn key(pem: &str) -> Option<DkimSigningKey> {
    if let Ok(key) = ed25519_dalek::SigningKey::from_pkcs8_pem(pem) {
        let bytes = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, key.to_bytes());
        return DkimSigningKey::new(&bytes, Ed25519).ok();
    }
    let rewritten = RsaPrivateKey::from_pkcs8_pem(pem).ok().and_then(|key| key.to_pkcs1_pem(LineEnding::LF).ok());
    DkimSigningKey::new(rewritten.as_deref().map_or(pem, String::as_str), Rsa).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED25519: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n";

    #[test]
    fn keys_are_read_as_openssl_writes_them() {
        assert!(key(ED25519).is_some());
        assert!(key("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").is_none());
        assert!(key("").is_none());
    }

    #[test]
    fn a_mail_is_signed_where_there_is_a_key() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key.pem");
        std::fs::write(&file, ED25519).unwrap();
        let args = |key: Option<PathBuf>, selector: Option<&str>| DkimArgs {
            dkim_key: key,
            dkim_selector: selector.map(Into::into),
        };
        assert!(args(None, None).config("jobs.example").unwrap().is_none());
        assert!(args(Some(file.clone()), None).config("jobs.example").is_err());
        assert!(args(Some("/nowhere".into()), Some("jobi")).config("jobs.example").is_err());
        let config = args(Some(file), Some("jobi")).config("jobs.example").unwrap().unwrap();
        let sender = "Jobs <jobs@jobs.example>".parse().unwrap();
        let mut mail = super::super::message(&super::super::tests::mail(), &sender, "<1@jobs.example>").unwrap();
        mail.sign(&config);
        let wire = String::from_utf8(mail.formatted()).unwrap();
        for part in ["a=ed25519-sha256", "d=jobs.example", "s=jobi", "c=relaxed/relaxed", "list-unsubscribe-post"] {
            assert!(wire.contains(part), "{part} is not in\n{wire}");
        }
    }
}
