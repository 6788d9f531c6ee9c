//! The message catalogue: one typed function a message (`t().jobs_title()`), generated from `locales/*/*.ftl` at
//! build time, so that a missing key or argument fails the build; where a message has several arguments, each is named
//! (`t.ask_lead(arg::Company(company), arg::Title(title))`). The server holds every language; a browser fetches
//! the file of the one in use.

pub mod countries;
pub mod format;
mod messages;
mod term;

#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    unused_imports,
    reason = "generated, not ours to tidy"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/l10n.rs"));
}

pub(crate) use term::term;

pub use generated::{L10n as Locale, L10nLanguage as Catalogue, arg};

#[cfg(feature = "ssr")]
mod server;
#[cfg(feature = "ssr")]
pub use server::*;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(not(feature = "ssr"))]
pub use browser::*;
