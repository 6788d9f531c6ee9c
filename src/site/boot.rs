//! What the server puts into a page for the browser's half: see [`Boot`].

use crate::ui::Boot;

#[cfg(feature = "ssr")]
pub fn make() -> Boot {
    use {
        super::form_memory::still_page,
        crate::{
            accounts::viewer,
            db,
            platform::{platform, request::from_request},
        },
    };
    let viewer = viewer();
    Boot {
        person: viewer.as_ref().map(|user| user.id),
        company: viewer.and_then(|user| user.company),
        now: db::now(),
        origin: platform().site.origin.clone(),
        memory: from_request().unwrap_or_default(),
        still: still_page(),
    }
}

#[cfg(not(feature = "ssr"))]
pub fn make() -> Boot {
    unreachable!("the server has put it into the page")
}
