//! Forms that carry a file. Without JavaScript the browser sends them and `platform::upload` answers with a redirect;
//! hydrated they are sent with a progress bar, and an error shows without losing the chosen file.

use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    drafts::FormDraft,
    field::field,
    form::{FormBody, FormState, error_from_query, form_state, note_typing},
    owner::owned,
};
use crate::{error::AppError, l10n::t};

/// The state of an upload.
#[derive(Clone, Copy)]
pub struct Upload {
    pub error: RwSignal<Option<AppError>>,
    /// The percentage that is sent, while it is being sent.
    sent: RwSignal<Option<u8>>,
}

impl Upload {
    /// Uploads to `action`. The error of one that failed without JavaScript is read from the page's address.
    pub fn to(action: &str) -> Self {
        Self { error: RwSignal::new(error_from_query(action)), sent: RwSignal::new(None) }
    }

    /// Ready for the next one.
    pub fn reset(self) {
        self.sent.set(None);
    }

    /// Sends a form with its files, unless it is being sent already; `then` gets the address to go to.
    #[cfg_attr(not(feature = "hydrate"), expect(unused_variables, reason = "only browsers send forms"))]
    pub fn send(self, event: &SubmitEvent, megabytes: usize, then: impl Fn(String) + 'static) {
        #[cfg(feature = "hydrate")]
        if self.sent.with_untracked(Option::is_none) {
            browser::send(event, self, megabytes, then);
        }
    }
}

/// A form that posts to one of the router's `uploads()`.
#[component]
pub fn UploadForm(
    /// Where it is sent.
    #[prop(into)]
    action: String,
    /// Larger files are refused before they are sent.
    megabytes: usize,
    #[prop(default = "form")] class: &'static str,
    /// The name of its draft; empty saves none.
    #[prop(into, optional)]
    draft: String,
    children: Children,
) -> impl IntoView {
    let upload = Upload::to(&action);
    let form = NodeRef::new();
    let draft = FormDraft::of(&draft, form);
    let state = FormState::new(&action, upload.error.into(), Signal::derive(move || upload.sent.with(Option::is_some)));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        upload.send(&event, megabytes, move |location| {
            #[cfg(not(feature = "ssr"))]
            {
                draft.forget();
                form.get_untracked().iter().for_each(super::leave::browser::mark_sent);
            }
            _ = window().location().assign(&location);
        });
    };
    view! {
        <form method="post" action=owned(&action)
            enctype="multipart/form-data"
            class=class
            novalidate
            node_ref=form
            data-guarded=""
            data-unsent=state.is_back().then_some("")
            on:submit=send
            on:input=move |_| note_typing(form, draft)
        >
            <FormBody state draft children/>
            <Progress upload/>
        </form>
    }
}

/// The progress bar.
#[component]
pub fn Progress(upload: Upload) -> impl IntoView {
    move || {
        upload.sent.get().map(|percent| {
            let text = t().upload_progress(i64::from(percent));
            view! {
                <div class="stack" role="status">
                    <progress class="progress" max="100" value=percent aria-label=text.clone()></progress>
                    <p class="muted">{text}</p>
                </div>
            }
        })
    }
}

/// A file to choose.
#[component]
pub fn FileField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: String,
    /// Kinds of file to offer: `application/pdf,.pdf`.
    accept: &'static str,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    // Scripts and servers cannot set a file field: the person has to choose again.
    let again = form_state().is_back().then(|| view! { <p class="field__help">{t().upload_choose_again()}</p> });
    field(name, label, help, optional, move |d| {
        view! {
            <div class="upload">
                <input
                    id=d.id
                    name=name
                    type="file"
                    accept=accept
                    aria-describedby=move || d.by.get()
                    aria-invalid=move || d.invalid.get()
                />
                {again}
            </div>
        }
        .into_any()
    })
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::{ev::SubmitEvent, prelude::*};
    use serde::Deserialize;
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{FormData, HtmlFormElement, HtmlInputElement, ProgressEvent, XmlHttpRequest};

    use super::Upload;
    use crate::{
        error::{AppError, Problem},
        ui::session::{note_error, note_session},
    };

    /// The answer of an upload that succeeded: where to go.
    #[derive(Deserialize)]
    struct Answer {
        location: String,
    }

    /// Sends a form with its files.
    pub fn send(event: &SubmitEvent, upload: Upload, megabytes: usize, then: impl Fn(String) + 'static) {
        let Some(form) = event.target().and_then(|t| t.dyn_into::<HtmlFormElement>().ok()) else { return };
        upload.error.set(too_large(&form, megabytes));
        if upload.error.with_untracked(Option::is_none) && begin(&form, upload, then).is_none() {
            upload.sent.set(None);
            upload.error.set(Some(AppError::Offline));
        }
    }

    /// The first field whose files are too large to be sent.
    fn too_large(form: &HtmlFormElement, megabytes: usize) -> Option<AppError> {
        let inputs = form.elements();
        let inputs = (0..inputs.length()).filter_map(|i| inputs.item(i)?.dyn_into::<HtmlInputElement>().ok());
        let size = |input: &HtmlInputElement| {
            let files = input.files()?;
            Some((0..files.length()).filter_map(|i| files.item(i)).map(|file| file.size()).sum::<f64>())
        };
        let mut large = inputs.filter(|i| size(i).is_some_and(|s| s > (megabytes * 1024 * 1024) as f64));
        large.next().map(|i| AppError::field(&i.name(), Problem::FileTooLarge(megabytes)))
    }

    fn begin(form: &HtmlFormElement, upload: Upload, then: impl Fn(String) + 'static) -> Option<()> {
        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", &form.get_attribute("action")?).ok()?;
        request.set_request_header("Accept", "application/json").ok()?;
        let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            let percent = 100.0 * event.loaded() / event.total().max(1.0);
            upload.sent.set(Some(percent as u8));
        });
        request.upload().ok()?.set_onprogress(Some(progress.into_js_value().unchecked_ref()));
        let answered = request.clone();
        let end = Closure::once_into_js(move || finish(&answered, upload, then));
        request.set_onloadend(Some(end.unchecked_ref()));
        upload.sent.set(Some(0));
        request.send_with_opt_form_data(Some(&FormData::new_with_form(form).ok()?)).ok()
    }

    /// Passes on where the answer says to go, or shows the error.
    fn finish(request: &XmlHttpRequest, upload: Upload, then: impl Fn(String)) {
        let text = request.response_text().ok().flatten().unwrap_or_default();
        let status = request.status().unwrap_or(0);
        if let Ok(Answer { location }) = serde_json::from_str(&text)
            && status == 200
        {
            note_session();
            then(location);
            return;
        }
        upload.sent.set(None);
        let error = match (status, serde_json::from_str(&text)) {
            (0, _) => AppError::Offline,
            (_, Ok(error)) => error,
            (_, Err(_)) => AppError::Internal,
        };
        note_error(&error);
        upload.error.set(Some(error));
    }
}
