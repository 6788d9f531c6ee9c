//! `/dev/clock`: moves the clock of a site that somebody tests on the same machine, to see what expires.

use axum::{
    Form,
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use serde::Deserialize;

use super::{Platform, client_addr::client_addr};
use crate::{db::move_clock, error::AppError};

/// The longest way that the clock is moved at once, in seconds: a year.
const MAX_FORWARD: i64 = 366 * 24 * 60 * 60;

/// Lets nobody in but clients on this machine, at a site whose operator wants it.
pub async fn layer(State(platform): State<Platform>, request: Request, next: Next) -> Response {
    let here = client_addr(&request, platform.site.proxies).0.is_loopback();
    match here && platform.site.test_clock {
        true => next.run(request).await,
        false => AppError::NotFound.into_response(),
    }
}

/// How far the clock is moved, in seconds.
#[derive(Deserialize)]
pub struct Move {
    forward: i64,
}

/// Moves the clock forward. What is due by then is done soon after.
pub async fn forward(Form(Move { forward }): Form<Move>) -> StatusCode {
    if !(0..=MAX_FORWARD).contains(&forward) {
        return StatusCode::UNPROCESSABLE_ENTITY;
    }
    move_clock(TimeDelta::seconds(forward));
    StatusCode::NO_CONTENT
}
