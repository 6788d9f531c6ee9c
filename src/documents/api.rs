use leptos::prelude::*;

use super::Document;
use crate::error::AppError;

/// What a page of the operator's says: the version of a day, or the one that counts.
#[server(endpoint = "load_document")]
pub async fn load_document(name: String, #[server(default)] date: String) -> Result<Document, AppError> {
    let documents = expect_context::<std::sync::Arc<super::Documents>>();
    let date = Some(date).filter(|date| !date.is_empty()).map(|date| date.parse()).transpose();
    let date = date.map_err(|_| AppError::NotFound)?;
    let today = crate::db::now().date_naive();
    documents.find(&name, date, crate::l10n::locale(), today).ok_or(AppError::NotFound)
}
