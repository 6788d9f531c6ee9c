//! Server functions of the public pages of companies.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::model::CompanyQuery;
use super::model::{Company, CompanyCard};
use crate::{error::AppError, paging::Page};
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{paging::Cursor, platform::platform, text::is_slug},
};

/// A page of the list; `query` is the address's.
#[server(endpoint = "load_companies")]
pub async fn load_companies(#[server(default)] query: String) -> Result<Page<CompanyCard>, AppError> {
    let CompanyQuery { name, after, before } = CompanyQuery::parse(&query);
    db::find_companies(&platform().db, &name, &Cursor::beside(&after, &before)).await
}

/// A company and a page of its open postings.
#[server(endpoint = "load_company")]
pub async fn load_company(
    slug: String,
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<Company, AppError> {
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    db::find_company(&platform().db, &slug, Cursor::beside(&after, &before)).await
}
