//! Server functions of the staff's pages. Everybody else gets 404, and staff without a second factor the way to one.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::{AuditLog, Overview, WaitingReport};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::{
        db::{self, Asked},
        model::{AdminDone, StaffMember},
    },
    crate::{
        accounts::{
            StaffAction, find_by_email, may_as_staff,
            staff::{StaffRow, staff},
        },
        messages,
        paging::{Cursor, Page},
        platform::{
            audit::{Act, SecurityEvent, record_aside},
            platform,
        },
        ui::done,
    },
    strum::VariantArray,
};

/// What staff begins with.
#[server(endpoint = "load_admin")]
pub async fn load_admin() -> Result<Overview, AppError> {
    may_as_staff(StaffAction::SeeAdmin).await?;
    let platform = platform();
    let member = |row: StaffRow| {
        let StaffRow { id, name, email, staff: role, has_factor, disabled_at } = row;
        StaffMember { id, name, email, role, has_factor, is_shut_out: disabled_at.is_some() }
    };
    let staff = match may_as_staff(StaffAction::SeeStaff).await {
        Ok(_) => Some(staff(&platform.db).await?.into_iter().map(member).collect()),
        Err(_) => None,
    };
    Ok(Overview { staff, reports: messages::reports(&platform.db).await?.len() })
}

/// A page of the audit log: of one act, and about one person, where these are given.
#[server(endpoint = "load_audit_log")]
pub async fn load_audit_log(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<AuditLog, AppError> {
    may_as_staff(StaffAction::SeeAuditLog).await?;
    let platform = platform();
    let person = person.trim();
    let found = match person.parse() {
        Ok(id) => Some(id),
        Err(_) => find_by_email(&platform.db, person).await?.map(|user| user.id),
    };
    let events = SecurityEvent::VARIANTS.iter().map(|event| <&str>::from(*event).to_string()).collect();
    let page = match found.is_none() && !person.is_empty() {
        true => Page::default(),
        false => {
            let asked = Asked { event, person: found, cursor: Cursor::beside_ids(&after, &before) };
            db::audit_log(&platform.db, &asked).await?
        }
    };
    Ok(AuditLog { page, events })
}

/// The reports that nobody has looked at, the oldest first.
#[server(endpoint = "load_reports")]
pub async fn load_reports() -> Result<Vec<WaitingReport>, AppError> {
    may_as_staff(StaffAction::HandleReports).await?;
    let reports = messages::reports(&platform().db).await?;
    let waiting = reports.into_iter().map(|report| {
        let messages::Report { id, reporter, seeker, company, title, reason, created_at, .. } = report;
        WaitingReport { id, reporter, seeker, company, title, reason, created_at }
    });
    Ok(waiting.collect())
}

/// Notes that a report was looked at; who made it is told.
#[server(endpoint = "handle_report")]
pub async fn handle_report(id: Uuid) -> Result<(), AppError> {
    let user = may_as_staff(StaffAction::HandleReports).await?;
    let platform = platform();
    messages::handle_report(&platform.db, id).await?;
    record_aside(&platform.db, Act::done(SecurityEvent::ReportHandle, user.id).on("report", id)).await;
    done("/admin/reports", AdminDone::ReportHandled);
    Ok(())
}
