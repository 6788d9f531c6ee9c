//! Server functions of companies.

mod team;

use leptos::prelude::*;
pub use team::*;

use super::model::{Company, CompanyEditor, CompanyForm, CompanyList};
#[cfg(feature = "ssr")]
use super::model::{CompanyDone, CompanyQuery, EDIT_PATH};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::{db, logo},
    crate::{
        accounts::{Action, Role, may_in_company, viewer},
        jobs::{self, tags},
        paging::Cursor,
        platform::{
            markdown::{self, Below},
            page_record, platform,
        },
        text::is_slug,
        ui::done,
    },
};

/// A page of the list; `query` is the address's.
#[server(endpoint = "load_companies")]
pub async fn load_companies(#[server(default)] query: String) -> Result<CompanyList, AppError> {
    page_record::shows([tags::LISTS]);
    let CompanyQuery { name, cut, after, before } = CompanyQuery::parse(&query);
    let page = db::find_companies(&platform().db, &name, &Cursor::beside(&after, &before)).await?;
    let cut = (!cut.is_empty()).then(|| format!("…{cut}"));
    let left_out = db::left_out(&name, !page.rows.is_empty()).into_iter().chain(cut).collect();
    Ok(CompanyList { page, left_out })
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
    let found = db::find_company(&platform().db, &slug, Cursor::beside(&after, &before)).await?;
    page_record::shows([tags::company(found.id)]);
    let mut company = found.company;
    if let Some(seeker) = viewer().filter(|user| user.role == Role::Seeker) {
        jobs::mark_sent(&platform().db, seeker.id, &mut company.jobs.rows).await?;
    }
    Ok(company)
}

/// The company's page, to edit.
#[server(endpoint = "load_company_editor")]
pub async fn load_company_editor() -> Result<CompanyEditor, AppError> {
    let (_, company) = may_in_company(Action::EditCompany)?;
    db::editor(&platform().db, company).await
}

/// Stores the company's page. Its slug stays when its name changes.
#[server(endpoint = "save_company")]
pub async fn save_company(#[server(flatten)] form: CompanyForm) -> Result<(), AppError> {
    let (_, company) = may_in_company(Action::EditCompany)?;
    let (store, form) = (platform().db, form.check()?);
    let about = markdown::render(form.about.clone(), Below::Section).await?;
    db::update(&store, company, &form, &about).await?;
    // One batch updates the full-text index of most companies at once; the background task does the remaining postings.
    jobs::work_task(&store, company).await?;
    done(EDIT_PATH, CompanyDone::CompanySaved);
    Ok(())
}

/// Removes the logo.
#[server(endpoint = "remove_logo")]
pub async fn remove_logo() -> Result<(), AppError> {
    let (_, company) = may_in_company(Action::EditCompany)?;
    logo::replace(&platform(), company, None).await?;
    done(EDIT_PATH, CompanyDone::LogoRemoved);
    Ok(())
}
