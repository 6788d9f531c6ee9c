//! `POST /unsubscribe`: one click in a mail program ends mails of a kind (RFC 8058). The link alone says whose they are,
//! so that it may come from any site.

use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use serde::Deserialize;

use super::{MailsOf, db};
use crate::{error::AppError, platform::Platform};

/// What the link of a mail says.
#[derive(Deserialize)]
pub struct Link {
    token: String,
    kind: String,
}

/// Where mail programs post to.
pub const PATH: &str = "/unsubscribe";

/// Ends mails. The program that asks shows nothing of the answer.
pub async fn unsubscribe(
    State(platform): State<Platform>,
    Query(link): Query<Link>,
) -> Result<(StatusCode, &'static str), AppError> {
    let mails: MailsOf = link.kind.parse().map_err(|_| AppError::NotFound)?;
    let user = db::whose(&platform.db, &link.token).await?.ok_or(AppError::NotFound)?;
    db::end_mails(&platform.db, user, mails).await?;
    Ok((StatusCode::OK, "unsubscribed"))
}
