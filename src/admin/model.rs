//! What the staff's pages show.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{accounts::StaffRole, paging::Page, ui::done_messages};

/// Somebody who looks after the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffMember {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: StaffRole,
    /// Without a second factor they reach no page of the staff's.
    pub has_factor: bool,
    pub is_shut_out: bool,
}

/// What the first page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// For admins alone.
    pub staff: Option<Vec<StaffMember>>,
    /// Reports that nobody has looked at.
    pub reports: usize,
}

/// A conversation that somebody has reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitingReport {
    pub id: Uuid,
    pub reporter: String,
    pub seeker: String,
    pub company: String,
    pub title: String,
    pub reason: String,
    pub created_at: DateTime<Utc>,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct AuditEntry {
    pub id: Uuid,
    pub event: String,
    pub outcome: String,
    pub actor_id: Option<Uuid>,
    /// What the account of whoever did it is called; none once it is deleted.
    pub actor: Option<String>,
    pub thing: String,
    pub thing_id: Option<Uuid>,
    pub was: Option<String>,
    pub became: Option<String>,
    pub address: String,
    pub created_at: DateTime<Utc>,
}

/// A page of the audit log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditLog {
    pub page: Page<AuditEntry>,
    /// Every act that it knows.
    pub events: Vec<String>,
}

done_messages! {
    /// What pages say was done.
    AdminDone {
        ReportHandled => done_report_handled,
    }
}
