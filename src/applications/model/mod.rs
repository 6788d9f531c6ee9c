//! Types of applications, shared by server and browser.

mod applications;
mod guests;
mod stages;
mod stages_form;

pub use applications::*;
pub use guests::*;
pub use stages::*;
pub use stages_form::*;
