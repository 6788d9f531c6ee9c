//! The command line of `jobi`.

mod mail;
mod reports;
mod seed;
mod serve;
mod tasks;
mod users;

use std::{
    fmt::Display,
    io::{self, Write},
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::{Parser, Subcommand};

use crate::{
    db::{Db, line::ANSWER_TIME},
    platform::{
        config::{Config, LogFormat, ServeConfig},
        files::{self, Files},
        logging, pdf,
    },
    site::{background, database},
};

/// A job board, an applicant tracker and a live messenger in one program.
#[derive(Parser)]
#[command(name = "jobi", version, about)]
struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site
    Serve(ServeConfig),
    /// Bring the database's schema up to date
    Migrate,
    /// Fill an empty database with demo data
    Seed(seed::SeedArgs),
    /// Look at how mails leave the site
    #[command(subcommand)]
    Mail(mail::MailCommand),
    /// Look at what is done in the background
    #[command(subcommand)]
    Jobs(tasks::TaskCommand),
    /// Look at what people have reported
    #[command(subcommand)]
    Report(reports::ReportCommand),
    /// Open the PDF on standard input, within bounds: the server runs it for each one that is sent
    #[command(name = pdf::COMMAND, hide = true)]
    OpenPdf,
    /// Manage accounts
    #[command(subcommand)]
    User(users::UserCommand),
}

/// Why a command failed, in words for the operator.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Parses the command line and runs it.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    if matches!(cli.command, Command::OpenPdf) {
        return pdf::open_from_stdin();
    }
    let format = match &cli.command {
        Command::Serve(config) => config.log_format,
        _ => LogFormat::Text,
    };
    logging::start(format);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be started");
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if is_closed_pipe(&failure) => ExitCode::SUCCESS,
        Err(failure) => {
            _ = writeln!(io::stderr(), "jobi: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Writes a line to standard output. Unlike `println!` it does not panic on a closed pipe.
fn say(line: impl Display) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}

/// Whether a command ended by a closed pipe: `jobi user list | head`.
fn is_closed_pipe(failure: &Failure) -> bool {
    failure.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

async fn run(cli: Cli) -> Result<(), Failure> {
    if let Command::Mail(command) = cli.command {
        return mail::run(&cli.config.mail, command).await;
    }
    files::keep_private();
    std::fs::create_dir_all(&cli.config.data_dir).map_err(|e| {
        format!(
            "cannot make the data folder {}: {e}; set JOBI_DATA_DIR to one that can be written",
            cli.config.data_dir.display()
        )
    })?;
    let answer_time = match &cli.command {
        // Many rows at a time, and all of their indexes.
        Command::Seed(_) => Duration::from_secs(60 * 60),
        _ => ANSWER_TIME,
    };
    let opened = database::open(&cli.config.database_url(), answer_time).await;
    let (db, bus) = opened.map_err(|e| format!("{e}; check JOBI_DATABASE_URL"))?;
    db.migrate().await?;
    if matches!(cli.command, Command::Serve(_) | Command::Migrate) {
        index_all(&db).await?;
    }
    match cli.command {
        Command::Serve(serve) => serve::run(db.clone(), bus, &cli.config, &serve).await?,
        Command::Migrate => say("The schema is up to date.")?,
        Command::Seed(args) => {
            let files = Files::in_folder(&cli.config.data_dir.join("files"), cli.config.min_free_mb)?;
            seed::run(&db, &files, &args).await?;
        }
        Command::Jobs(command) => tasks::run(&db, command).await?,
        Command::Report(command) => reports::run(&db, command).await?,
        Command::User(command) => users::run(&db, command).await?,
        Command::Mail(_) | Command::OpenPdf => unreachable!("it needs no database"),
    }
    db.close().await;
    Ok(())
}

/// After an update to other rules of the search everything is kept anew, so that nobody searches in half of it.
async fn index_all(db: &Db) -> Result<(), Failure> {
    let mut told = Instant::now();
    while background::index_some(db).await? {
        if told.elapsed() > Duration::from_secs(5) {
            told = Instant::now();
            tracing::info!("postings are made ready for the search …");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Command {
        Cli::try_parse_from([&["jobi"], arguments].concat()).unwrap_or_else(|error| panic!("{error}")).command
    }

    #[test]
    fn proxies_are_trusted_when_it_is_said() {
        let proxies = |arguments: &[&str]| match parsed(arguments) {
            Command::Serve(serve) => serve.trust_proxy,
            _ => unreachable!(),
        };
        assert_eq!(proxies(&["serve"]), 0);
        assert_eq!(proxies(&["serve", "--trust-proxy"]), 1);
        assert_eq!(proxies(&["serve", "--trust-proxy=2"]), 2);
    }

    #[test]
    fn a_site_for_real_is_not_filled_with_demo_data() {
        let may = |arguments: &[&str]| match parsed(arguments) {
            Command::Seed(args) => args.may_fill().is_ok(),
            _ => unreachable!(),
        };
        assert!(may(&["seed"]));
        assert!(may(&["seed", "--base-url", "http://127.0.0.1:3000"]));
        assert!(!may(&["seed", "--base-url", "https://jobs.example.org"]));
        assert!(may(&["seed", "--base-url", "https://jobs.example.org", "--public-demo"]));
    }

    #[test]
    fn a_reader_who_has_left_is_no_failure() {
        let failure = |kind| -> Failure { io::Error::from(kind).into() };
        assert!(is_closed_pipe(&failure(io::ErrorKind::BrokenPipe)));
        assert!(!is_closed_pipe(&failure(io::ErrorKind::StorageFull)));
        assert!(!is_closed_pipe(&"another".into()));
    }
}
