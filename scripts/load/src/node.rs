//! Nodes of Jobi that are ours to kill.

use std::{path::PathBuf, process::Stdio, time::Duration};

use tokio::{
    net::TcpStream,
    process::{Child, Command},
    time::{Instant, sleep, timeout},
};

use crate::client::{Failure, PATIENCE};

/// A server that is told to stop has done so within this.
const STOPS: Duration = Duration::from_secs(30);

/// A server that runs until this is dropped. The database, the folder of the data and the log are the environment's.
pub struct Node {
    program: PathBuf,
    /// Where it listens.
    pub site: String,
    env: Vec<(String, String)>,
    child: Child,
}

impl Node {
    /// Starts it, and waits until it answers.
    pub async fn start(program: &PathBuf, site: &str) -> Result<Self, Failure> {
        Self::start_with(program, site, &[]).await
    }

    /// The same with more in its environment.
    pub async fn start_with(program: &PathBuf, site: &str, env: &[(&str, &str)]) -> Result<Self, Failure> {
        let env: Vec<_> = env.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let child = spawn(program, site, &env).await?;
        Ok(Self { program: program.clone(), site: site.into(), env, child })
    }

    /// Ends it in the middle of whatever it does (SIGKILL).
    pub async fn kill(&mut self) -> Result<(), Failure> {
        Ok(self.child.kill().await?)
    }

    /// Asks it to end (SIGTERM), and waits for that; one that goes on is killed.
    pub async fn stop(&mut self) -> Result<(), Failure> {
        let id = self.id()?;
        Command::new("kill").arg(id.to_string()).status().await?;
        match timeout(STOPS, self.child.wait()).await {
            Ok(stopped) => Ok(stopped.map(|_| ())?),
            Err(_) => self.kill().await.and(Err("it did not stop".into())),
        }
    }

    /// Starts it again after a [`Node::kill`].
    pub async fn restart(&mut self) -> Result<(), Failure> {
        self.child = spawn(&self.program, &self.site, &self.env).await?;
        Ok(())
    }

    /// Its process.
    pub fn id(&self) -> Result<u32, Failure> {
        Ok(self.child.id().ok_or("it does not run")?)
    }

    /// What it has taken of the processors (Linux, proc(5): fields 14 and 15 of `stat`, in hundredths of a second).
    pub fn cpu(&self) -> Result<Duration, Failure> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.id()?))?;
        let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(2);
        let ticks: u64 = fields.map(str::parse::<u64>).sum::<Result<_, _>>()?;
        Ok(Duration::from_millis(ticks * 10))
    }

    /// Its memory, in bytes, without what is a file's (Linux).
    pub fn memory(&self) -> Result<i64, Failure> {
        let id = self.id()?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).ok_or("no RssAnon")?;
        let kilobytes: i64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes * 1024)
    }
}

async fn spawn(program: &PathBuf, site: &str, env: &[(String, String)]) -> Result<Child, Failure> {
    let mut child = Command::new(program)
        .arg("serve")
        .env("JOBI_ADDR", site)
        .env("JOBI_TRUST_PROXY", "true")
        .env("JOBI_MESSAGES_A_MINUTE", "1000000")
        .envs(env.iter().cloned())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let until = Instant::now() + PATIENCE;
    while TcpStream::connect(site).await.is_err() {
        if let Some(status) = child.try_wait()? {
            return Err(format!("jobi serve ended: {status}").into());
        }
        if Instant::now() > until {
            return Err("jobi serve does not answer".into());
        }
        sleep(Duration::from_millis(20)).await;
    }
    Ok(child)
}
