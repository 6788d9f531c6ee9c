//! A database for each test: a file on SQLite; on PostgreSQL a copy of a template, migrated once for all processes.

use std::path::Path;

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection, query, query_scalar, raw_sql};
use url::Url;
use uuid::Uuid;

use crate::{
    db::{Db, line::ANSWER_TIME},
    live::bus::Bus,
    site::database::open,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What is left to remove after a test.
pub enum Database {
    InItsFolder,
    Postgres(String),
}

impl Database {
    /// Makes an empty database with the newest schema.
    pub async fn new(engine: Engine, folder: &Path) -> (Self, Db, Bus) {
        match engine {
            Engine::Sqlite => {
                let (db, bus) = open(&Self::InItsFolder.url(folder), ANSWER_TIME).await.unwrap();
                db.migrate().await.unwrap();
                (Self::InItsFolder, db, bus)
            }
            Engine::Postgres => {
                let name = format!("jobi_test_{}", Uuid::new_v4().simple());
                let mut server = server().await;
                let template = template(&mut server).await;
                run(&mut server, format!("CREATE DATABASE {name} TEMPLATE {template}")).await.unwrap();
                let (db, bus) = open(&address(&name), ANSWER_TIME).await.unwrap();
                (Self::Postgres(name), db, bus)
            }
        }
    }

    /// Restores a database that an earlier release has made, as it was then; `dump` is what `docs/architecture.md` tells.
    pub async fn restored(engine: Engine, folder: &Path, dump: &'static str) -> (Self, Db, Bus) {
        let database = match engine {
            Engine::Sqlite => Self::InItsFolder,
            Engine::Postgres => {
                let name = format!("jobi_test_{}", Uuid::new_v4().simple());
                run(&mut server().await, format!("CREATE DATABASE {name}")).await.unwrap();
                Self::Postgres(name)
            }
        };
        let url = database.url(folder);
        match engine {
            Engine::Sqlite => {
                let mut file = SqliteConnection::connect(&format!("{url}?mode=rwc")).await.unwrap();
                raw_sql(dump).execute(&mut file).await.unwrap();
                file.close().await.unwrap();
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&url).await.unwrap();
                raw_sql(dump).execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
            }
        }
        let (db, bus) = open(&url, ANSWER_TIME).await.unwrap();
        (database, db, bus)
    }

    /// Its address; `folder` is the one that it was made in.
    pub fn url(&self, folder: &Path) -> String {
        match self {
            Self::InItsFolder => format!("sqlite:{}", folder.join("jobi.db").display()),
            Self::Postgres(name) => address(name),
        }
    }

    /// Has new connections to it read only, or write again: as a server before and after a failover.
    pub async fn set_read_only(&self, read_only: bool) {
        let Self::Postgres(name) = self else { panic!("not PostgreSQL") };
        let mut server = server().await;
        let setting = format!("ALTER DATABASE {name} SET default_transaction_read_only = {read_only}");
        run(&mut server, setting).await.unwrap();
    }

    /// Has the server end every connection to it.
    pub async fn end_connections(&self) {
        let Self::Postgres(name) = self else { panic!("not PostgreSQL") };
        let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
        query(end).bind(name).execute(&mut server().await).await.unwrap();
    }

    /// Removes it. After a test that failed nobody calls this; the cluster itself is thrown away soon.
    pub async fn remove(&self) {
        if let Self::Postgres(name) = self {
            _ = run(&mut server().await, format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

/// The address of a database of the test cluster.
fn address(database: &str) -> String {
    let url = std::env::var("JOBI_TEST_POSTGRES_URL").unwrap_or_default();
    assert!(
        !url.is_empty(),
        "JOBI_TEST_POSTGRES_URL is not set: run ./scripts/test, or name the database `postgres` of a cluster where \
         tests may make databases, as a superuser"
    );
    let mut url = Url::parse(&url).expect("JOBI_TEST_POSTGRES_URL is an address");
    url.set_path(database);
    url.to_string()
}

async fn server() -> PgConnection {
    PgConnection::connect(&address("postgres")).await.expect("the test cluster answers")
}

async fn run(server: &mut PgConnection, statement: String) -> Result<(), sqlx::Error> {
    query(AssertSqlSafe(statement)).execute(server).await.map(|_| ())
}

/// The name of the template, made by whoever comes first. It appears under that name only when it is complete.
async fn template(server: &mut PgConnection) -> String {
    let migrator = sqlx::migrate!("migrations/postgres");
    let mut hash = Sha256::new();
    migrator.iter().for_each(|migration| hash.update(&migration.checksum));
    let name = format!("jobi_template_{}", hex::encode(&hash.finalize()[..8]));
    if exists(server, &name).await {
        return name;
    }
    query("SELECT pg_advisory_lock(7061)").execute(&mut *server).await.unwrap();
    if !exists(server, &name).await {
        let draft = format!("{name}_draft");
        run(server, format!("DROP DATABASE IF EXISTS {draft}")).await.unwrap();
        run(server, format!("CREATE DATABASE {draft}")).await.unwrap();
        let mut connection = PgConnection::connect(&address(&draft)).await.unwrap();
        migrator.run(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        run(server, format!("ALTER DATABASE {draft} RENAME TO {name}")).await.unwrap();
    }
    query("SELECT pg_advisory_unlock(7061)").execute(&mut *server).await.unwrap();
    name
}

async fn exists(server: &mut PgConnection, database: &str) -> bool {
    let found = query_scalar("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)").bind(database);
    found.fetch_one(server).await.unwrap()
}
