//! Texts as people write them: cleaned, read as numbers, made addresses, folded and cut into words for a search.

mod address;
mod bullets;
mod clean;
pub mod countries;
#[cfg(feature = "ssr")]
mod cut;
mod entries;
mod file_name;
#[cfg(feature = "ssr")]
pub mod fold;
#[cfg(feature = "ssr")]
mod genders;
mod invisible;
mod number;
mod phone;
#[cfg(feature = "ssr")]
pub mod place_name;
#[cfg(feature = "ssr")]
pub mod places;
mod scripts;
mod time_zone;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub use address::slug;
pub use address::{encode, is_slug, local_path, mailto, query_pairs, web_address, with_query};
#[cfg(feature = "ssr")]
pub use bullets::{first_sign, is_bullet, is_dash, is_font_bullet, is_tight_bullet, without_bullets};
pub use clean::{clean_line, clean_text, is_mark, looks_empty};
pub use entries::split_entries;
pub use file_name::{file_name, file_stem, without_ending};
#[cfg(feature = "ssr")]
pub use number::digit;
pub use number::{Amount, Unread, currencies_named, read_amount};
#[cfg(feature = "ssr")]
pub use phone::extension_end;
pub use phone::phone_form;
#[cfg(feature = "ssr")]
pub use scripts::is_unspaced;
pub use time_zone::LocalDay;
#[cfg(feature = "ssr")]
pub use time_zone::Zone;
