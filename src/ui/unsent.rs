//! What was typed into a form that its page does not show any more, so that it can be copied.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::boot::boot;
use crate::l10n::t;

/// Shows the texts of the form that was sent from this page and failed. For pages that say why they have no form.
#[component]
pub fn Unsent(
    /// Another text, such as a draft in this browser.
    #[prop(into, optional)]
    draft: Signal<String>,
) -> impl IntoView {
    let here = use_location().pathname.get_untracked();
    let typed = boot().with_value(|b| if b.memory.page == here { b.memory.texts() } else { Vec::new() });
    move || {
        let mut texts = typed.clone();
        let draft = draft.get();
        if !draft.trim().is_empty() && !texts.contains(&draft) {
            texts.push(draft);
        }
        (!texts.is_empty()).then(|| {
            let texts =
                texts.into_iter().map(|text| view! { <pre class="unsent__text" tabindex="0" dir="auto">{text}</pre> });
            view! {
                <section class="panel" aria-labelledby="unsent">
                    <h2 class="panel__title" id="unsent">{t().unsent_title()}</h2>
                    <p class="muted">{t().unsent_text()}</p>
                    {texts.collect_view()}
                </section>
            }
        })
    }
}
