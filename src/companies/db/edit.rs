//! What members change of their company.

use chrono::{DateTime, Utc};
use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use super::companies::name_words;
use crate::companies::{CompanyEditor, CompanyForm, logo};
use crate::{
    db::{Db, now},
    error::AppError,
    execute,
    jobs::{self, SEARCH_VERSION, tags},
    platform::{
        files_db::delete_later,
        markdown::{self, Below, RENDERER_VERSION, Rendered},
    },
    read,
    text::Zone,
    write_in,
};

/// A company's page, to edit.
pub async fn editor(db: &Db, company: Uuid) -> Result<CompanyEditor, AppError> {
    let found: Option<CompanyEditor> = read!(db, |c| {
        query_as("SELECT slug, name, site, about, city, country, time_zone, size, logo FROM companies WHERE id = $1")
            .bind(company)
            .fetch_optional(c)
    })?;
    let found = found.ok_or(AppError::NotFound)?;
    let mut zones: Vec<String> = Zone::names().into_iter().map(str::to_string).collect();
    // A browser may have told an older name, which stays until another is chosen.
    if !found.form.time_zone.is_empty() && !zones.contains(&found.form.time_zone) {
        zones.push(found.form.time_zone.clone());
    }
    Ok(CompanyEditor { zones, ..found })
}

/// Stores a company's page, with its rendered text. In another time zone its postings' last days stay what they are.
pub async fn update(db: &Db, company: Uuid, form: &CompanyForm, about: &Rendered) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    // Postings are locked before their company.
    jobs::move_last_days(&mut tx, company, Zone::stored(&form.time_zone)).await?;
    execute!(
        &mut tx,
        query(
            "UPDATE companies SET name = $1, name_key = $2, site = $3, about = $4, city = $5, country = $6, size = $7,
                updated_at = $8, about_html = $9, about_excerpt = $10, html_version = $11, time_zone = $12,
                name_words = $13, search_version = $14
             WHERE id = $15"
        )
        .bind(&form.name)
        .bind(form.name.to_lowercase())
        .bind(&form.site)
        .bind(&form.about)
        .bind(&form.city)
        .bind(&form.country)
        .bind(&form.size)
        .bind(now())
        .bind(&about.html)
        .bind(&about.excerpt)
        .bind(RENDERER_VERSION)
        .bind(&form.time_zone)
        .bind(name_words(&form.name))
        .bind(SEARCH_VERSION)
        .bind(company)
    )?;
    tx.change([tags::company(company), tags::COMPANY_NAMES, tags::LISTS]);
    Ok(tx.commit().await?)
}

/// Renders a batch of texts anew that older rules have rendered; returns whether there were any.
pub async fn render_some(db: &Db) -> Result<bool, AppError> {
    let old: Vec<(Uuid, DateTime<Utc>, String)> = read!(db, |c| {
        query_as("SELECT id, updated_at, about FROM companies WHERE html_version < $1 LIMIT $2")
            .bind(RENDERER_VERSION)
            .bind(markdown::AT_ONCE)
            .fetch_all(c)
    })?;
    if old.is_empty() {
        return Ok(false);
    }
    let rendered = markdown::render_all(old, Below::Section).await?;
    let mut tx = db.begin().await?;
    for (id, updated_at, text) in rendered {
        // A save in between has rendered it by the present rules as well, so that row is left alone.
        execute!(
            &mut tx,
            query(
                "UPDATE companies SET about_html = $1, about_excerpt = $2, html_version = $3
                 WHERE id = $4 AND updated_at = $5 AND html_version < $3"
            )
            .bind(&text.html)
            .bind(&text.excerpt)
            .bind(RENDERER_VERSION)
            .bind(id)
            .bind(updated_at)
        )?;
        tx.change([tags::company(id)]);
    }
    tx.commit().await?;
    Ok(true)
}

/// Sets the name of a company's stored logo, and deletes the file of the previous one.
pub async fn set_logo(db: &Db, company: Uuid, logo: Option<&str>) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let before: Option<Option<String>> = write_in!(&mut tx, |c| {
        query_scalar("SELECT logo FROM companies WHERE id = $1").bind(company).fetch_optional(c)
    })?;
    let before = before.ok_or(AppError::NotFound)?;
    execute!(
        &mut tx,
        query("UPDATE companies SET logo = $1, updated_at = $2 WHERE id = $3").bind(logo).bind(now()).bind(company)
    )?;
    tx.change([tags::company(company), tags::LISTS]);
    delete_later(&mut tx, before.map(|name| logo::file_of(&name)).as_slice()).await?;
    Ok(tx.commit().await?)
}

/// The stored files of logos, in the order of their names, after the one given.
pub async fn files_named(db: &Db, after: &str, limit: i64) -> Result<Vec<String>, AppError> {
    let names: Vec<String> = read!(db, |c| {
        query_scalar("SELECT logo FROM companies WHERE logo > $1 ORDER BY logo LIMIT $2")
            .bind(logo::name_of(after).unwrap_or_default())
            .bind(limit)
            .fetch_all(c)
    })?;
    Ok(names.iter().map(|name| logo::file_of(name)).collect())
}
