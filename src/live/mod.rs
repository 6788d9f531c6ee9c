//! What people hear of the moment it happens.
//!
//! State lives in the database; the socket only carries it sooner. A change that somebody should hear of
//! [publishes](publish) an [`Event`] for them in its own transaction, with their next number, so that no reader can
//! skip one. After the commit the [bus] hands it to that person's sockets, on this node
//! directly and on others by PostgreSQL's NOTIFY, which only wakes. A socket that missed something reads it from the
//! database; a browser that lost its connection comes back and names the last number it has seen.

#[cfg(feature = "ssr")]
pub mod bus;
#[cfg(not(feature = "ssr"))]
mod client;
#[cfg(feature = "ssr")]
mod db;
mod hub;
mod model;
#[cfg(feature = "ssr")]
pub mod pace;
#[cfg(feature = "ssr")]
pub mod socket;

#[cfg(feature = "ssr")]
pub use db::{LockPeople, StoredEvent, forget, forget_ahead, lock, lock_to_delete, prune, publish};
pub use hub::*;
pub use model::*;
