//! Markdown: rendered once, when it is stored, and never on the async workers.

mod dates;
mod links;
mod lists;
mod mails;
mod numbered;
mod phones;
mod render;
mod source;

use sqlx::FromRow;
use tokio::sync::Semaphore;
use uuid::Uuid;

pub use render::{Below, MAX_DEPTH, MAX_HTML, RENDERER_VERSION, Rendered, render as render_here};

use crate::error::{AppError, internal};

/// Renders a text off the async workers; a few at once, so that many previews leave cores to other requests.
pub async fn render(markdown: String, below: Below) -> Result<Rendered, AppError> {
    static RENDERERS: Semaphore = Semaphore::const_new(2);
    let _permit = RENDERERS.acquire().await.map_err(internal)?;
    tokio::task::spawn_blocking(move || render_here(&markdown, below)).await.map_err(internal)
}

/// Rows that are rendered anew by one transaction.
pub const AT_ONCE: i64 = 50;

/// Renders stored texts, sorted by their keys: rows are locked in that order.
pub async fn render_all<V: Send + 'static>(
    mut texts: Vec<(Uuid, V, String)>,
    below: Below,
) -> Result<Vec<(Uuid, V, Rendered)>, AppError> {
    texts.sort_by_key(|(id, ..)| *id);
    let mut rendered = Vec::with_capacity(texts.len());
    for (id, version, markdown) in texts {
        rendered.push((id, version, render(markdown, below).await?));
    }
    Ok(rendered)
}

/// The columns that a table keeps of a text: the Markdown, and the HTML of a renderer version.
#[derive(FromRow)]
pub struct Kept {
    /// As it was written.
    pub markdown: String,
    html: String,
    excerpt: String,
    html_version: i64,
}

impl Kept {
    /// The HTML to show: rendered now where the stored HTML is from an older renderer version.
    pub async fn rendered(self, below: Below) -> Result<Rendered, AppError> {
        match self.html_version {
            RENDERER_VERSION => Ok(Rendered { html: self.html, excerpt: self.excerpt }),
            _ => render(self.markdown, below).await,
        }
    }
}

#[cfg(test)]
mod tests;
