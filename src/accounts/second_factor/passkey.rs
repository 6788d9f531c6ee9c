//! Passkeys (WebAuthn): what the browser is asked, and whether its answer is right. `webauthn_rp` checks the answers; it
//! is made of RustCrypto, where `webauthn-rs` would bring OpenSSL and a licence that asks for more.

use std::fmt::Debug;

use url::{Host, Url};
use uuid::Uuid;
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthenticationServerState, DiscoverableCredentialRequestOptions,
    PublicKeyCredentialCreationOptions, Registration, RegistrationServerState,
    bin::{Decode, Encode},
    request::{
        AsciiDomain, PublicKeyCredentialDescriptor, RpId,
        auth::AuthenticationVerificationOptions,
        register::{
            CredProtect, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, UserHandle16,
            Username,
        },
    },
    response::{
        AuthTransports, CredentialId,
        auth::DiscoverableAuthentication16,
        register::{CompressedPubKey, DynamicState, StaticState},
    },
};

use crate::{
    accounts::{AccountProblem, CurrentUser},
    error::{AppError, internal},
    platform::site::Site,
};

type PublicKey = StaticState<CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>>;

/// What a browser is asked.
pub struct Challenge {
    /// For the browser, as JSON.
    pub options: String,
    /// What its answer is compared with.
    pub state: Vec<u8>,
}

/// A passkey as it is stored.
#[derive(Clone, sqlx::FromRow)]
pub struct StoredPasskey {
    pub id: Uuid,
    pub user_id: Uuid,
    pub credential_id: Vec<u8>,
    pub transports: i64,
    pub public_key: Vec<u8>,
    pub state: Vec<u8>,
}

/// Whether browsers let passkeys be made here: over HTTPS or on the machine itself, under a name.
pub fn are_possible(site: &Site) -> bool {
    site.is_trusted() && relying_party(site).is_ok()
}

/// Whom passkeys belong to: the host of the site.
fn relying_party(site: &Site) -> Result<RpId, AppError> {
    let off = || AppError::refused(AccountProblem::PasskeysOff);
    let url = Url::parse(&site.origin).map_err(|_| off())?;
    match url.host() {
        Some(Host::Domain(name)) if site.is_trusted() => {
            Ok(RpId::Domain(AsciiDomain::try_from(name.to_string()).map_err(|_| off())?))
        }
        _ => Err(off()),
    }
}

/// Asks for a new passkey, on another device than those of the ones that are there.
pub fn ask_for_new(site: &Site, user: &CurrentUser, known: &[StoredPasskey]) -> Result<Challenge, AppError> {
    let party = relying_party(site)?;
    let handle = handle(user.id)?;
    let known = known.iter().map(|passkey| {
        let id = CredentialId::<Vec<u8>>::decode(passkey.credential_id.clone()).map_err(broken)?;
        let transports = AuthTransports::decode(passkey.transports as u8).map_err(broken)?;
        Ok(PublicKeyCredentialDescriptor { id, transports })
    });
    let known = known.collect::<Result<Vec<_>, AppError>>()?;
    // What the device shows beside the passkey; names that its rules do not take are left out.
    let name = Username::try_from(user.email.as_str()).or_else(|_| Username::try_from("jobi")).map_err(broken)?;
    let display_name = Nickname::try_from(user.name.as_str()).ok();
    let entity = PublicKeyCredentialUserEntity { name, id: &handle, display_name };
    let mut options = PublicKeyCredentialCreationOptions::passkey(&party, entity, known);
    // Enforced, it keeps out what does not know the extension; the person's presence is asked for and checked without.
    options.extensions.cred_protect = CredProtect::None;
    let (server, client) = options.start_ceremony().map_err(broken)?;
    Ok(Challenge {
        options: serde_json::to_string(&client).map_err(internal)?,
        state: server.encode().map_err(broken)?,
    })
}

