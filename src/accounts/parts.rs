//! What features keep for an account: made with it, and erased with it.

use std::sync::Arc;

use futures::future::{BoxFuture, ready};
use uuid::Uuid;

use super::model::{CurrentUser, ValidRegistration};
use crate::{
    db::{Db, Tx},
    error::AppError,
};

/// A future of a part's work.
pub type Work<'a> = BoxFuture<'a, Result<(), AppError>>;

/// What one feature keeps for an account.
pub trait AccountPart: Send + Sync {
    /// Inserts this feature's rows, in the transaction that inserts the account.
    fn make<'a>(&'a self, _tx: &'a mut Tx, _user: Uuid, _registration: &'a ValidRegistration) -> Work<'a> {
        Box::pin(ready(Ok(())))
    }

    /// Gives an account what is known by an address that is proved to be its own: in the transaction that notes so, before
    /// that locks the account's row.
    fn prove<'a>(&'a self, _tx: &'a mut Tx, _user: Uuid, _email_key: &'a str) -> Work<'a> {
        Box::pin(ready(Ok(())))
    }

    /// Erases rows that may be many, in batches, before the account's own transaction: that one must stay short.
    fn erase_ahead<'a>(&'a self, _db: &'a Db, _user: &'a CurrentUser) -> Work<'a> {
        Box::pin(ready(Ok(())))
    }

    /// Erases the remaining rows and files, in the transaction that erases the account.
    fn erase<'a>(&'a self, _tx: &'a mut Tx, _user: &'a CurrentUser) -> Work<'a> {
        Box::pin(ready(Ok(())))
    }
}

/// Every part, in the order in which they are made and erased. Cheap to clone.
#[derive(Clone)]
pub struct AccountParts(Arc<Vec<Box<dyn AccountPart>>>);

impl AccountParts {
    pub fn new(parts: Vec<Box<dyn AccountPart>>) -> Self {
        Self(Arc::new(parts))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &dyn AccountPart> {
        self.0.iter().map(|part| &**part)
    }
}

/// The [`AccountParts`], inside a server function.
pub(super) fn account_parts() -> AccountParts {
    leptos::prelude::expect_context()
}
