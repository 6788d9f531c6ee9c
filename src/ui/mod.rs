//! Components that know no feature.

pub mod boot;
pub mod button;
pub mod call;
#[cfg(not(feature = "ssr"))]
pub mod control;
pub mod counter;
pub mod drafts;
#[cfg(feature = "hydrate")]
pub mod early;
pub mod facts;
pub mod field;
#[cfg(not(feature = "ssr"))]
mod focus;
pub mod form;
pub mod icon;
pub mod layout;
pub mod leave;
pub mod list;
pub mod load;
pub mod logo;
pub mod menu;
pub mod owner;
pub mod params;
#[cfg(feature = "hydrate")]
pub mod part;
pub mod prose;
pub mod reload;
pub mod row_field;
pub mod session;
pub mod storage;
pub mod table;
pub mod text_box;
pub mod time;
pub mod toast;
pub mod unsent;
pub mod upload;
pub mod zone;

pub use boot::*;
pub use button::*;
pub use call::{OnOpen, act, ask};
pub use counter::{CharactersLeft, few_left};
pub use drafts::{TabDraft, kept_text};
pub use facts::Fact;
pub use field::{CheckField, Choice, ChoiceField, SelectField, TextArea, TextField};
pub use form::*;
pub use icon::{Icon, IconName};
pub use layout::*;
pub use leave::{AskBeforeLeaving, ask_to_drop};
pub use list::*;
pub use load::*;
pub use logo::Logo;
pub use owner::{OWNER_PARAM, PAGE_PARAM, PageOwner, owned};
pub use params::{id_param, query_of, query_params, slug_param};
#[cfg(feature = "hydrate")]
pub use part::{is_offline, load_part, pause};
pub use prose::*;
pub use reload::*;
pub use row_field::{Row, RowField, RowKey, RowSelect};
pub use session::*;
pub use table::{Column, Table};
pub use text_box::TextBox;
pub use time::*;
#[cfg(feature = "ssr")]
pub use toast::done;
pub(crate) use toast::done_messages;
pub use toast::{Done, NothingDone, Toasts, done_at};
pub use unsent::Unsent;
pub use upload::{FileField, Progress, Upload, UploadForm};
pub use zone::{BrowserZone, suggest_zone};
