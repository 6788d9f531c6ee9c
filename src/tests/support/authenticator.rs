//! What people hold beside their browser: a phone with an authenticator app, and a key that holds passkeys.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

use super::answer::Answer;
use crate::db::now;

/// An app that has read a secret.
pub struct Phone(Totp);

impl Phone {
    /// Types the secret that a page shows into the app.
    pub fn reading(page: &Answer) -> Self {
        let typed = page.texts(".secret").join("").replace(' ', "");
        Self::with(Secret::try_from_base32(typed).expect("a secret"))
    }

    pub fn with(secret: impl Into<Secret>) -> Self {
        Self(Builder::new().with_secret(secret).build().expect("a secret of that length"))
    }

    /// What it shows now, or so many steps later.
    pub fn code(&self, later: i64) -> String {
        self.0.generate((now().timestamp() + 30 * later) as u64).to_string()
    }
}

/// A passkey of a device: it signs what it is asked for, at the origin that it is told.
pub struct Key {
    signing: SigningKey,
    id: Vec<u8>,
    origin: &'static str,
    user_handle: String,
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

impl Key {
    /// A new key, each by another number.
    pub fn new(number: u8, origin: &'static str) -> Self {
        let signing = SigningKey::from_bytes(&[number; 32]);
        Self { signing, id: vec![number; 32], origin, user_handle: String::new() }
    }

    /// The same key, in a browser that has another site's page open.
    pub fn at(&self, origin: &'static str) -> Self {
        Self { signing: self.signing.clone(), id: self.id.clone(), origin, user_handle: self.user_handle.clone() }
    }

    fn host(&self) -> &str {
        self.origin.split_once("://").expect("an origin").1
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = options["challenge"].as_str().expect("a challenge");
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// What a browser answers that has made a passkey with these options.
    pub fn make(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("JSON");
        self.user_handle = options["user"]["id"].as_str().expect("a handle").to_string();
        let mut data = Sha256::digest(self.host()).to_vec();
        // Present, verified, with a key; no uses so far; no model.
        data.extend([0x45, 0, 0, 0, 0]);
        data.extend([0; 16]);
        data.extend((self.id.len() as u16).to_be_bytes());
        data.extend(&self.id);
        // As COSE has it: an octet key pair, EdDSA, Ed25519, its x.
        data.extend([0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20]);
        data.extend(self.signing.verifying_key().to_bytes());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(data.len() as u8);
        object.extend(data);
        json!({
            "id": encoded(&self.id), "rawId": encoded(&self.id), "type": "public-key",
            "response": {
                "clientDataJSON": encoded(self.client_data("webauthn.create", &options)),
                "attestationObject": encoded(object),
            },
            "clientExtensionResults": {},
        })
        .to_string()
    }

    /// What a browser answers that was asked for a passkey with these options.
    pub fn answer(&self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("JSON");
        let client_data = self.client_data("webauthn.get", &options);
        let mut data = Sha256::digest(self.host()).to_vec();
        data.extend([0x05, 0, 0, 0, 0]);
        let signed = [data.as_slice(), Sha256::digest(&client_data).as_slice()].concat();
        json!({
            "id": encoded(&self.id), "rawId": encoded(&self.id), "type": "public-key",
            "response": {
                "clientDataJSON": encoded(client_data),
                "authenticatorData": encoded(data),
                "signature": encoded(self.signing.sign(&signed).to_bytes()),
                "userHandle": self.user_handle,
            },
            "clientExtensionResults": {},
        })
        .to_string()
    }
}
