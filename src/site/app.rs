//! The HTML shell, the app, and the one route table.

use leptos::{
    children::ToChildren,
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};
#[cfg(feature = "ssr")]
use leptos_meta::MetaTags;
use leptos_meta::provide_meta_context;
use leptos_router::{
    ChooseView, MatchNestedRoutes, NestedRoute, PossibleRouteMatch,
    SsrMode::Async,
    components::{RouteChildren, Router, Routes},
    path,
};
#[cfg(feature = "hydrate")]
use leptos_router::{MatchInterface, RouteDefs};

use super::header::{SiteFooter, SiteHeader};
use crate::{
    accounts::{
        api::LoadSession,
        elsewhere, me,
        pages::{
            ConfirmEmailPage, ForgotPasswordPage, LoginPage, RegisterPage, ResetPasswordPage, SettingsPage, SwitchPage,
        },
        provide_me,
        second_factor::pages::{
            AppSetupPage, LoginCodePage, NewPasskeyPage, PasskeyPage, RecoveryCodesPage, SecurityPage,
        },
        staff::pages::{JoinPage, SetupPage},
    },
    admin::pages::{AdminPage, AuditPage, ReportsPage},
    applications::pages::{
        AddCandidatePage, ApplicationPage, ApplicationsPage, ApplyPage, CandidatePage, CandidatesPage, GuestLinkPage,
        GuestLinksPage, PostingStagesPage,
    },
    companies::pages::{CompaniesPage, CompanyPage, EditCompanyPage, InvitationPage, TeamPage},
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
    notifications::pages::{NotificationBell, NotificationsPage, UnsubscribePage, provide_unread},
    profiles::pages::{JobsForMePage, ProfilePage},
    resumes::pages::{ResumePage, ResumesPage},
    ui::{AskBeforeLeaving, Elsewhere, ErrorPage, ReloadNotice, Times, Toasts, ask, provide_boot},
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
                {still_page().is_none().then(|| view! { <ProgramLoader options=options.clone()/> })}
                <StyleLink options=options.clone()/>
                <AutoReload options/>
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
    provide_context(Elsewhere(elsewhere));
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
                <Routes fallback=NotFound children=RouteChildren::to_children(routes)/>
            </main>
            <SiteFooter/>
            <Toasts/>
            <ReloadNotice/>
            <AskBeforeLeaving/>
        </Router>
    }
}

/// Every route and its page.
fn routes() -> impl MatchNestedRoutes + Clone + Send + 'static {
    (
        (
            page(path!("/"), HomePage),
            page(path!("/jobs"), JobsPage),
            page(path!("/jobs/for-me"), SeekerArea::JobsForMePage),
            page(path!("/jobs/:slug"), PublicArea::JobPage),
            page(path!("/jobs/:slug/apply"), SeekerArea::ApplyPage),
            page(path!("/companies"), PublicArea::CompaniesPage),
            page(path!("/companies/:slug"), PublicArea::CompanyPage),
        ),
        (
            page(path!("/login"), AccountArea::LoginPage),
            page(path!("/register"), AccountArea::RegisterPage),
            page(path!("/forgot"), AccountArea::ForgotPasswordPage),
            page(path!("/reset"), AccountArea::ResetPasswordPage),
            page(path!("/confirm"), AccountArea::ConfirmEmailPage),
            page(path!("/settings"), AccountArea::SettingsPage),
            page(path!("/switch"), AccountArea::SwitchPage),
            page(path!("/invitation/:token"), AccountArea::InvitationPage),
            page(path!("/profile"), SeekerArea::ProfilePage),
        ),
        (
            page(path!("/login/code"), AccountArea::LoginCodePage),
            page(path!("/settings/security"), AccountArea::SecurityPage),
            page(path!("/settings/security/app"), AccountArea::AppSetupPage),
            page(path!("/settings/security/codes"), AccountArea::RecoveryCodesPage),
            page(path!("/settings/security/passkey"), AccountArea::NewPasskeyPage),
            page(path!("/settings/security/passkeys/:id"), AccountArea::PasskeyPage),
            page(path!("/setup"), AccountArea::SetupPage),
            page(path!("/join"), AccountArea::JoinPage),
        ),
        (
            page(path!("/admin"), AdminArea::AdminPage),
            page(path!("/admin/audit"), AdminArea::AuditPage),
            page(path!("/admin/reports"), AdminArea::ReportsPage),
        ),
        (
            page(path!("/resumes"), SeekerArea::ResumesPage),
            page(path!("/resumes/:id"), SeekerArea::ResumePage),
            page(path!("/applications"), SeekerArea::ApplicationsPage),
            page(path!("/applications/:id"), SeekerArea::ApplicationPage),
            page(path!("/guest"), SeekerArea::GuestLinksPage),
            page(path!("/guest/:token"), SeekerArea::GuestLinkPage),
        ),
        (
            page(path!("/messages"), TalkArea::MessagesPage),
            page(path!("/messages/:id"), TalkArea::ThreadPage),
            page(path!("/messages/edit/:id"), TalkArea::EditMessagePage),
            page(path!("/jobs/:slug/ask"), TalkArea::AskPage),
            page(path!("/settings/notifications"), TalkArea::NotificationSettingsPage),
            page(path!("/notifications"), TalkArea::NotificationsPage),
            page(path!("/unsubscribe"), TalkArea::UnsubscribePage),
        ),
        (
            page(path!("/employer"), EmployerArea::EmployerPage),
            page(path!("/employer/postings"), EmployerArea::PostingsPage),
            page(path!("/employer/postings/new"), EmployerArea::NewPostingPage),
            page(path!("/employer/postings/:id"), EmployerArea::PostingPage),
            page(path!("/employer/postings/:id/preview"), EmployerArea::PostingPreviewPage),
            page(path!("/employer/postings/:id/stages"), EmployerArea::PostingStagesPage),
            page(path!("/employer/candidates"), EmployerArea::CandidatesPage),
            page(path!("/employer/candidates/new"), EmployerArea::AddCandidatePage),
            page(path!("/employer/candidates/:id"), EmployerArea::CandidatePage),
            page(path!("/employer/company"), EmployerArea::EditCompanyPage),
            page(path!("/employer/team"), EmployerArea::TeamPage),
        ),
    )
}

