//! Texts as people write them: cleaned, read as numbers, made addresses, folded and cut into words for a search.

mod address;
mod clean;
#[cfg(feature = "ssr")]
mod cut;
#[cfg(feature = "ssr")]
pub mod fold;
mod number;
#[cfg(feature = "ssr")]
pub mod places;
#[cfg(feature = "ssr")]
pub mod words;

pub use address::{encode, is_slug, local_path, mailto, query_pairs, slug, with_query};
pub use clean::{clean_line, clean_text};
pub use number::read_number;
