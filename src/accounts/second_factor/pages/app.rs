use leptos::prelude::*;

use crate::{
    accounts::second_factor::{
        AppSetup, QrPicture, SECURITY_PATH,
        api::{ConfirmApp, LoadAppSetup},
    },
    l10n::t,
    ui::{FormAction, Load, PageHead, PageMeta, ServerForm, Submit, TextField},
};

/// `/settings/security/app`: an authenticator app reads the picture, and shows by a code that it has.
#[component]
pub fn AppSetupPage() -> impl IntoView {
    let confirm = FormAction::to::<ConfirmApp>();
    view! {
        <PageMeta title=t().app_setup_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t().app_setup_title()/>
            <Load
                ask=|| LoadAppSetup {}
                view=move |setup| match setup {
                    Some(setup) => view! { <Steps setup confirm/> }.into_any(),
                    None => view! { <SetupIsOver/> }.into_any(),
                }
            />
        </div>
    }
}

#[component]
fn Steps(setup: AppSetup, confirm: FormAction) -> impl IntoView {
    let t = t();
    let AppSetup { secret, picture } = setup;
    view! {
        <section class="panel stack">
            <p>{t.app_setup_scan()}</p>
            <QrCode picture/>
            <p>{t.app_setup_type()} " " <code class="secret">{secret}</code></p>
            <ServerForm action=confirm reload=true guarded=false>
                <TextField name="code" label=t.field_code() help=t.field_code_help() autocomplete="one-time-code"/>
                <div class="form__actions"><Submit label=t.app_setup_action()/></div>
            </ServerForm>
        </section>
    }
}

/// A QR code. It stays dark on light in both themes: many readers know no other.
#[component]
fn QrCode(picture: QrPicture) -> impl IntoView {
    let QrPicture { side, dark } = picture;
    view! {
        <svg class="qr-code" viewBox=format!("0 0 {side} {side}") role="img" aria-label=t().app_setup_picture()>
            <path d=dark></path>
        </svg>
    }
}

/// Says that something was not begun here, or too long ago.
#[component]
pub fn SetupIsOver() -> impl IntoView {
    view! {
        <p class="notice notice--warning">{t().problem_setup_is_over()}</p>
        <p><a class="button" href=SECURITY_PATH>{t().security_title()}</a></p>
    }
}
