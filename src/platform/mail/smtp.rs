//! Sending over SMTP.

use std::time::Duration;

use clap::Args;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, dkim::DkimConfig},
    transport::smtp::{Error, PoolConfig, extension::ClientId},
};

use super::{super::queue::TaskError, Mailer, dkim::DkimArgs};

/// How long the server has for each step.
const STEP_TIME: Duration = Duration::from_secs(20);
/// Connections to the mail server at once.
const MAX_CONNECTIONS: u32 = 8;

/// How mails leave the site.
#[derive(Args, Clone, Debug, Default)]
pub struct MailConfig {
    /// The mail server: `smtps://USER:PASSWORD@HOST` (TLS), `smtp://USER:PASSWORD@HOST:587?tls=required` (STARTTLS) or
    /// `smtp://HOST` (plain). Without it mails stay in a mailbox for development
    #[arg(long, env = "JOBI_SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<String>,

    /// Whom mails are from: `Jobs <jobs@example.org>`
    #[arg(long, env = "JOBI_MAIL_FROM", global = true)]
    pub mail_from: Option<Mailbox>,

    #[command(flatten)]
    pub dkim: DkimArgs,
}

impl MailConfig {
    /// What sends mails; in words for the operator why it cannot.
    pub fn mailer(&self) -> Result<Mailer, String> {
        let Some(url) = self.smtp_url.as_deref().filter(|url| !url.trim().is_empty()) else { return Ok(Mailer::Kept) };
        let sender = self.mail_from.clone().ok_or("set JOBI_MAIL_FROM to the address that mails are from")?;
        let dkim = self.dkim.config(sender.email.domain())?;
        Ok(Mailer::Smtp(Smtp { dkim: dkim.map(Box::new), ..Smtp::to(url.trim(), sender)? }))
    }
}

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    sender: Mailbox,
    dkim: Option<Box<DkimConfig>>,
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The server is away, busy or set up wrongly.
    #[error("not now: {0}")]
    Later(String),
    #[error("there is no such mailbox: {0}")]
    Address(String),
    #[error("the server does not take this mail: {0}")]
    Mail(String),
}

impl From<Refusal> for TaskError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Later(why) => Self::Later(why),
            Refusal::Address(why) | Refusal::Mail(why) => Self::Never(why),
        }
    }
}

impl Smtp {
    pub fn to(url: &str, sender: Mailbox) -> Result<Self, String> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| format!("JOBI_SMTP_URL: {}; write it like smtps://USER:PASSWORD@HOST", words(&error)))?;
        let transport = builder
            .timeout(Some(STEP_TIME))
            .pool_config(PoolConfig::new().max_size(MAX_CONNECTIONS))
            .hello_name(ClientId::Domain(sender.email.domain().to_string()))
            .build();
        Ok(Self { transport, sender, dkim: None })
    }

    pub fn sender(&self) -> &Mailbox {
        &self.sender
    }

    /// The domain that mails are from.
    pub fn domain(&self) -> &str {
        self.sender.email.domain()
    }

    /// Whether the server can be reached, and lets us in.
    pub async fn check(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("the server hangs up".into()),
            Err(error) => Err(words(&error)),
        }
    }

    /// Sends a mail, also where nobody waits for it any more: a talk that is cut off in the middle would go back to the
    /// pool (lettre 0.11), and the next mail would take the answers to this one for its own.
    pub async fn send(&self, message: &Message) -> Result<(), Refusal> {
        let (transport, mut message) = (self.transport.clone(), message.clone());
        if let Some(dkim) = &self.dkim {
            message.sign(dkim);
        }
        let sent = tokio::spawn(async move { transport.send(message).await });
        match sent.await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(refusal(error.status().map(u16::from), words(&error))),
            Err(panic) => Err(Refusal::Later(panic.to_string())),
        }
    }
}

/// What an answer of the server means (RFC 5321, RFC 3463). Codes that speak of a login or of relaying are the
/// operator's to mend, and the mail waits for it.
fn refusal(code: Option<u16>, words: String) -> Refusal {
    let of_mailbox = |words: &str| !words.contains("5.7.") && !words.to_lowercase().contains("relay");
    match code {
        Some(550 | 551 | 553) if of_mailbox(&words) => Refusal::Address(words),
        Some(552 | 554) => Refusal::Mail(words),
        _ => Refusal::Later(words),
    }
}

/// An error with its causes, on one line.
fn words(error: &Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let more = error.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        cause = error.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_is_understood() {
        let of = |code: u16, words: &str| match refusal(Some(code), words.into()) {
            Refusal::Later(_) => "later",
            Refusal::Address(_) => "address",
            Refusal::Mail(_) => "mail",
        };
        for (code, words, meaning) in [
            (421, "busy", "later"),
            (450, "greylisted", "later"),
            (452, "mailbox full", "later"),
            (530, "5.7.0 authentication required", "later"),
            (535, "5.7.8 wrong credentials", "later"),
            (550, "5.1.1 no such user", "address"),
            (550, "5.7.1 relaying denied", "later"),
            (550, "Relay access denied", "later"),
            (551, "5.1.6 moved", "address"),
            (552, "5.3.4 too large", "mail"),
            (553, "5.1.3 bad address", "address"),
            (554, "5.6.0 looks like spam", "mail"),
        ] {
            assert_eq!(of(code, words), meaning, "{code} {words}");
        }
        assert!(matches!(refusal(None, "connection refused".into()), Refusal::Later(_)));
    }

    #[tokio::test]
    async fn a_server_is_configured_or_said_to_be_not() {
        let config = |url: Option<&str>, from: Option<&str>| MailConfig {
            smtp_url: url.map(Into::into),
            mail_from: from.map(|from| from.parse().unwrap()),
            ..MailConfig::default()
        };
        assert!(matches!(config(None, None).mailer(), Ok(Mailer::Kept)));
        assert!(matches!(config(Some(" "), None).mailer(), Ok(Mailer::Kept)));
        assert!(config(Some("smtp://mail.example"), None).mailer().is_err());
        assert!(config(Some("http://mail.example"), Some("a@b.example")).mailer().is_err());
        let mailer = config(Some("smtps://u:p@mail.example"), Some("Jobs <a@b.example>")).mailer().unwrap();
        assert!(mailer.reaches_people());
    }
}
