//! Texts as people write them: cleaned, read as numbers, made addresses.

mod address;
mod clean;
mod entries;
mod number;

pub use address::{encode, is_slug, local_path, mailto, query_pairs, slug, with_query};
pub use clean::{clean_line, clean_text};
pub use entries::split_entries;
pub use number::read_number;
