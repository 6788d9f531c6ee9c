//! The files of a message: chosen, pasted or dropped.

use leptos::prelude::*;

use super::composer_form::ComposerForm;
use crate::{
    l10n::t,
    messages::FileKind,
    ui::{Icon, IconName},
};

/// A paper clip, and what is chosen behind it. An edit changes no files.
#[component]
pub(super) fn ComposerFiles(form: ComposerForm) -> impl IntoView {
    let state = form.state;
    let chosen = move || {
        let names = form.file_names.get();
        (state.has_files.get() && !names.is_empty()).then(|| {
            let name = |name: String| view! { <li class="tag" dir="auto">{name}</li> };
            view! {
                <ul class="composer__chosen" role="list" aria-label=t().conversation_files_chosen()>{names.into_iter().map(name).collect_view()}</ul>
                <button type="button" class="button button--quiet button--small" on:click=move |_| form.remove_files()>
                    {t().conversation_files_remove()}
                </button>
            }
        })
    };
    view! {
        <div class="composer__files" hidden=move || state.is_editing()>
            <input
                id="field-files"
                class="composer__input"
                name="files"
                type="file"
                aria-label=t().conversation_files()
                multiple
                accept=FileKind::ACCEPT
                node_ref=form.files
                on:change=move |_| form.note_files()
            />
            <label class="button button--quiet button--icon composer__clip" for="field-files" title=t().conversation_files_help()>
                <Icon name=IconName::Clip/> <span class="visually-hidden">{t().conversation_files()}</span>
            </label>
            {chosen}
        </div>
    }
}

#[cfg(not(feature = "ssr"))]
pub(super) mod browser {
    use leptos::{
        prelude::{GetUntracked, on_cleanup, window_event_listener},
        wasm_bindgen::{JsCast, JsValue},
    };
    use web_sys::{DataTransfer, Event, FileList, HtmlInputElement};

    use super::ComposerForm;

    /// Takes files that are pasted, or dropped anywhere on the page.
    pub fn follow(form: ComposerForm) {
        let over = window_event_listener(leptos::ev::dragover, |event| {
            // Only then is it dropped here.
            if transfer(&event, "dataTransfer").is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        });
        let dropped = window_event_listener(leptos::ev::drop, move |event| take(form, &event, "dataTransfer"));
        let pasted = window_event_listener(leptos::ev::paste, move |event| take(form, &event, "clipboardData"));
        on_cleanup(move || {
            over.remove();
            dropped.remove();
            pasted.remove();
        });
    }

    fn transfer(event: &Event, name: &str) -> Option<DataTransfer> {
        js_sys::Reflect::get(event, &JsValue::from_str(name)).ok()?.dyn_into().ok()
    }

    fn take(form: ComposerForm, event: &Event, name: &str) {
        let Some(new) = transfer(event, name).and_then(|data| data.files()).filter(|files| files.length() > 0) else {
            return;
        };
        event.prevent_default();
        let Some(input) = form.files.try_get_untracked().flatten().filter(|_| !form.state.is_editing_untracked())
        else {
            return;
        };
        if let Some(all) = both(&input, &new) {
            input.set_files(Some(&all));
            form.note_files();
        }
    }

    /// What is chosen already, and what comes to it.
    fn both(input: &HtmlInputElement, new: &FileList) -> Option<FileList> {
        let all = DataTransfer::new().ok()?;
        for list in input.files().iter().chain([new]) {
            for file in (0..list.length()).filter_map(|i| list.get(i)) {
                all.items().add_with_file(&file).ok()?;
            }
        }
        all.files()
    }

    /// What the chosen files are called.
    pub fn names(input: &HtmlInputElement) -> Vec<String> {
        let files = input.files();
        let list = files.as_ref();
        (0..list.map_or(0, FileList::length)).filter_map(|i| Some(list?.get(i)?.name())).collect()
    }
}
