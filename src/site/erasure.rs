//! Which feature makes, takes over and erases what with an account, in order.

use std::sync::LazyLock;

use uuid::Uuid;

use crate::{
    accounts::{AccountPart, AccountParts, CurrentUser, ValidRegistration, Work},
    applications, companies,
    db::{Db, Tx},
    live, messages, notifications, resumes,
};

/// What is kept for an account. The account's own row goes last, and takes with it what hangs on it.
pub fn account_parts() -> AccountParts {
    // Every request is given the list, so it is made once.
    static PARTS: LazyLock<AccountParts> = LazyLock::new(|| {
        AccountParts::new(vec![
            Box::new(Events),
            Box::new(Notifications),
            Box::new(Membership),
            Box::new(Candidates),
            // What others were told of somebody is found by their applications, and these name their resumes.
            Box::new(Conversations),
            Box::new(Applications),
            Box::new(Resumes),
        ])
    });
    PARTS.clone()
}

/// The rest hangs on the account.
struct Events;

impl AccountPart for Events {
    fn erase_ahead<'a>(&'a self, db: &'a Db, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(live::forget_ahead(db, user.id))
    }
}

/// The unread ones go with the conversations, which lock them in their order.
struct Notifications;

impl AccountPart for Notifications {
    fn erase_ahead<'a>(&'a self, db: &'a Db, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(notifications::clear_ahead(db, user.id))
    }
}

struct Membership;

impl AccountPart for Membership {
    fn make<'a>(&'a self, tx: &'a mut Tx, user: Uuid, registration: &'a ValidRegistration) -> Work<'a> {
        Box::pin(async move {
            let ValidRegistration { company, invitation, time_zone, email, name, .. } = registration;
            if let Some(token) = invitation {
                companies::accept_in(tx, token, (user, email.as_str(), name)).await?;
            } else if let Some(company) = company {
                companies::found(tx, company, time_zone, user).await?;
            }
            Ok(())
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(companies::leave_all(tx, user.id))
    }
}

/// Locked before the conversations, as by whoever begins one.
struct Candidates;

impl AccountPart for Candidates {
    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(companies::anonymise_candidates(tx, user.id))
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

/// Their companies keep what happened, without the person.
struct Applications;

impl AccountPart for Applications {
    fn prove<'a>(&'a self, tx: &'a mut Tx, user: Uuid, email_key: &'a str) -> Work<'a> {
        Box::pin(applications::claim(tx, user, email_key))
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(applications::anonymise(tx, user.id))
    }
}

struct Resumes;

impl AccountPart for Resumes {
    fn erase<'a>(&'a self, tx: &'a mut Tx, user: &'a CurrentUser) -> Work<'a> {
        Box::pin(resumes::forget_owner(tx, user.id))
    }
}
