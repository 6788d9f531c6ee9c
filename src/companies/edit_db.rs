//! What members change of their company.

use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use super::{
    edit::{CompanyEditor, CompanyForm},
    logo,
};
use crate::{
    error::AppError,
    execute, read,
    server::{
        db::{Db, now},
        files_db::delete_later,
    },
    write_in,
};

#[derive(FromRow)]
struct Row {
    slug: String,
    name: String,
    site: String,
    about: String,
    city: String,
    country: String,
    size: String,
    logo: Option<String>,
}

/// A company's page, to edit.
pub async fn editor(db: &Db, company: Uuid) -> Result<CompanyEditor, AppError> {
    let row: Option<Row> = read!(db, |c| {
        query_as("SELECT slug, name, site, about, city, country, size, logo FROM companies WHERE id = $1")
            .bind(company)
            .fetch_optional(c)
    })?;
    let Row { slug, name, site, about, city, country, size, logo } = row.ok_or(AppError::NotFound)?;
    Ok(CompanyEditor { form: CompanyForm { name, site, about, city, country, size }, slug, logo })
}

/// Stores a company's page.
pub async fn update(db: &Db, company: Uuid, form: &CompanyForm) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query(
            "UPDATE companies SET name = $1, name_key = $2, site = $3, about = $4, city = $5, country = $6, size = $7,
                updated_at = $8
             WHERE id = $9"
        )
        .bind(&form.name)
        .bind(form.name.to_lowercase())
        .bind(&form.site)
        .bind(&form.about)
        .bind(&form.city)
        .bind(&form.country)
        .bind(&form.size)
        .bind(now())
        .bind(company)
    )?;
    Ok(tx.commit().await?)
}

/// Changes the name of a company's stored logo; the file of the one before goes.
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
    delete_later(&mut tx, before.map(|name| logo::file_of(&name)).as_slice()).await?;
    Ok(tx.commit().await?)
}

/// The stored files of logos, behind one, in the order of their names.
pub async fn files_named(db: &Db, after: &str, limit: i64) -> Result<Vec<String>, AppError> {
    let names: Vec<String> = read!(db, |c| {
        query_scalar("SELECT logo FROM companies WHERE logo > $1 ORDER BY logo LIMIT $2")
            .bind(logo::name_of(after).unwrap_or_default())
            .bind(limit)
            .fetch_all(c)
    })?;
    Ok(names.iter().map(|name| logo::file_of(name)).collect())
}
