use leptos::prelude::*;

use super::{
    row::{JobRows, jobs_count},
    search_bar::SearchBar,
};
use crate::{
    jobs::{CategoryCount, HiringCompany, Home, JobQuery, api::LoadHome},
    l10n::{format, t},
    ui::{Empty, Load, Logo, PageMeta},
};

/// `/`: what this site is, a search, what is new, and who hires.
#[component]
pub fn HomePage() -> impl IntoView {
    let t = t();
    view! {
        <PageMeta title=t.home_page_title() description=t.home_lead() canonical="/"/>
        <div class="hero">
            <h1>{t.home_title()}</h1>
            <p>{t.home_lead()}</p>
            <SearchBar query=Signal::stored(JobQuery::default())/>
        </div>
        <Load ask=|| LoadHome {} view=move |home| view! { <HomeLists home/> }.into_any()/>
    }
}

#[component]
fn HomeLists(home: Home) -> impl IntoView {
    let t = t();
    if home.newest.is_empty() {
        return view! {
            <Empty title=t.jobs_none_title() text=t.jobs_none_text()>
                <a class="button" href="/register?role=employer">{t.home_post()}</a>
            </Empty>
        }
        .into_any();
    }
    view! {
        <section class="section">
            <div class="section__head"><h2>{t.home_newest()}</h2> <a href="/jobs">{t.home_all_jobs()}</a></div>
            <JobRows jobs=home.newest/>
        </section>
        <section class="section">
            <div class="section__head"><h2>{t.home_categories()}</h2></div>
            <ul class="category-grid">{home.categories.into_iter().map(category_tile).collect_view()}</ul>
        </section>
        <section class="section">
            <div class="section__head"><h2>{t.home_companies()}</h2> <a href="/companies">{t.home_all_companies()}</a></div>
            <ul class="company-grid">{home.companies.into_iter().map(company_tile).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn category_tile(row: CategoryCount) -> impl IntoView {
    view! {
        <li>
            <a href=format!("/jobs?category={}", row.category)>
                <span class="category-grid__name">{row.category.label()}</span>
                <span class="category-grid__count">{format::number(row.count)}</span>
            </a>
        </li>
    }
}

fn company_tile(row: HiringCompany) -> impl IntoView {
    view! {
        <li>
            <a href=format!("/companies/{}", row.slug)>
                <Logo name=row.name.clone() file=row.logo/>
                <span class="category-grid__name" dir="auto">{row.name}</span>
                <span class="category-grid__count">{jobs_count(row.open_postings)}</span>
            </a>
        </li>
    }
}
