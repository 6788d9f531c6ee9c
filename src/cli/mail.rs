//! `jobi mail`.

use clap::Subcommand;
use lettre::message::Mailbox;

use super::{Failure, say};
use crate::platform::mail::{MailConfig, Mailer, test_message};

#[derive(Subcommand)]
pub enum MailCommand {
    /// Send a mail to ADDRESS, and tell each step
    Test { address: Mailbox },
}

/// Runs one of the commands.
pub async fn run(config: &MailConfig, asked: MailCommand) -> Result<(), Failure> {
    let MailCommand::Test { address } = asked;
    let Mailer::Smtp(smtp) = config.mailer()? else {
        return Err("no mail server is configured: set JOBI_SMTP_URL and JOBI_MAIL_FROM".into());
    };
    say(format!("from: {}", smtp.sender()))?;
    smtp.check().await.map_err(|why| format!("connection and login: {why}"))?;
    say("connection and login: fine")?;
    let message = test_message(smtp.sender(), address.clone())?;
    smtp.send(&message).await.map_err(|refusal| format!("sending: {refusal}"))?;
    say(format!("sending: the server has taken a mail to {}", address.email))?;
    Ok(())
}
