//! Server functions of what one acts as.

use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    crate::{
        accounts::{Role, act_for as switch, current_user, entry::landing},
        platform::platform,
    },
    uuid::Uuid,
};

/// Has this session act for one of the person's companies; as a job seeker where none is named.
#[server(endpoint = "act_for")]
pub async fn act_for(company: String, #[server(default)] next: String) -> Result<(), AppError> {
    let user = current_user()?;
    let company: Option<Uuid> = match company.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::Malformed)?),
    };
    let mut tx = platform().db.begin().await?;
    switch(&mut tx, &user, company).await?;
    tx.commit().await?;
    leptos_axum::redirect(landing(&next, if company.is_some() { Role::Employer } else { Role::Seeker }));
    Ok(())
}
