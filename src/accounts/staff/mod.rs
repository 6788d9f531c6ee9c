//! Who looks after the site: the first admin, made with a token from the log; and accounts that the operator invites
//! people to make.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod mails;
pub mod pages;

#[cfg(feature = "ssr")]
pub use self::{
    db::{StaffRow, set_role, staff, sweep},
    links::{invite, setup_link},
};

#[cfg(feature = "ssr")]
mod links {
    //! Links that make accounts; of their tokens only hashes are stored.

    use super::{db, mails::InvitedPerson};
    use crate::{
        accounts::{Email, StaffRole},
        db::{Db, Tx},
        error::AppError,
        l10n::Locale,
        platform::{mail::send_later, site::Site, token::new_token},
        text::with_query,
    };

    /// The address at which the first admin is made; none where there is somebody already. Each node has its own.
    pub async fn setup_link(db: &Db, site: &Site) -> Result<Option<String>, AppError> {
        let token = new_token()?;
        let made = db::begin_setup(db, &token).await?;
        Ok(made.then(|| site.origin.clone() + &with_query("/setup", &[("token", &token)])))
    }

    /// Invites somebody to make an account: mails the link, and returns it.
    pub async fn invite(
        tx: &mut Tx,
        origin: &str,
        email: &Email,
        staff: Option<StaffRole>,
    ) -> Result<String, AppError> {
        let token = new_token()?;
        db::insert_invitation(tx, email, staff, &token).await?;
        let link = origin.to_string() + &with_query("/join", &[("token", &token)]);
        send_later(tx, &InvitedPerson { email, staff }.mail(Locale::default(), &link)).await?;
        Ok(link)
    }
}
