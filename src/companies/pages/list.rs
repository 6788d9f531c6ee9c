use leptos::prelude::*;
use leptos_router::components::Form;

use crate::{
    companies::{CompanyCard, CompanyList, CompanyQuery, NAME_LENGTH, api::LoadCompanies},
    jobs::jobs_count,
    l10n::t,
    text::with_query,
    ui::{Empty, Icon, IconName, Load, Logo, PageHead, PageMeta, PagedList, query_of},
};

/// `/companies`: who hires here, by name.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let t = t();
    let query = query_of("/companies", CompanyQuery::parse);
    view! {
        <PageMeta title=t.companies_title() description=t.companies_lead() canonical="/companies"/>
        <PageHead title=t.companies_title() lead=t.companies_lead()/>
        <div class="section">
            <Form action="/companies" attr:class="search-bar" attr:role="search">
                <div class="search-bar__field">
                    <label for="company-name">{t.companies_name()}</label>
                    <Icon name=IconName::Search/>
                    <input
                        id="company-name"
                        type="search"
                        dir="auto"
                        name="q"
                        maxlength=NAME_LENGTH
                        placeholder=t.companies_name_hint()
                        value=query.with_untracked(|q| q.name.clone())
                    />
                </div>
                <button type="submit" class="button button--primary">{t.companies_search()}</button>
            </Form>
        </div>
        <div class="section">
            <Load
                ask=move || LoadCompanies { query: query.with(CompanyQuery::text) }
                view=move |list| view! { <CompanyGrid list query=query.get_untracked()/> }.into_any()
            />
        </div>
    }
}

#[component]
fn CompanyGrid(list: CompanyList, query: CompanyQuery) -> impl IntoView {
    let t = t();
    let CompanyList { page, left_out } = list;
    let left_out = left_out.iter().map(|text| t.jobs_chip_words(text)).collect::<Vec<_>>().join(" ");
    let empty = move || {
        view! {
            <Empty title=t.companies_none_title() text=t.companies_none_text()>
                <a class="button" href="/companies">{t.companies_all()}</a>
            </Empty>
        }
        .into_any()
    };
    let rows = |companies: Vec<CompanyCard>| {
        let tiles = companies.into_iter().map(|company| view! { <CompanyTile company/> }).collect_view();
        view! { <ul class="company-grid">{tiles}</ul> }.into_any()
    };
    let href = move |side: &str, key: &str| with_query("/companies", &[("q", &query.name), (side, key)]);
    view! {
        {(!left_out.is_empty()).then(|| view! { <p class="notice notice--warning">{t.jobs_left_out(left_out)}</p> })}
        <PagedList page empty rows href/>
    }
}

#[component]
fn CompanyTile(company: CompanyCard) -> impl IntoView {
    let place = [company.city, company.country].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    view! {
        <li>
            <a href=format!("/companies/{}", company.slug)>
                <Logo name=company.name.clone() file=company.logo/>
                <span class="company-grid__text">
                    <span dir="auto">{company.name}</span>
                    <span class="category-grid__count">{place}</span>
                    <span class="category-grid__count">{jobs_count(company.open_postings)}</span>
                </span>
            </a>
        </li>
    }
}
