//! Who is logged in, as every component of a page knows it.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::Me;
use crate::text::with_query;

/// Makes [`me`] available to every component: looked up by the server, and carried over in the page.
pub fn provide_me() {
    let me = SharedValue::new(find).into_inner();
    provide_context(StoredValue::new(me));
}

#[cfg(feature = "ssr")]
fn find() -> Option<Me> {
    let user = super::viewer()?;
    let must_confirm = user.must_be_reachable(&crate::platform::platform().mailer).is_err();
    Some(Me { must_confirm, ..Me::from(user) })
}

#[cfg(not(feature = "ssr"))]
fn find() -> Option<Me> {
    unreachable!("the server has put it into the page")
}

/// Who is logged in.
pub fn me() -> Option<Me> {
    expect_context::<StoredValue<Option<Me>>>().get_value()
}

/// A company's page, by way of the page that switches to the company where one acts for another.
pub fn switch_path(company: Uuid, page: &str) -> String {
    with_query("/switch", &[("company", &company.to_string()), ("look", page)])
}

/// Where somebody may find a page that is not theirs as what they act as now.
pub fn elsewhere(path: &str) -> Option<String> {
    let me = me()?;
    let of_companies = path.starts_with("/employer") || path.starts_with("/messages/");
    let of_seekers =
        ["/applications", "/messages/", "/profile", "/resumes"].iter().any(|start| path.starts_with(start));
    let others = me.hats.iter().any(|hat| Some(hat.company) != me.company);
    let may_be = (of_companies && others) || (of_seekers && me.company.is_some());
    may_be.then(|| with_query("/switch", &[("look", path)]))
}
