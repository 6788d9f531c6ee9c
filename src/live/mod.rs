//! Live updates: events pushed to people's browsers.
//!
//! State lives in the database; the socket only delivers it sooner. A change that concerns somebody
//! [publishes](publish) an [`Event`] for them in its own transaction, with the next number of their gapless sequence,
//! so that no reader can skip one. After the commit the [bus] sends the event to that person's sockets: directly on
//! this node, and on others by PostgreSQL's NOTIFY, which only wakes them. A socket that missed an event reads it from
//! the database; a browser that lost its connection reconnects with the last number it has seen.

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
#[cfg(any(test, not(feature = "ssr")))]
mod pulse;
#[cfg(feature = "ssr")]
pub mod socket;

#[cfg(feature = "ssr")]
pub use db::{LockPeople, StoredEvent, forget, forget_ahead, lock, lock_to_delete, prune, publish};
pub use hub::*;
pub use model::*;
