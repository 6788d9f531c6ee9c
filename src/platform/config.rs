//! Configuration: environment variables and flags, checked before anything starts.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;
use url::Url;

use super::{mail::MailConfig, serve::Limits};

/// What every command needs to know.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Folder of the SQLite file, resumes and logos
    #[arg(long, env = "JOBI_DATA_DIR", default_value = "data", global = true)]
    pub data_dir: PathBuf,

    /// `sqlite:PATH` or `postgres://…` [default: sqlite:DATA_DIR/jobi.db]
    #[arg(long, env = "JOBI_DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,

    /// Megabytes that stay free where the data folder is: below, no file is taken
    #[arg(long, env = "JOBI_MIN_FREE_MB", default_value_t = 200, global = true)]
    pub min_free_mb: u64,

    #[command(flatten)]
    pub mail: MailConfig,
}

impl Config {
    /// The database's address, with the default filled in.
    pub fn database_url(&self) -> String {
        let default = || format!("sqlite:{}", self.data_dir.join("jobi.db").display());
        self.database_url.clone().unwrap_or_else(default)
    }
}

/// What `jobi serve` needs besides.
#[derive(Args, Clone, Debug)]
pub struct ServeConfig {
    /// Address and port to listen on
    #[arg(long, env = "JOBI_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,

    /// Where people reach the site, https://… behind a proxy [default: http://ADDR]
    #[arg(long, env = "JOBI_BASE_URL", value_parser = base_url)]
    pub base_url: Option<Url>,

    /// How many proxies stand before the site: so many addresses at the end of `X-Forwarded-For` are theirs to write.
    /// `true` is one, `false` none
    #[arg(long, env = "JOBI_TRUST_PROXY", default_value = "false", default_missing_value = "true", num_args = 0..=1,
        require_equals = true, value_name = "PROXIES", value_parser = proxies)]
    pub trust_proxy: usize,

    /// Tell browsers to use HTTPS for all hosts below this one as well
    #[arg(long, env = "JOBI_HSTS_SUBDOMAINS", default_value_t = false)]
    pub hsts_subdomains: bool,

    /// Connections at once
    #[arg(long, env = "JOBI_MAX_CONNECTIONS", default_value = "20000", value_parser = clap::value_parser!(u32).range(16..))]
    pub max_connections: u32,

    /// Connections and WebSockets at once from one address; behind a proxy WebSockets alone
    #[arg(long, env = "JOBI_CONNECTIONS_PER_ADDRESS", default_value = "1000", value_parser = clap::value_parser!(u32).range(1..))]
    pub connections_per_address: u32,

    /// Messages that one person can send in a minute
    #[arg(long, env = "JOBI_MESSAGES_A_MINUTE", default_value = "100", value_parser = clap::value_parser!(u32).range(1..))]
    pub messages_a_minute: u32,

    /// Let this machine move the clock at /dev/clock, to test what expires; only at a site that is for it alone
    #[arg(long, env = "JOBI_TEST_CLOCK", default_value_t = false, hide = true)]
    pub test_clock: bool,

    /// `text` for people, `json` for machines
    #[arg(long, env = "JOBI_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

impl ServeConfig {
    /// What the HTTP server puts up with. A proxy's connections are everybody's.
    pub fn limits(&self) -> Limits {
        let per_address = (self.trust_proxy == 0).then_some(self.connections_per_address as usize);
        Limits { connections: self.max_connections as usize, per_address, ..Limits::default() }
    }

    /// Whether the site is for this machine alone: it listens on loopback, and is called so.
    pub fn is_local(&self) -> bool {
        let named = self.base_url.as_ref().is_none_or(|url| match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
            Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        });
        named && self.addr.ip().is_loopback()
    }

    /// Whether the clock can be moved; in words for the operator why it cannot be.
    pub fn test_clock(&self) -> Result<bool, String> {
        match self.test_clock && !self.is_local() {
            true => Err("JOBI_TEST_CLOCK is for sites at 127.0.0.1 or localhost".into()),
            false => Ok(self.test_clock),
        }
    }

    /// The site's address, without a slash at its end.
    pub fn origin(&self) -> String {
        match &self.base_url {
            Some(url) => url.origin().ascii_serialization(),
            None => format!("http://{}", self.addr),
        }
    }
}

fn proxies(text: &str) -> Result<usize, String> {
    match text {
        "false" | "" => Ok(0),
        "true" => Ok(1),
        number => number.parse().ok().filter(|n| *n < 100).ok_or_else(|| "is no number of proxies".into()),
    }
}

pub fn base_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|e| format!("{e}; write it like https://jobs.example.org"))?;
    let plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    match url.scheme() {
        "http" | "https" if plain && url.has_host() => Ok(url),
        "http" | "https" => Err("a site lives at the root of its host: leave out path, query and fragment".into()),
        other => Err(format!("{other}: is not http: or https:")),
    }
}

#[cfg(test)]
mod tests {
    use sqlx::postgres::{PgConnectOptions, PgSslMode};

    use super::*;

    #[test]
    fn proxies_are_a_number_or_a_word() {
        for (text, number) in [("false", Ok(0)), ("", Ok(0)), ("0", Ok(0)), ("true", Ok(1)), ("1", Ok(1)), ("3", Ok(3))]
        {
            assert_eq!(proxies(text), number, "{text}");
        }
        for bad in ["yes", "-1", "1.5", "100", " 1"] {
            assert!(proxies(bad).is_err(), "{bad}");
        }
    }

    /// What the README says of `sslmode`.
    #[test]
    fn without_an_sslmode_the_certificate_is_not_checked() {
        let mode = |url: &str| url.parse::<PgConnectOptions>().unwrap().get_ssl_mode();
        assert!(matches!(mode("postgres://jobi@db.example/jobi"), PgSslMode::Prefer));
        assert!(matches!(mode("postgres://jobi@db.example/jobi?sslmode=verify-full"), PgSslMode::VerifyFull));
    }
}
