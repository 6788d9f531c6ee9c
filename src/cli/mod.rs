//! The command line of `jobi`.

mod reports;
mod seed;
mod serve;
mod users;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::server::{
    config::{Config, LogFormat, ServeConfig},
    db::Db,
    files::Files,
    logging,
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
    /// Look at what people have reported
    #[command(subcommand)]
    Report(reports::ReportCommand),
    /// Manage accounts
    #[command(subcommand)]
    User(users::UserCommand),
}

/// Why a command failed, in words for the operator.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Parses the command line and runs it.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let format = match &cli.command {
        Command::Serve(config) => config.log_format,
        _ => LogFormat::Text,
    };
    logging::start(format);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be started");
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("jobi: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<(), Failure> {
    std::fs::create_dir_all(&cli.config.data_dir).map_err(|e| {
        format!(
            "cannot make the data folder {}: {e}; set JOBI_DATA_DIR to one that can be written",
            cli.config.data_dir.display()
        )
    })?;
    let db = Db::open(&cli.config.database_url()).await.map_err(|e| format!("{e}; check JOBI_DATABASE_URL"))?;
    db.migrate().await?;
    match cli.command {
        Command::Serve(serve) => serve::run(db.clone(), &cli.config, &serve).await?,
        Command::Migrate => println!("The schema is up to date."),
        Command::Seed(args) => {
            let files = Files::in_folder(&cli.config.data_dir.join("files"))?;
            seed::run(&db, &files, &args).await?;
        }
        Command::Report(command) => reports::run(&db, command).await?,
        Command::User(command) => users::run(&db, command).await?,
    }
    db.close().await;
    Ok(())
}
