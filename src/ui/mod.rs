//! Components that know no feature.

pub mod boot;
pub mod button;
pub mod call;
pub mod check;
pub mod dashboard;
pub mod field;
pub mod form;
pub mod icon;
pub mod layout;
pub mod list;
pub mod load;
pub mod logo;
pub mod menu;
pub mod params;
pub mod prose;
pub mod time;
pub mod toast;
pub mod upload;

pub use boot::*;
pub use button::*;
pub use call::ask;
pub use check::Check;
pub use dashboard::EmployerFrame;
pub use field::{Choice, ChoiceField, SelectField, TextArea, TextField};
pub use form::*;
pub use icon::{Icon, IconName};
pub use layout::*;
pub use list::*;
pub use load::*;
pub use logo::Logo;
pub use params::{id_param, slug_param};
pub use prose::*;
pub use time::*;
pub use toast::{Done, Toasts};
pub use upload::{FileField, UploadForm};