/// Asks for any passkey of this site.
pub fn ask_for_any(site: &Site) -> Result<Challenge, AppError> {
    let party = relying_party(site)?;
    let (server, client) = DiscoverableCredentialRequestOptions::passkey(&party).start_ceremony().map_err(broken)?;
    // What parses it in the browser takes the inner part.
    let client = serde_json::to_value(&client).map_err(internal)?;
    let options = client.get("publicKey").unwrap_or(&client).to_string();
    Ok(Challenge { options, state: server.encode().map_err(broken)? })
}

/// The passkey that a browser has made, if its answer is right.
pub fn read_new(site: &Site, state: &[u8], answer: &str, user: Uuid) -> Result<StoredPasskey, AppError> {
    let party = relying_party(site)?;
    let answer = Registration::from_json_relaxed(answer.as_bytes()).map_err(refuse)?;
    let state = RegistrationServerState::<16>::decode(state).map_err(broken)?;
    let origins = [site.origin.as_str()];
    let options = RegistrationVerificationOptions::<&str, &str> {
        allowed_origins: &origins,
        error_on_unsolicited_extensions: false,
        ..Default::default()
    };
    let made = state.verify(&party, &answer, &options).map_err(refuse)?;
    if *made.user_id() != handle(user)? {
        return Err(AppError::refused(AccountProblem::PasskeyFailed));
    }
    Ok(StoredPasskey {
        id: Uuid::now_v7(),
        user_id: user,
        credential_id: made.id().as_ref().to_vec(),
        transports: made.transports().encode().map_err(broken)?.into(),
        public_key: made.static_state().encode().map_err(broken)?,
        state: made.dynamic_state().encode().map_err(broken)?.to_vec(),
    })
}

/// An answer of a passkey that is not checked yet.
pub struct Answer(DiscoverableAuthentication16);

impl Answer {
    pub fn read(json: &str) -> Result<Self, AppError> {
        DiscoverableAuthentication16::from_json_relaxed(json.as_bytes()).map(Self).map_err(refuse)
    }

    /// Which passkey it says that it is of.
    pub fn credential_id(&self) -> &[u8] {
        self.0.raw_id().into_inner()
    }

    /// Checks it against the passkey's public key. Returns the passkey's state where that has changed.
    pub fn check(&self, site: &Site, state: &[u8], passkey: &StoredPasskey) -> Result<Option<Vec<u8>>, AppError> {
        let party = relying_party(site)?;
        let state = DiscoverableAuthenticationServerState::decode(state).map_err(broken)?;
        let public_key = PublicKey::decode(passkey.public_key.as_slice()).map_err(broken)?;
        let dynamic: [u8; 7] = passkey.state.as_slice().try_into().map_err(broken)?;
        let dynamic = DynamicState::decode(dynamic).map_err(broken)?;
        let handle = handle(passkey.user_id)?;
        let id = CredentialId::<&[u8]>::decode(passkey.credential_id.as_slice()).map_err(broken)?;
        let mut credential = AuthenticatedCredential::new(id, &handle, public_key, dynamic).map_err(broken)?;
        let origins = [site.origin.as_str()];
        let options = AuthenticationVerificationOptions::<&str, &str> {
            allowed_origins: &origins,
            error_on_unsolicited_extensions: false,
            ..Default::default()
        };
        match state.verify(&party, &self.0, &mut credential, &options).map_err(refuse)? {
            true => Ok(Some(credential.dynamic_state().encode().map_err(broken)?.to_vec())),
            false => Ok(None),
        }
    }
}

/// What passkeys call their person.
fn handle(user: Uuid) -> Result<UserHandle16, AppError> {
    UserHandle16::decode(user.into_bytes()).map_err(broken)
}

/// Something of ours cannot be read or made.
fn broken(error: impl Debug) -> AppError {
    internal(format!("a passkey: {error:?}"))
}

/// An answer that is not right; why is for the log alone.
fn refuse(error: impl Debug) -> AppError {
    tracing::debug!(?error, "a passkey's answer is refused");
    AppError::refused(AccountProblem::PasskeyFailed)
}
