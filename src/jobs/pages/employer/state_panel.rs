use leptos::prelude::*;
use uuid::Uuid;

use super::parts::{ClosingButton, ClosingFact, PostingButton, StateBadge, editor_path, preview_path};
use crate::{
    accounts::{Action, me},
    jobs::{
        Editor, PostingState,
        api::{DeletePosting, DuplicatePosting},
    },
    l10n::{format, t},
    text::with_query,
    ui::{Ago, Confirm},
};

/// A stored posting's state and counts, and the actions on it as a whole.
#[component]
pub fn StatePanel(editor: Editor, id: Uuid) -> impl IntoView {
    let t = t();
    let candidates = with_query("/employer/candidates", &[("posting", &id.to_string())]);
    let published = editor.published_at.map(|at| {
        view! { <div><dt>{t.posting_published()}</dt><dd><Ago at/></dd></div> }
    });
    let public = (editor.state == PostingState::Open).then(|| {
        view! { <a class="button button--small" href=format!("/jobs/{}", editor.slug)>{t.posting_public_page()}</a> }
    });
    let warning = match editor.applications {
        0 => t.posting_delete_warning(),
        _ => t.posting_archive_warning(),
    };
    let may = |action| me().is_some_and(|me| me.may(action));
    let delete = (may(Action::DeletePosting) && editor.state != PostingState::Archived).then(|| {
        view! {
            <Confirm label=t.form_delete() warning>
                <PostingButton<DeletePosting> id label=t.posting_delete_action() class="button button--danger"/>
            </Confirm>
        }
    });
    view! {
        <section class="panel stack" aria-label=t.posting_column_state()>
            <dl class="facts">
                <div><dt>{t.posting_column_state()}</dt><dd><StateBadge state=editor.state/></dd></div>
                {published}
                <ClosingFact day=editor.last_day closed=editor.closed/>
                <div><dt>{t.posting_column_views()}</dt><dd>{format::number(editor.views)}</dd></div>
                <div>
                    <dt>{t.posting_column_applications()}</dt>
                    <dd><a href=candidates>{format::number(editor.applications)}</a></dd>
                </div>
            </dl>
            <div class="cluster">
                {(editor.state == PostingState::Archived).then(|| view! {
                    <a class="button button--small" href=preview_path(id)>{t.posting_preview()}</a>
                })}
                {public}
                <ClosingButton id state=editor.state back=editor_path(id)/>
                <a class="button button--small" href=format!("{}/stages", editor_path(id))>{t.posting_stages()}</a>
                {may(Action::CreatePosting).then(|| view! { <PostingButton<DuplicatePosting> id label=t.posting_duplicate()/> })}
            </div>
            {delete}
        </section>
    }
}
