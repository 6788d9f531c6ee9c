//! Toasts: short messages of what was just done, or was not. The redirect names the message in the address
//! (`?done=…`), so that it shows with JavaScript and without.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate, use_query_map},
};

use super::icon::{Icon, IconName};
use crate::l10n::t;
use crate::text::{encode, query_pairs};

/// The message of something that was done. Features list theirs with [`done_messages!`]; the catalogue has `done-…`.
pub trait Done: Copy {
    /// The name of its message's function: `done_posting_saved`.
    fn message(self) -> &'static str;

    /// What an address calls it: `posting-saved`.
    fn name(self) -> String {
        self.message().trim_start_matches("done_").replace('_', "-")
    }
}

/// Lists a feature's messages: `AccountDone { Welcome => done_welcome }`.
macro_rules! done_messages {
    ($(#[$doc:meta])* $name:ident { $($variant:ident => $message:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant),+ }

        impl $crate::ui::Done for $name {
            fn message(self) -> &'static str {
                match self { $(Self::$variant => stringify!($message)),+ }
            }
        }

        // Every language has the words, or this does not compile.
        $(const _: fn(&$crate::l10n::Catalogue) -> String = $crate::l10n::Catalogue::$message;)+
    };
}
pub(crate) use done_messages;

done_messages! {
    /// Why nothing was done, where a form's own page cannot show the error.
    NothingDone {
        OtherPerson => done_other_person,
    }
}

/// The address of a page that shows the message.
pub fn done_at(path: &str, done: impl Done) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}done={}", done.name())
}

/// Ends a server function with a redirect to `path`, where a toast shows the message.
#[cfg(feature = "ssr")]
pub fn done(path: &str, done: impl Done) {
    leptos_axum::redirect(&done_at(path, done));
}

/// The message that an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Toast {
    text: String,
    is_refusal: bool,
}

impl Toast {
    fn of(name: &str) -> Option<Self> {
        let text = t().by_key(&format!("done-{name}"), 0, "")?;
        Some(Self { text, is_refusal: name == NothingDone::OtherPerson.name() })
    }
}

/// A toast disappears after this time, unless it says why nothing was done.
const TOAST_TIMEOUT: Duration = Duration::from_secs(10);

/// The live region of toasts. A toast shows until it is closed, the next form is sent, or [`TOAST_TIMEOUT`]. Hydrated,
/// its parameter is removed from the address, so that going back or reloading does not show it again.
#[component]
pub fn Toasts() -> impl IntoView {
    let (query, location, navigate) = (use_query_map(), use_location(), use_navigate());
    // A form that came back with an error may still have the parameter of an earlier success in its address.
    let named = move || {
        query.with(|q| match q.get_str("__err") {
            Some(_) => None,
            None => q.get_str("done").and_then(Toast::of),
        })
    };
    let shown = RwSignal::new(untrack(named));
    let count = StoredValue::new(0);
    Effect::new(move || {
        let Some(done) = named() else { return };
        shown.set(Some(done.clone()));
        let this = count.get_value() + 1;
        count.set_value(this);
        let hide = move || {
            if count.try_get_value() == Some(this) {
                shown.set(None);
            }
        };
        if !done.is_refusal {
            set_timeout(hide, TOAST_TIMEOUT);
        }
        let path = location.pathname.get_untracked();
        let rest = location.search.with_untracked(|search| without_done(search));
        navigate(&format!("{path}{rest}"), NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    Effect::new(move || {
        let sent = window_event_listener(leptos::ev::submit, move |_| shown.set(None));
        on_cleanup(move || sent.remove());
    });
    view! {
        <div class="toasts" role="status">
            {move || shown.get().map(|done| view! {
                <div class="toast" class:toast--success=!done.is_refusal class:toast--warning=done.is_refusal>
                    <Icon name=if done.is_refusal { IconName::Alert } else { IconName::Check }/>
                    <p class="toast__text">{done.text}</p>
                    <button
                        type="button"
                        class="toast__close button button--quiet"
                        aria-label=t().toast_close()
                        on:click=move |_| shown.set(None)
                    >
                        <Icon name=IconName::Close/>
                    </button>
                </div>
            })}
        </div>
    }
}

/// A query, with its question mark, without the parameter of a toast.
fn without_done(search: &str) -> String {
    let kept = query_pairs(search).filter(|(name, _)| name != "done");
    let kept: Vec<String> = kept.map(|(name, value)| format!("{}={}", encode(&name), encode(&value))).collect();
    if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_forgets_what_was_done() {
        assert_eq!(without_done("?done=welcome"), "");
        assert_eq!(without_done("q=a%26b&done=welcome&page=2"), "?q=a%26b&page=2");
    }
}
