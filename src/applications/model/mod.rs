//! Types of applications, shared by server and browser.

mod applications;
mod by_hand;
mod guests;
mod stages;
mod stages_form;

pub use applications::*;
pub use by_hand::*;
pub use guests::*;
pub use stages::*;
pub use stages_form::*;
