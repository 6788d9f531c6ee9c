//! `/jobs/{slug}/share.png`: the picture that others show beside a link to a posting; `/share.png`: to any other page.

use axum::{
    body::Bytes,
    extract::{Path, Request, State},
    http::header,
    response::IntoResponse,
};

use super::{
    Pay,
    cache::{JobsCache, shown_with},
    db,
};
use crate::{
    db::CacheTag,
    error::AppError,
    l10n::{in_language, language, t},
    platform::{
        Platform,
        client_addr::client_addr,
        share_picture::{Words, draw},
    },
    text::is_slug,
};

/// `GET /jobs/{slug}/share.png`.
pub async fn of_posting(
    State(cache): State<JobsCache>,
    State(platform): State<Platform>,
    Path(slug): Path<String>,
    request: Request,
) -> Result<impl IntoResponse, AppError> {
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    let locale = language(request.headers());
    let client = client_addr(&request, platform.site.proxies);
    let make = async {
        let found = cache.job(slug.clone(), db::find_job(&platform.db, &slug)).await?;
        platform.rates.share_picture(client)?;
        let card = &found.job.card;
        let words = in_language(locale, || Words {
            above: card.company.clone(),
            title: card.title.clone(),
            below: card.pay.as_ref().map(Pay::text).unwrap_or_default(),
            note: card.place.text().split(", ").map(String::from).chain([card.workplace.label()]).collect(),
        });
        Ok((draw(words).await?.into(), shown_with(&found)))
    };
    Ok(answer(cache.picture((locale, slug.clone()), make).await?))
}

/// `GET /share.png`.
pub async fn of_site(
    State(cache): State<JobsCache>,
    State(platform): State<Platform>,
    request: Request,
) -> Result<impl IntoResponse, AppError> {
    let locale = language(request.headers());
    let client = client_addr(&request, platform.site.proxies);
    let make = async {
        platform.rates.share_picture(client)?;
        let words = in_language(locale, || Words { title: t().home_title(), ..Words::default() });
        Ok((draw(words).await?.into(), Vec::<CacheTag>::new()))
    };
    // No posting has this slug.
    Ok(answer(cache.picture((locale, String::new()), make).await?))
}

fn answer(png: Bytes) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "image/png"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
        (header::VARY, "accept-language"),
    ];
    (headers, png)
}
