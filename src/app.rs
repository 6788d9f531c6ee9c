//! The HTML shell, the app, and the one route table.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
#[cfg(feature = "ssr")]
use leptos_meta::{HashedStylesheet, MetaTags};
use leptos_router::{
    SsrMode::Async,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    accounts::pages::*, applications::pages::*, companies::pages::*, error::AppError, jobs::pages::*, l10n::t,
    postings::pages::*, profiles::pages::*, resumes::pages::*, ui::*,
};

/// The document around [`App`].
#[cfg(feature = "ssr")]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    use crate::l10n::{catalogue_path, locale};
    let catalogue = catalogue_path(locale());
    view! {
        <!DOCTYPE html>
        <html lang=locale().to_string() dir="ltr" data-catalogue=catalogue>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="preload" href=catalogue r#as="fetch" crossorigin="anonymous"/>
                <HashedStylesheet options=options.clone() id="style"/>
                <HydrationScripts options/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Every page of Jobi.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_boot();
    // End-to-end tests wait for this before they touch a page.
    Effect::new(|| {
        if let Some(body) = document().body() {
            _ = body.set_attribute("data-hydrated", "");
        }
    });
    view! {
        <Router>
            <a class="skip-link" href="#main" rel="external">{t().skip_to_content()}</a>
            <SiteHeader/>
            <main id="main" class="page" tabindex="-1">
                <Routes fallback=NotFound>
                    <Route path=path!("/") view=HomePage ssr=Async/>
                    <Route path=path!("/jobs") view=JobsPage ssr=Async/>
                    <Route path=path!("/jobs/for-me") view=JobsForMePage ssr=Async/>
                    <Route path=path!("/jobs/:slug") view=JobPage ssr=Async/>
                    <Route path=path!("/jobs/:slug/apply") view=ApplyPage ssr=Async/>
                    <Route path=path!("/companies") view=CompaniesPage ssr=Async/>
                    <Route path=path!("/companies/:slug") view=CompanyPage ssr=Async/>

                    <Route path=path!("/login") view=LoginPage ssr=Async/>
                    <Route path=path!("/register") view=RegisterPage ssr=Async/>
                    <Route path=path!("/settings") view=SettingsPage ssr=Async/>
                    <Route path=path!("/profile") view=ProfilePage ssr=Async/>

                    <Route path=path!("/resumes") view=ResumesPage ssr=Async/>
                    <Route path=path!("/resumes/:id") view=ResumePage ssr=Async/>
                    <Route path=path!("/applications") view=ApplicationsPage ssr=Async/>
                    <Route path=path!("/applications/:id") view=ApplicationPage ssr=Async/>

                    <Route path=path!("/employer") view=EmployerPage ssr=Async/>
                    <Route path=path!("/employer/postings") view=PostingsPage ssr=Async/>
                    <Route path=path!("/employer/postings/new") view=NewPostingPage ssr=Async/>
                    <Route path=path!("/employer/postings/:id") view=PostingPage ssr=Async/>
                    <Route path=path!("/employer/postings/:id/preview") view=PostingPreviewPage ssr=Async/>
                    <Route path=path!("/employer/candidates") view=CandidatesPage ssr=Async/>
                    <Route path=path!("/employer/candidates/:id") view=CandidatePage ssr=Async/>
                    <Route path=path!("/employer/company") view=EditCompanyPage ssr=Async/>
                </Routes>
            </main>
            <SiteFooter/>
            <Toasts/>
        </Router>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound/> }
}
