//! The HTML shell, the app, and the one route table.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_meta::MetaTags;
use leptos_meta::provide_meta_context;
use leptos_router::{
    ChooseView,
    SsrMode::Async,
    components::{Route, Router, Routes},
    path,
};

use super::header::{SiteFooter, SiteHeader};
use crate::{
    accounts::{
        api::LoadSession,
        me,
        pages::{LoginPage, RegisterPage, SettingsPage},
        provide_me,
    },
    applications::pages::{ApplicationPage, ApplicationsPage, ApplyPage, CandidatePage, CandidatesPage},
    companies::pages::{CompaniesPage, CompanyPage, EditCompanyPage},
    error::AppError,
    jobs::pages::{
        EmployerPage, HomePage, JobPage, JobsPage, NewPostingPage, PostingPage, PostingPreviewPage, PostingsPage,
    },
    l10n::t,
    live::Live,
    messages::{
        Outgoing,
        pages::{AskPage, EditMessagePage, MessagesPage, NotificationSettingsPage, ThreadPage},
    },
    notifications::pages::{NotificationBell, NotificationsPage, provide_unread},
    profiles::pages::{JobsForMePage, ProfilePage},
    resumes::pages::{ResumePage, ResumesPage},
    ui::{AskBeforeLeaving, ErrorPage, ReloadNotice, Times, Toasts, ask, provide_boot},
};

/// The document around [`App`].
#[cfg(feature = "ssr")]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    use {
        super::{
            form_memory::still_page,
            program::{ProgramLoader, StyleLink},
        },
        crate::l10n::{catalogue_path, locale},
    };
    let catalogue = catalogue_path(locale());
    view! {
        <!DOCTYPE html>
        <html lang=locale().to_string() dir="ltr" data-catalogue=catalogue>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <StyleLink options=options.clone()/>
                <AutoReload options=options.clone()/>
                {still_page().is_none().then(|| view! { <ProgramLoader options/> })}
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
    provide_boot(super::boot::make);
    provide_me();
    Times::provide();
    Live::provide(me().map(|me| me.id), || Box::pin(async { ask(LoadSession {}).await.map(|_| ()) }));
    Outgoing::provide();
    #[cfg(feature = "hydrate")]
    me().into_iter().for_each(|me| super::signed_in::begin(me.newest_event));
    provide_unread();
    view! {
        <Router>
            <a class="skip-link" href="#main" rel="external">{t().skip_to_content()}</a>
            <SiteHeader><NotificationBell/></SiteHeader>
            <main id="main" class="page" tabindex="-1">
                <Routes fallback=NotFound>
                    <Route path=path!("/") view=HomePage ssr=Async/>
                    <Route path=path!("/jobs") view=JobsPage ssr=Async/>
                    <Route path=path!("/jobs/for-me") view=SeekerArea::JobsForMePage ssr=Async/>
                    <Route path=path!("/jobs/:slug") view=PublicArea::JobPage ssr=Async/>
                    <Route path=path!("/jobs/:slug/apply") view=SeekerArea::ApplyPage ssr=Async/>
                    <Route path=path!("/companies") view=PublicArea::CompaniesPage ssr=Async/>
                    <Route path=path!("/companies/:slug") view=PublicArea::CompanyPage ssr=Async/>

                    <Route path=path!("/login") view=AccountArea::LoginPage ssr=Async/>
                    <Route path=path!("/register") view=AccountArea::RegisterPage ssr=Async/>
                    <Route path=path!("/settings") view=AccountArea::SettingsPage ssr=Async/>
                    <Route path=path!("/profile") view=SeekerArea::ProfilePage ssr=Async/>

                    <Route path=path!("/resumes") view=SeekerArea::ResumesPage ssr=Async/>
                    <Route path=path!("/resumes/:id") view=SeekerArea::ResumePage ssr=Async/>
                    <Route path=path!("/applications") view=SeekerArea::ApplicationsPage ssr=Async/>
                    <Route path=path!("/applications/:id") view=SeekerArea::ApplicationPage ssr=Async/>

                    <Route path=path!("/messages") view=TalkArea::MessagesPage ssr=Async/>
                    <Route path=path!("/messages/:id") view=TalkArea::ThreadPage ssr=Async/>
                    <Route path=path!("/messages/edit/:id") view=TalkArea::EditMessagePage ssr=Async/>
                    <Route path=path!("/jobs/:slug/ask") view=TalkArea::AskPage ssr=Async/>
                    <Route path=path!("/settings/notifications") view=TalkArea::NotificationSettingsPage ssr=Async/>
                    <Route path=path!("/notifications") view=TalkArea::NotificationsPage ssr=Async/>

                    <Route path=path!("/employer") view=EmployerArea::EmployerPage ssr=Async/>
                    <Route path=path!("/employer/postings") view=EmployerArea::PostingsPage ssr=Async/>
                    <Route path=path!("/employer/postings/new") view=EmployerArea::NewPostingPage ssr=Async/>
                    <Route path=path!("/employer/postings/:id") view=EmployerArea::PostingPage ssr=Async/>
                    <Route path=path!("/employer/postings/:id/preview") view=EmployerArea::PostingPreviewPage ssr=Async/>
                    <Route path=path!("/employer/candidates") view=EmployerArea::CandidatesPage ssr=Async/>
                    <Route path=path!("/employer/candidates/:id") view=EmployerArea::CandidatePage ssr=Async/>
                    <Route path=path!("/employer/company") view=EmployerArea::EditCompanyPage ssr=Async/>
                </Routes>
            </main>
            <SiteFooter/>
            <Toasts/>
            <ReloadNotice/>
            <AskBeforeLeaving/>
        </Router>
    }
}

/// Pages whose WebAssembly is split off together, and loaded when the first of them is visited.
macro_rules! area {
    ($(#[$doc:meta])* $area:ident = $load:ident, $preload:ident: $($page:ident),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        #[allow(clippy::enum_variant_names, reason = "a page is called as its component; two of them are no pattern yet")]
        enum $area { $($page),+ }

        impl ChooseView for $area {
            async fn choose(self) -> AnyView {
                $load(self).await
            }

            // Hydration waits for `preload` alone, and then needs `choose` to be ready at once.
            async fn preload(&self) {
                #[cfg(feature = "hydrate")]
                $preload().await;
            }
        }

        #[lazy] // names what it makes beside it `__preload_…`
        fn $load(page: $area) -> AnyView {
            match page { $($area::$page => $page().into_any()),+ }
        }
    };
}

area! {
    /// What everybody sees, but for the home page and the list of postings: what every page loads has them.
    PublicArea = public_area, __preload_public_area: CompaniesPage, CompanyPage, JobPage
}

area! {
    /// Login, registration, and one's account.
    AccountArea = account_area, __preload_account_area: LoginPage, RegisterPage, SettingsPage
}

area! {
    /// Seekers' own pages.
    SeekerArea = seeker_area, __preload_seeker_area: ApplicationPage, ApplicationsPage, ApplyPage, JobsForMePage, ProfilePage, ResumePage, ResumesPage
}

area! {
    /// The employer's dashboard.
    EmployerArea = employer_area, __preload_employer_area: CandidatePage, CandidatesPage, EditCompanyPage, EmployerPage, NewPostingPage, PostingPage,
    PostingPreviewPage, PostingsPage
}

area! {
    /// Messages and notifications.
    TalkArea = talk_area, __preload_talk_area: AskPage, EditMessagePage, MessagesPage, NotificationSettingsPage, NotificationsPage, ThreadPage
}

#[component]
fn NotFound() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound/> }
}