fn page(
    path: impl PossibleRouteMatch + Clone + Send + 'static,
    view: impl ChooseView,
) -> impl MatchNestedRoutes + Clone + Send + 'static {
    NestedRoute::new(path, view).ssr_mode(Async)
}

/// Loads the part of the program that has the page of this address. In hydration nothing is waited for: meanwhile
/// others could change what is half taken over.
#[cfg(feature = "hydrate")]
pub async fn load_part_of_page() {
    let path = window().location().pathname().unwrap_or_default();
    if let Some(found) = RouteDefs::new_with_base(routes(), "").match_route(&path) {
        found.into_view_and_child().0.preload().await;
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
                #[cfg(feature = "ssr")]
                leptos::prefetch_lazy_fn_on_server(stringify!($load));
                // In the browser `preload` has come before.
                $load(self).await.unwrap_or_else(|_| ().into_any())
            }

            // Hydration waits for `preload` alone, and then needs `choose` to be ready at once.
            async fn preload(&self) {
                #[cfg(feature = "hydrate")]
                crate::ui::load_part($preload).await;
            }
        }

        #[wasm_split($load, wasm_split_path = leptos::wasm_split, preload($preload), fallible)]
        fn $load(page: $area) -> Result<AnyView, SplitLoaderError> {
            Ok(match page { $($area::$page => $page().into_any()),+ })
        }
    };
}

area! {
    /// What everybody sees, but for the home page and the list of postings: what every page loads has them.
    PublicArea = public_area, preload_public_area: CompaniesPage, CompanyPage, JobPage
}

area! {
    /// Login, registration, and one's account.
    AccountArea = account_area, preload_account_area: AppSetupPage, ConfirmEmailPage, ForgotPasswordPage, InvitationPage,
    JoinPage, LoginCodePage, LoginPage, NewPasskeyPage, PasskeyPage, RecoveryCodesPage, RegisterPage, ResetPasswordPage,
    SecurityPage, SettingsPage, SetupPage, SwitchPage
}

area! {
    /// What the site's staff sees.
    AdminArea = admin_area, preload_admin_area: AdminPage, AuditPage, ReportsPage
}

area! {
    /// Seekers' own pages.
    SeekerArea = seeker_area, preload_seeker_area: ApplicationPage, ApplicationsPage, ApplyPage, GuestLinkPage, GuestLinksPage, JobsForMePage, ProfilePage, ResumePage, ResumesPage
}

area! {
    /// The employer's dashboard.
    EmployerArea = employer_area, preload_employer_area: AddCandidatePage, CandidatePage, CandidatesPage, EditCompanyPage, EmployerPage, NewPostingPage, PostingPage,
    PostingPreviewPage, PostingStagesPage, PostingsPage, TeamPage
}

area! {
    /// Messages and notifications.
    TalkArea = talk_area, preload_talk_area: AskPage, EditMessagePage, MessagesPage, NotificationSettingsPage, NotificationsPage, ThreadPage, UnsubscribePage
}

#[component]
fn NotFound() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound/> }
}
