//! `jobi user`.

use clap::Subcommand;
use url::Url;
use uuid::Uuid;

use super::{Failure, say};
use crate::{
    accounts::{self, Email, MemberRole, NewUser, Role, StaffRole, new_password, staff},
    companies,
    db::Db,
    platform::{
        audit::{Act, SecurityEvent, record, record_aside},
        config::base_url,
    },
    text::clean_line,
};

#[derive(Subcommand)]
pub enum UserCommand {
    /// Make an account; the password is read from standard input
    Create {
        email: String,
        #[arg(long)]
        name: String,
        /// Make an employer of a new company with this name, instead of a seeker
        #[arg(long)]
        company: Option<String>,
        /// Make an employer of the company at /companies/SLUG
        #[arg(long, value_name = "SLUG", conflicts_with = "company")]
        join: Option<String>,
        /// What they are in the company that they join
        #[arg(long, value_name = "ROLE", requires = "join", default_value = "owner",
            value_parser = ["owner", "recruiter", "hiring_manager", "interviewer"])]
        role: String,
    },
    /// List every account
    List,
    /// Set a new password, read from standard input, and end every session
    SetPassword { email: String },
    /// Put somebody on the site's staff, or take them off it
    Staff {
        email: String,
        #[arg(value_parser = ["admin", "moderator", "none"])]
        role: String,
    },
    /// Invite somebody to make an account: mails the link, and prints it
    Invite {
        email: String,
        /// Put them on the site's staff
        #[arg(long, value_name = "ROLE", value_parser = ["admin", "moderator"])]
        staff: Option<String>,
        /// Where people reach the site
        #[arg(long, env = "JOBI_BASE_URL", value_parser = base_url, default_value = "http://127.0.0.1:3000")]
        base_url: Url,
    },
    /// Shut an account out
    Disable {
        email: String,
        /// Let it in again
        #[arg(long)]
        undo: bool,
    },
}

/// Runs one of the commands.
pub async fn run(db: &Db, asked: UserCommand) -> Result<(), Failure> {
    match asked {
        UserCommand::Create { email, name, company, join, role } => {
            let role = role.parse().map_err(|_| format!("{role} is no role"))?;
            create(db, &email, &name, company.as_deref(), join.as_deref().map(|slug| (slug, role))).await
        }
        UserCommand::List => list(db).await,
        UserCommand::SetPassword { email } => {
            let user = find(db, &email).await?;
            let hash = accounts::hash_password(read_password()?).await?;
            let mut tx = db.begin().await?;
            accounts::set_password(&mut tx, user, &hash).await?;
            accounts::end_sessions(&mut tx, user).await?;
            accounts::end_password_links(&mut tx, user).await?;
            record(&mut tx, Act::command(SecurityEvent::CommandUserSetPassword, user)).await?;
            tx.commit().await?;
            say(format!("The password of {email} is set; every session has ended."))?;
            Ok(())
        }
        UserCommand::Staff { email, role } => set_staff(db, &email, role.parse().ok()).await,
        UserCommand::Invite { email, staff, base_url } => {
            let staff = staff.and_then(|role| role.parse().ok());
            invite(db, &email, staff, &base_url.origin().ascii_serialization()).await
        }
        UserCommand::Disable { email, undo } => {
            let user = find(db, &email).await?;
            accounts::set_disabled(db, user, !undo).await?;
            let event = if undo { SecurityEvent::CommandUserEnable } else { SecurityEvent::CommandUserDisable };
            record_aside(db, Act::command(event, user)).await;
            say(format!("{email} is {}.", if undo { "let in again" } else { "shut out" }))?;
            Ok(())
        }
    }
}

async fn create(
    db: &Db,
    email: &str,
    name: &str,
    company: Option<&str>,
    join: Option<(&str, MemberRole)>,
) -> Result<(), Failure> {
    let parsed = Email::parse(email).map_err(|_| format!("{email} is not an e-mail address"))?;
    let hash = accounts::hash_password(read_password()?).await?;
    let id = Uuid::now_v7();
    let mut tx = db.begin().await?;
    let name = clean_line(name);
    if name.is_empty() {
        return Err("a name has letters that one sees".into());
    }
    let user = NewUser {
        id,
        email: &parsed,
        name: &name,
        role: if company.is_some() || join.is_some() { Role::Employer } else { Role::Seeker },
        password_hash: &hash,
    };
    accounts::insert_user(&mut tx, user).await.map_err(|_| format!("there is an account of {email} already"))?;
    if let Some(company) = company {
        companies::found(&mut tx, company, "", id).await?;
    }
    if let Some((slug, role)) = join {
        companies::join(&mut tx, slug, id, &name, role)
            .await
            .map_err(|_| format!("there is no company at /companies/{slug}"))?;
    }
    record(&mut tx, Act::command(SecurityEvent::CommandUserCreate, id)).await?;
    tx.commit().await?;
    say(format!("{email} can log in."))?;
    Ok(())
}

/// Puts somebody on the site's staff, or takes them off it.
async fn set_staff(db: &Db, email: &str, role: Option<StaffRole>) -> Result<(), Failure> {
    let user = find(db, email).await?;
    let mut tx = db.begin().await?;
    accounts::hold(&mut tx, user).await?;
    let before = staff::set_role(&mut tx, user, role).await?;
    let word = |role: Option<StaffRole>| role.map_or_else(|| "none".to_string(), |role| role.to_string());
    let act = Act::command(SecurityEvent::CommandUserStaff, user).changing(word(before), word(role));
    record(&mut tx, act).await?;
    tx.commit().await?;
    match role {
        Some(role) => say(format!("{email} is {role} of this site. They need a second factor."))?,
        None => say(format!("{email} is not on the staff."))?,
    }
    Ok(())
}

/// Invites somebody to make an account.
async fn invite(db: &Db, email: &str, role: Option<StaffRole>, origin: &str) -> Result<(), Failure> {
    let parsed = Email::parse(email).map_err(|_| format!("{email} is not an e-mail address"))?;
    if accounts::find_by_email(db, email).await?.is_some() {
        return Err(format!("there is an account of {email} already; jobi user staff puts it on the staff").into());
    }
    let mut tx = db.begin().await?;
    let link = staff::invite(&mut tx, origin, &parsed, role).await?;
    let became = role.map_or_else(String::new, |role| role.to_string());
    record(&mut tx, Act::command(SecurityEvent::CommandUserInvite, None).changing("", became)).await?;
    tx.commit().await?;
    say(format!("{email} makes their account here, within seven days:"))?;
    say(link)?;
    Ok(())
}

async fn list(db: &Db) -> Result<(), Failure> {
    let mut after = String::new();
    loop {
        let users = accounts::list_users(db, &after, 500).await?;
        let Some(last) = users.last() else { return Ok(()) };
        after.clone_from(&last.email_key);
        for user in users {
            let state = if user.disabled_at.is_some() { "disabled" } else { "active" };
            say(format!("{}\t{}\t{state}\t{}\t{}", user.email, user.role, user.created_at.date_naive(), user.name))?;
        }
    }
}

async fn find(db: &Db, email: &str) -> Result<Uuid, Failure> {
    let found = accounts::find_by_email(db, email).await?;
    Ok(found.ok_or_else(|| format!("there is no account of {email}"))?.id)
}

fn read_password() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']);
    new_password(password).map_err(|_| "a password has 10 to 128 characters; give it on standard input".into())
}
