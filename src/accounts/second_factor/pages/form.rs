use leptos::{html, prelude::*};
#[cfg(not(feature = "ssr"))]
use {
    crate::{
        accounts::second_factor::{api::BeginPasskeyLogin, browser},
        ui::ask,
    },
    leptos::task::spawn_local,
};

use crate::{
    l10n::t,
    ui::{FormAction, Icon, IconName, ServerForm},
};

/// A form that is sent with the answer of a passkey. It needs scripts, so its button shows once they run.
#[component]
pub fn PasskeyForm(
    action: FormAction,
    #[prop(into)] label: String,
    #[prop(default = "button")] class: &'static str,
    /// What a new passkey is made with; without it, one that is there is asked for.
    #[prop(optional)]
    make: Option<String>,
    /// What is sent along.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (is_ready, is_busy, has_failed) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let answer: NodeRef<html::Input> = NodeRef::new();
    Effect::new(move || is_ready.set(can_be_used()));
    let make = StoredValue::new(make);
    let press = move |_| {
        has_failed.set(false);
        send(make.get_value(), answer, is_busy, has_failed);
    };
    let button = move || {
        is_ready.get().then(|| {
            view! {
                <div class="form__actions">
                    <button type="button" class=class on:click=press aria-busy=move || is_busy.get().then_some("true")>
                        {label.clone()}
                    </button>
                </div>
            }
        })
    };
    let failed = move || {
        has_failed.get().then(|| {
            view! {
                <p class="field__error" role="alert"><Icon name=IconName::Alert/> <span>{t().problem_passkey_failed()}</span></p>
            }
        })
    };
    view! {
        <ServerForm action reload=true guarded=false>
            {children.map(|children| children())}
            <input type="hidden" name="answer" node_ref=answer/>
            {failed}
            {button}
        </ServerForm>
    }
}

/// Whether the browser takes part; never on the server.
fn can_be_used() -> bool {
    #[cfg(feature = "ssr")]
    return false;
    #[cfg(not(feature = "ssr"))]
    browser::is_supported()
}

/// Has the browser ask for its person's finger or PIN, and sends the form with the answer.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have passkeys"))]
fn send(make: Option<String>, answer: NodeRef<html::Input>, is_busy: RwSignal<bool>, has_failed: RwSignal<bool>) {
    #[cfg(not(feature = "ssr"))]
    {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            let given = match make {
                Some(options) => browser::make(&options).await,
                None => match ask(BeginPasskeyLogin {}).await {
                    Ok(options) => browser::ask_for_one(&options).await,
                    Err(_) => None,
                },
            };
            // The page may have been left meanwhile.
            _ = is_busy.try_set(false);
            let field = answer.try_get_untracked().flatten();
            match given.zip(field) {
                Some((given, field)) => {
                    field.set_value(&given);
                    _ = field.form().map(|form| form.request_submit());
                }
                None => _ = has_failed.try_set(true),
            }
        });
    }
}
