//! `jobi serve`.

use std::{path::Path, sync::Arc};

use leptos::prelude::LeptosOptions;
use tokio::net::TcpListener;

use super::Failure;
use crate::{
    accounts,
    db::Db,
    live::bus::Bus,
    platform::{
        Platform,
        config::{Config, ServeConfig},
        files::Files,
        rates::Rates,
        serve::serve,
        site::Site,
    },
    site::{background, router::router, state::AppState},
};

/// Serves the site until a signal stops it.
pub async fn run(db: Db, bus: Bus, config: &Config, serve_config: &ServeConfig) -> Result<(), Failure> {
    let leptos = leptos_options(serve_config)?;
    bus.follow_nodes(&db);
    let rates = Rates::with_messages(serve_config.messages_a_minute)
        .with_sockets(serve_config.connections_per_address as usize)
        .with_nodes(&db);
    let platform = Platform {
        db,
        files: Files::in_folder(&config.data_dir.join("files"), config.min_free_mb)?,
        rates: Arc::new(rates),
        mailer: Arc::new(config.mail.mailer()?),
        site: Arc::new(Site {
            origin: serve_config.origin(),
            proxies: serve_config.trust_proxy,
            hsts_subdomains: serve_config.hsts_subdomains,
            is_local: serve_config.is_local(),
            test_clock: serve_config.test_clock()?,
        }),
    };
    let state = AppState::new(platform, bus.clone(), leptos);
    let listener = TcpListener::bind(serve_config.addr)
        .await
        .map_err(|e| format!("cannot listen on {}: {e}; set JOBI_ADDR to a free address", serve_config.addr))?;
    let background = background::start(&state);
    tracing::info!(address = %listener.local_addr()?, origin = state.platform.site.origin, "serving");
    if let Some(link) = accounts::staff::setup_link(&state.platform.db, &state.platform.site).await? {
        tracing::info!("nobody has an account yet: make the first admin at {link}");
    }
    let limits = serve_config.limits().within_open_files();
    // Graceful shutdown closes the sockets with a code that asks clients to reconnect.
    serve(listener, router(state.clone()), bus.stop(), limits).await?;
    drop(background);
    // Writes the views counted since the last flush.
    if let Err(error) = state.views.flush(&state.platform.db).await {
        tracing::warn!(%error, "writing views failed");
    }
    Ok(())
}

/// The folder of the built site: `LEPTOS_SITE_ROOT`, else `target/site`.
fn leptos_options(config: &ServeConfig) -> Result<LeptosOptions, Failure> {
    let root = std::env::var("LEPTOS_SITE_ROOT").unwrap_or_else(|_| "target/site".into());
    if !Path::new(&root).join("pkg").is_dir() {
        return Err(format!(
            "the built site is not in {root}: run ./scripts/build, or set LEPTOS_SITE_ROOT to where it is"
        )
        .into());
    }
    // The hashes in the names of files are listed in a file beside the program by `cargo leptos`.
    let hashed = std::env::var("LEPTOS_HASH_FILES").as_deref() != Ok("false")
        && std::env::current_exe()?.with_file_name("hash.txt").is_file();
    Ok(LeptosOptions::builder().output_name("jobi").site_root(root).site_addr(config.addr).hash_files(hashed).build())
}
