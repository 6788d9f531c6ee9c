//! How pages reach server functions.
//!
//! Leptos' own clients are generic: request, decoding and errors would be in the WebAssembly once for each function.
//! Here they are there once: input is sent url-encoded, and an answer stays JSON text until a page deserializes it.

use std::{pin::Pin, sync::Arc};

use leptos::{prelude::*, server_fn::ServerFn};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::error::AppError;

/// The input of a server function that a page reads from.
pub trait Ask: ServerFn<Error = AppError, Output = Self::Answer> + Serialize + Send + Sync + 'static {
    /// What the function returns.
    type Answer: Clone + Serialize + DeserializeOwned + Send + Sync + 'static;
}

impl<S> Ask for S
where
    S: ServerFn<Error = AppError> + Serialize + Send + Sync + 'static,
    S::Output: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    type Answer = S::Output;
}

/// What a server function answered, its type erased: on the server the value itself, in the browser its JSON.
#[derive(Clone)]
pub struct Answer(Inner);

#[cfg(feature = "ssr")]
type Inner = Arc<dyn server::Value>;
#[cfg(not(feature = "ssr"))]
type Inner = Arc<RawValue>;

/// Calls a server function, on the server or from the browser.
pub async fn ask<S: Ask>(input: S) -> Result<S::Answer, AppError> {
    answer(input).await?.read()
}

/// What is done because a page was opened.
pub type Act = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Chooses it by what the page shows.
pub type OnOpen<T> = Arc<dyn Fn(T) -> Option<Act> + Send + Sync>;

/// An act that calls a server function; whether that works changes nothing for the page.
pub fn act<S: Ask>(input: S) -> Act {
    Box::pin(async move { _ = ask(input).await })
}

/// The resource of a server function; it is fetched again when what `input` reads or `again` changes. What `opened`
/// chooses is done once for each input: by the server that renders the page, or by the browser that navigates there.
pub(super) fn resource<S: Ask>(
    input: impl Fn() -> S + Send + Sync + 'static,
    again: Signal<usize>,
    opened: Option<OnOpen<S::Answer>>,
) -> Resource<Result<Answer, AppError>> {
    #[cfg(feature = "ssr")]
    {
        let load = move |_| {
            let (input, opened) = (untrack(&input), opened.clone());
            async move {
                let answer = answer(input).await?;
                if let Some(opened) = opened
                    && let Some(act) = opened(answer.read()?)
                {
                    act.await;
                }
                Ok(answer)
            }
        };
        Resource::new(move || again.get(), load)
    }
    #[cfg(not(feature = "ssr"))]
    {
        let opened = opened.map(|opened| {
            let opened = move |answer: &Answer| answer.read().ok().and_then(|answer| opened(answer));
            Box::new(opened) as browser::ChooseAct
        });
        browser::resource(S::url(), Box::new(move || browser::encode(&input())), again, opened)
    }
}

#[cfg(feature = "ssr")]
use server::answer;

#[cfg(not(feature = "ssr"))]
async fn answer<S: Ask>(input: S) -> Result<Answer, AppError> {
    browser::post(S::url(), browser::encode(&input)?).await
}

#[cfg(feature = "ssr")]
mod server {
    use std::any::Any;

    use super::*;

    /// A value that can be serialized into the page, and downcast again.
    pub trait Value: Send + Sync {
        fn any(&self) -> &dyn Any;
        fn json(&self) -> serde_json::Result<Box<RawValue>>;
    }

    impl<T: Serialize + Send + Sync + 'static> Value for T {
        fn any(&self) -> &dyn Any {
            self
        }

        fn json(&self) -> serde_json::Result<Box<RawValue>> {
            serde_json::value::to_raw_value(self)
        }
    }

    pub async fn answer<S: Ask>(input: S) -> Result<Answer, AppError> {
        Ok(Answer(Arc::new(input.run_body().await?)))
    }

    impl Answer {
        /// The answer as the function's type.
        pub(in super::super) fn read<T: Clone + 'static>(&self) -> Result<T, AppError> {
            self.0.as_ref().any().downcast_ref::<T>().cloned().ok_or(AppError::Internal)
        }
    }

    impl Serialize for Answer {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let json = self.0.as_ref().json().map_err(serde::ser::Error::custom)?;
            json.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Answer {
        fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
            Err(serde::de::Error::custom("answers are read in the browser"))
        }
    }
}

#[cfg(not(feature = "ssr"))]
pub(super) mod browser {
    use gloo_net::http::Request;
    use leptos::server_fn::redirect::{REDIRECT_HEADER, call_redirect_hook};
    use send_wrapper::SendWrapper;

    use super::*;
    use crate::ui::{owned, session::note_error};

    type Encoded = Result<String, AppError>;
    /// [`OnOpen`](super::OnOpen), whatever the answer's type.
    pub type ChooseAct = Box<dyn Fn(&Answer) -> Option<Act> + Send + Sync>;

    pub fn encode(input: &impl Serialize) -> Encoded {
        serde_qs::to_string(input).map_err(|_| AppError::Malformed)
    }

    pub fn resource(
        url: &'static str,
        body: Box<dyn Fn() -> Encoded + Send + Sync>,
        again: Signal<usize>,
        opened: Option<ChooseAct>,
    ) -> Resource<Result<Answer, AppError>> {
        // What the server has rendered, it has opened.
        let hydrates = Owner::current_shared_context().is_some_and(|context| context.during_hydration());
        let opened_for = StoredValue::new(hydrates.then(|| untrack(&body).ok()).flatten());
        let opened = StoredValue::new(opened);
        let load = move |(body, _): (Encoded, usize)| {
            SendWrapper::new(async move {
                let body = body?;
                let answer = post(url, body.clone()).await?;
                let is_new = opened_for.try_with_value(|before| before.as_ref() != Some(&body)).unwrap_or_default();
                if is_new {
                    _ = opened_for.try_set_value(Some(body));
                    let act = opened.try_with_value(|opened| opened.as_ref().and_then(|opened| opened(&answer)));
                    act.flatten().into_iter().for_each(leptos::task::spawn_local);
                }
                Ok(answer)
            })
        };
        Resource::new(move || (body(), again.get()), load)
    }

    /// Posts a url-encoded body, and follows the answer's redirect.
    pub async fn post(url: &str, body: String) -> Result<Answer, AppError> {
        SendWrapper::new(async move {
            let request = Request::post(&owned(url))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(body)
                .map_err(|_| AppError::Malformed)?;
            let response = request.send().await.map_err(|_| AppError::Offline)?;
            let text = response.text().await.map_err(|_| AppError::Offline)?;
            if response.status() >= 400 {
                // What stands before the site says in its own words that it cannot be reached.
                let unknown =
                    if matches!(response.status(), 502..=504) { AppError::Unavailable } else { AppError::Internal };
                let error = serde_json::from_str(&text).unwrap_or(unknown);
                note_error(&error);
                return Err(error);
            }
            if response.headers().has(REDIRECT_HEADER)
                && let Some(location) = response.headers().get("location")
            {
                call_redirect_hook(&location);
            }
            let json = RawValue::from_string(text).map_err(|_| AppError::Internal)?;
            Ok(Answer(json.into()))
        })
        .await
    }

    impl Answer {
        /// The answer as the function's type.
        pub(in super::super) fn read<T: DeserializeOwned>(&self) -> Result<T, AppError> {
            serde_json::from_str(self.0.get()).map_err(|_| AppError::Internal)
        }
    }

    impl Serialize for Answer {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.0.as_ref().serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Answer {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Ok(Self(Box::<RawValue>::deserialize(deserializer)?.into()))
        }
    }
}
