//! Puts a load on a running Jobi, and breaks it to see what it has promised.

mod attack;
mod bench;
mod breaks;
mod client;
mod mails;
mod node;
mod payload;
mod talk;
mod wire;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::{Parser, Subcommand};
use client::{Failure, Pair};

#[derive(Parser)]
#[command(about)]
struct Cli {
    /// Where the site listens, or is to; one that runs must believe X-Forwarded-For and limit no messages
    #[arg(long, env = "JOBI_ADDR")]
    site: String,
    /// The program to start where a node is to be killed
    #[arg(long, env = "JOBI_BIN", default_value = "target/release/jobi")]
    program: PathBuf,
    /// Fails after so many seconds
    #[arg(long)]
    within: Option<u64>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// How fast messages are delivered: a table row for each number of pairs
    Pairs {
        #[arg(long, default_values_t = [1, 100])]
        pairs: Vec<usize>,
        #[arg(long, default_value_t = 8)]
        seconds: u64,
        #[arg(long, default_value_t = 3)]
        runs: usize,
        /// What the row begins with
        #[arg(long, default_value = "")]
        label: String,
    },
    /// Kills the server at random moments while four people talk
    Kills {
        #[arg(long, default_value_t = 100)]
        kills: usize,
    },
    /// Cuts connections at random moments while two people talk
    Cuts {
        #[arg(long, default_value_t = 1_000)]
        cuts: usize,
        #[arg(long, default_value_t = 10_000)]
        messages: usize,
    },
    /// Kills one of two nodes on one PostgreSQL now and then
    Nodes {
        /// Where the other node listens
        #[arg(long)]
        other: String,
        #[arg(long, default_value_t = 10)]
        kills: usize,
        /// A program that restarts PostgreSQL; it is run after each kill
        #[arg(long)]
        restart_database: Option<PathBuf>,
    },
    /// Somebody is away for many events and a restart
    Away {
        #[arg(long, default_value_t = 5_000)]
        events: usize,
    },
    /// Messages come between a page's rendering and its socket
    Races {
        #[arg(long, default_value_t = 1_000)]
        tries: usize,
    },
    /// Visitors leave while their pages are made
    Hangups {
        #[arg(long, default_value_t = 20_000)]
        visits: usize,
    },
    /// Clients stop reading
    Slow {
        #[arg(long, default_value_t = 20)]
        clients: usize,
    },
    /// A client's machine is gone
    Dead,
    /// Frames that are refused
    Flood {
        #[arg(long, default_value_t = 100_000)]
        frames: usize,
    },
    /// Nodes are killed and the mail server fails while mails are sent
    Mails {
        /// Where another node on the same PostgreSQL listens
        #[arg(long)]
        other: Option<String>,
        #[arg(long, default_value_t = 500)]
        causes: usize,
        #[arg(long, default_value_t = 30)]
        kills: usize,
    },
    /// Sends what an attacker sends, and tells what it cost
    Attack {
        /// Less of each
        #[arg(long)]
        short: bool,
    },
    /// Makes people, waits for a line, and holds idle sockets open until standard input ends
    Idle {
        #[arg(long, default_value_t = 10_000)]
        sockets: usize,
        /// So many pairs of people hold them
        #[arg(long, default_value_t = 50)]
        pairs: usize,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let ended = match cli.within.map(Duration::from_secs) {
        None => run(cli).await,
        Some(within) => {
            let late = |_| Err(format!("not done within {within:?}").into());
            tokio::time::timeout(within, run(cli)).await.unwrap_or_else(late)
        }
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("jobi-load: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<(), Failure> {
    let Cli { site, program, within: _, command } = cli;
    let told = match command {
        Command::Kills { kills } => breaks::kills(&program, &site, kills).await?,
        Command::Cuts { cuts, messages } => breaks::cuts(&program, &site, cuts, messages).await?,
        Command::Nodes { other, kills, restart_database } => {
            breaks::nodes(&program, &site, &other, kills, restart_database.as_deref()).await?
        }
        Command::Away { events } => breaks::away(&program, &site, events).await?,
        Command::Races { tries } => breaks::races(&program, &site, tries).await?,
        Command::Hangups { visits } => breaks::hangups(&program, &site, visits).await?,
        Command::Slow { clients } => breaks::slow(&program, &site, clients).await?,
        Command::Dead => breaks::dead(&program, &site).await?,
        Command::Flood { frames } => breaks::flood(&program, &site, frames).await?,
        Command::Mails { other, causes, kills } => {
            mails::mails(&program, &site, other.as_deref(), causes, kills).await?
        }
        Command::Attack { short } => attack::attacks(&program, &site, short).await?,
        Command::Pairs { pairs, seconds, runs, label } => {
            let mut rows = Vec::new();
            for count in pairs {
                rows.push(row(&site, count, Duration::from_secs(seconds), runs, &label).await?);
            }
            rows.join("\n")
        }
        Command::Idle { sockets, pairs } => bench::idle(&site, pairs, sockets).await?,
    };
    println!("{told}");
    Ok(())
}

/// The middle one of some runs, as a row of a Markdown table.
async fn row(site: &str, pairs: usize, length: Duration, runs: usize, label: &str) -> Result<String, Failure> {
    let people = Pair::many(site, pairs).await?;
    let mut rounds = Vec::new();
    for _ in 0..runs {
        rounds.push(bench::pairs(&people, length).await?);
    }
    rounds.sort_by(|a, b| a.delivered.total_cmp(&b.delivered));
    let bench::Round { delivered, p50, p99 } = rounds.swap_remove(runs / 2);
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    Ok(format!("| {label} | {pairs} | {delivered:.0} | {:.1}ms | {:.1}ms |", ms(p50), ms(p99)))
}
