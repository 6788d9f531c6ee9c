//! A page of one person never acts as another.
//!
//! Cookies belong to the browser, not to a page: once somebody else has logged in, what an open page of the first sends
//! would be done as the second. So pages say for whom they were made ([`crate::ui::owned`]), and here everything that
//! one sends is refused, before it is read, where that is not who is logged in now.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use futures::StreamExt;
use leptos::server_fn::ServerFn;
use url::{Position, Url, form_urlencoded};

use super::router::UPLOAD_BYTES;
use crate::{
    accounts::{
        CurrentUser,
        api::{Login, Register},
        local_path,
    },
    error::AppError,
    ui::{Done, OWNER_PARAM, PageOwner},
};

/// Refuses what comes from another person's page: scripts are told so, a plain form goes back to its page, which is
/// made anew and says so. Of what was typed for the other person nothing is kept.
pub async fn layer(request: Request, next: Next) -> Response {
    if request.method().is_safe() || may_act(&request) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    discard(body).await;
    match wants_page(&parts.headers) {
        true => Redirect::to(&Done::OtherPerson.at(&form_page(&parts.headers))).into_response(),
        false => AppError::OtherPerson.into_response(),
    }
}

/// Reads what will not be used: a browser that is still sending would not see the answer.
async fn discard(body: Body) {
    let (mut body, mut left) = (body.into_data_stream(), UPLOAD_BYTES);
    while let Some(Ok(chunk)) = body.next().await
        && chunk.len() <= left
    {
        left -= chunk.len();
    }
}

/// Whether a browser sends this without a script, and will show what is answered.
fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|v| v.to_str().is_ok_and(|v| v.contains("text/html")))
}

/// For whom the page was made that sent a request to this address; nothing where no page of ours did.
pub fn page_owner(uri: &Uri) -> Option<PageOwner> {
    let mut query = form_urlencoded::parse(uri.query()?.as_bytes());
    query.find(|(name, _)| name == OWNER_PARAM)?.1.parse().ok()
}

fn may_act(request: &Request) -> bool {
    // Nobody is logged in to be acted as; what needs somebody refuses by itself.
    let Some(user) = request.extensions().get::<CurrentUser>() else { return true };
    // They name the person that they are for.
    let names_person = [Login::PATH, Register::PATH].contains(&request.uri().path());
    names_person
        || match page_owner(request.uri()) {
            Some(owner) => owner == PageOwner::Person(user.id),
            None => !is_browser(request.headers()),
        }
}

/// Whether a browser sends this: they say of what page. A program chooses its cookies itself, so it acts as whom it
/// means to.
fn is_browser(headers: &HeaderMap) -> bool {
    headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site")
}

/// Path and query of the page that a form stands on, without what the last answer added to them.
fn form_page(headers: &HeaderMap) -> String {
    let page = referring_page(headers).map(|url| url[Position::BeforePath..Position::AfterQuery].to_string());
    page.filter(|page| local_path(page).is_some()).unwrap_or_else(|| "/".into())
}

/// The page that a request comes from; the answer to the form that was sent from it before is no part of its address.
pub(super) fn referring_page(headers: &HeaderMap) -> Option<Url> {
    let mut page = Url::parse(headers.get(header::REFERER)?.to_str().ok()?).ok()?;
    let last = ["__path", "__err", "done"];
    let kept = page.query_pairs().into_owned().filter(|(name, _)| !last.contains(&name.as_str())).collect::<Vec<_>>();
    page.set_query(None);
    if !kept.is_empty() {
        page.query_pairs_mut().extend_pairs(kept);
    }
    Some(page)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_address_says_for_whom_its_page_was_made() {
        let owner = |uri: &str| page_owner(&uri.parse().unwrap());
        let id = Uuid::now_v7();
        assert_eq!(owner(&format!("/api/logout?x=1&for={id}")), Some(PageOwner::Person(id)));
        assert_eq!(owner("/api/logout?for=nobody"), Some(PageOwner::Nobody));
        for none in ["/api/logout", "/api/logout?for=", "/api/logout?for=1", "/api/logout?force=nobody"] {
            assert_eq!(owner(none), None, "{none}");
        }
    }

    #[test]
    fn one_goes_back_to_the_page_as_it_was() {
        let page = |referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, referer.parse().unwrap());
            form_page(&headers)
        };
        assert_eq!(page("http://a.example/login?next=%2Fx&__path=%2Fapi&__err=e&done=y"), "/login?next=%2Fx");
        assert_eq!(page("http://a.example//evil.example/?__err=e"), "/");
        assert_eq!(page("not an address"), "/");
        assert_eq!(form_page(&HeaderMap::new()), "/");
    }
}
