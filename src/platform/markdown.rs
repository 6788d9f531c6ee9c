//! Markdown: rendered once, when it is stored, and never where others wait for their turn.

mod render;

use sqlx::FromRow;
use tokio::sync::Semaphore;
use uuid::Uuid;

pub use render::{MAX_DEPTH, MAX_HTML, RENDERER_VERSION, Rendered, render as render_here};

use crate::error::{AppError, internal};

/// Renders a text off the async workers; a few at once, so that many who look at previews leave cores to others.
pub async fn render(markdown: String) -> Result<Rendered, AppError> {
    static RENDERERS: Semaphore = Semaphore::const_new(2);
    let _permit = RENDERERS.acquire().await.map_err(internal)?;
    tokio::task::spawn_blocking(move || render_here(&markdown)).await.map_err(internal)
}

/// Rows that are rendered anew by one transaction.
pub const AT_ONCE: i64 = 50;

/// Renders what is stored, by its keys and in their order, in which rows are locked.
pub async fn render_all<V: Send + 'static>(
    mut texts: Vec<(Uuid, V, String)>,
) -> Result<Vec<(Uuid, V, Rendered)>, AppError> {
    texts.sort_by_key(|(id, ..)| *id);
    let mut rendered = Vec::with_capacity(texts.len());
    for (id, version, markdown) in texts {
        rendered.push((id, version, render(markdown).await?));
    }
    Ok(rendered)
}

/// What a table keeps of a text: as it was written, and what it looked like by the rules of a version.
#[derive(FromRow)]
pub struct Kept {
    /// As it was written.
    pub markdown: String,
    html: String,
    excerpt: String,
    html_version: i64,
}

impl Kept {
    /// As it is to be shown: what was rendered by older rules, and not yet anew, is rendered now.
    pub async fn rendered(self) -> Result<Rendered, AppError> {
        match self.html_version {
            RENDERER_VERSION => Ok(Rendered { html: self.html, excerpt: self.excerpt }),
            _ => render(self.markdown).await,
        }
    }
}
