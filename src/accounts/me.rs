//! Who is logged in, as every component of a page knows it.

use leptos::prelude::*;

use super::model::Me;

/// Makes [`me`] available to every component: looked up by the server, and carried over in the page.
pub fn provide_me() {
    let me = SharedValue::new(find).into_inner();
    provide_context(StoredValue::new(me));
}

#[cfg(feature = "ssr")]
fn find() -> Option<Me> {
    super::viewer().map(Me::from)
}

#[cfg(not(feature = "ssr"))]
fn find() -> Option<Me> {
    unreachable!("the server has put it into the page")
}

/// Who is logged in.
pub fn me() -> Option<Me> {
    expect_context::<StoredValue<Option<Me>>>().get_value()
}
