//! Which feature erases what when an account is deleted, in order.

use uuid::Uuid;

use crate::{
    accounts::{AccountPart, AccountParts, CurrentUser, ValidRegistration, Work},
    companies,
    db::{Db, Tx},
    live, messages, notifications, resumes,
};

/// What is kept for an account. The account's own row goes last, and takes with it what hangs on it.
pub fn account_parts() -> AccountParts {
    AccountParts::new(vec![
        Box::new(Events),
        Box::new(Notifications),
        Box::new(Membership),
        // What others were told of somebody is found by their applications, so it goes before their resumes.
        Box::new(Conversations),
        Box::new(Resumes),
    ])
}

struct Events;

impl AccountPart for Events {
    fn erase_ahead<'a>(&'a self, db: &'a Db, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(live::forget_ahead(db, user.id))
    }

    fn erase<'a>(&'a self, _tx: &'a mut Tx, _user: &'a CurrentUser) -> Work<'a> {
        // The rest hangs on the account.
        Box::pin(std::future::ready(Ok(())))
    }
}

struct Notifications;

impl AccountPart for Notifications {
    fn erase_ahead<'a>(&'a self, db: &'a Db, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(notifications::clear_ahead(db, user.id))
    }

    fn erase<'a>(&'a self, _tx: &'a mut Tx, _user: &'a CurrentUser) -> Work<'a> {
        // The rest goes with the conversations, which lock it in their order.
        Box::pin(std::future::ready(Ok(())))
    }
}

struct Membership;

impl AccountPart for Membership {
    fn make<'a>(&'a self, tx: &'a mut Tx, user: Uuid, registration: &'a ValidRegistration) -> Work<'a> {
        Box::pin(async move {
            if let Some(company) = &registration.company {
                companies::found(tx, company, user).await?;
            }
            Ok(())
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(async move {
            match user.company {
                Some(company) => companies::leave(tx, company, user.id).await,
                None => Ok(()),
            }
        })
    }
}

struct Conversations;

impl AccountPart for Conversations {
    fn erase_ahead<'a>(&'a self, db: &'a Db, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(messages::forget_seeker_ahead(db, user.id))
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(messages::forget_seeker(tx, user.id))
    }
}

struct Resumes;

impl AccountPart for Resumes {
    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(resumes::forget_owner(tx, user.id))
    }
}
