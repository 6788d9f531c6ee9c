//! Types of applications, shared by server and browser.

mod applications;
mod stages;
mod stages_form;

pub use applications::*;
pub use stages::*;
pub use stages_form::*;
