//! `POST /unsubscribe`: one click in a mail program ends mails of a kind (RFC 8058).

use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use serde::Deserialize;

use super::{Kind, db};
use crate::{error::AppError, platform::Platform};

/// What the link of a mail says.
#[derive(Deserialize)]
pub struct Link {
    token: String,
    kind: String,
}

/// Ends mails. The program that asks shows nothing of the answer.
pub async fn unsubscribe(
    State(platform): State<Platform>,
    Query(link): Query<Link>,
) -> Result<(StatusCode, &'static str), AppError> {
    let kind: Kind = link.kind.parse().map_err(|_| AppError::NotFound)?;
    let user = db::whose(&platform.db, &link.token).await?.ok_or(AppError::NotFound)?;
    db::end_mails(&platform.db, user, kind).await?;
    Ok((StatusCode::OK, "unsubscribed"))
}
