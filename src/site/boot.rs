//! What the server puts into a page for the browser's half: see [`Boot`].

use crate::ui::Boot;

#[cfg(feature = "ssr")]
pub fn make() -> Boot {
    use {
        super::form_memory::still_page,
        crate::{
            accounts::viewer,
            db,
            documents::Documents,
            l10n::locale,
            platform::{platform, request::from_request},
            ui::SiteFace,
        },
        leptos::prelude::expect_context,
        std::sync::Arc,
    };
    let viewer = viewer();
    let (face, now) = (&platform().site.face, db::now());
    let pages = expect_context::<Arc<Documents>>().links(locale(), now.date_naive());
    Boot {
        person: viewer.as_ref().map(|user| user.id),
        company: viewer.and_then(|user| user.company),
        now,
        origin: platform().site.origin.clone(),
        site: SiteFace {
            name: face.name.clone(),
            logo: face.logo_path(),
            footer: face.footer.clone(),
            pages: pages.into_iter().map(|(slug, title)| (format!("/pages/{slug}"), title)).collect(),
        },
        theme: from_request().unwrap_or_default(),
        memory: from_request().unwrap_or_default(),
        still: still_page(),
    }
}

#[cfg(not(feature = "ssr"))]
pub fn make() -> Boot {
    unreachable!("the server has put it into the page")
}
