use leptos::prelude::*;
use uuid::Uuid;

use super::model::{download_path, file_path};
use crate::l10n::t;

/// A resume, shown in the page by the browser's own viewer.
#[component]
pub fn ResumeFrame(id: Uuid, name: String) -> impl IntoView {
    let t = t();
    view! {
        <div class="candidate__resume">
            <div class="candidate__bar">
                <span>{name.clone()}</span>
                <a class="button button--small" href=download_path(id) download="" rel="external">{t.resume_download()}</a>
            </div>
            <iframe src=file_path(id) title=t.resume_frame(name)></iframe>
        </div>
    }
}
