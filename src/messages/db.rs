//! The SQL of conversations and messages. Every query names who may read a conversation: its seeker, and the members of
//! its company.

mod begin;
mod claim;
mod edit;
mod guests;
mod list;
mod presence;
mod search;
mod store;
mod thread;

use std::collections::HashMap;

use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

pub use begin::*;
pub use claim::*;
pub use edit::*;
pub use guests::*;
pub use list::*;
pub use presence::*;
pub use search::index_some;
pub use store::*;
pub use thread::*;

use super::model::{ConversationState, Side};
use crate::{
    accounts::{CurrentUser, reaches},
    db::{Lock, Tx, push_list},
    error::AppError,
    write_in,
};

/// A locked conversation, with the people of both sides.
#[derive(FromRow)]
struct Open {
    id: Uuid,
    candidate_id: Option<Uuid>,
    /// The candidate's account, if they have one.
    seeker_id: Option<Uuid>,
    company_id: Uuid,
    state: ConversationState,
    blocked_by: Option<Side>,
    last_seq: i64,
    title: String,
    company: String,
    seeker: String,
    #[sqlx(skip)]
    members: Vec<Uuid>,
}

impl Open {
    /// What stands for the candidate as a writer: their account, or they themselves where they have none.
    fn applicant(&self) -> Uuid {
        self.seeker_id.or(self.candidate_id).unwrap_or_default()
    }

    /// The user's side, if they are in the conversation with what they act as.
    fn side(&self, user: Uuid, acts_for: Option<Uuid>) -> Option<Side> {
        match acts_for {
            None => (user == self.applicant()).then_some(Side::Seeker),
            Some(company) => (company == self.company_id && self.members.contains(&user)).then_some(Side::Company),
        }
    }

    fn everybody(&self) -> impl Iterator<Item = Uuid> {
        self.seeker_id.into_iter().chain(self.members.iter().copied())
    }

    /// The accounts of a side: none of a candidate who has none.
    fn people_of(&self, side: Side) -> Vec<Uuid> {
        match side {
            Side::Seeker => self.seeker_id.into_iter().collect(),
            Side::Company => self.members.clone(),
        }
    }

    /// The name of a side, as the other side sees it.
    fn name_of(&self, side: Side) -> &str {
        match side {
            Side::Seeker => &self.seeker,
            Side::Company => &self.company,
        }
    }

    fn takes_from(&self, side: Side) -> bool {
        takes_from(side, self.state, self.blocked_by, self.last_seq)
    }
}

/// Whether a side may write into a conversation in this state.
fn takes_from(side: Side, state: ConversationState, blocked_by: Option<Side>, last_seq: i64) -> bool {
    let open = match state {
        ConversationState::Open => true,
        // A company's answer accepts the request; the seeker writes only the first message.
        ConversationState::Requested => side == Side::Company || last_seq == 0,
        ConversationState::Declined => false,
    };
    open && blocked_by.is_none()
}

const OPEN: &str = "SELECT c.id, c.candidate_id, c.seeker_id, c.company_id, c.state, c.blocked_by,
         c.last_seq, p.title, co.name AS company, COALESCE(u.name, k.name, '') AS seeker
     FROM conversations c
     JOIN postings p ON p.id = c.posting_id
     JOIN companies co ON co.id = c.company_id
     LEFT JOIN users u ON u.id = c.seeker_id
     LEFT JOIN candidates k ON k.id = c.candidate_id
     WHERE c.id IN ";

/// Conversations with their people, [locked in order](Lock) until the transaction ends.
async fn open(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, Open>, AppError> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    let lock = if tx.is_postgres() { " ORDER BY c.id FOR UPDATE OF c" } else { "" };
    let rows: Vec<Open> = write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(OPEN);
        push_list(&mut sql, ids.iter().copied());
        sql.push(lock);
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    tx.locked(Lock::Conversations, rows.len());
    let mut found: HashMap<Uuid, Open> = rows.into_iter().map(|row| (row.id, row)).collect();
    if found.is_empty() {
        return Ok(found);
    }
    let members: Vec<(Uuid, Uuid)> = write_in!(tx, |c| async {
        let mut sql = QueryBuilder::new(concat!(
            "SELECT c.id, m.user_id FROM conversations c JOIN company_members m ON m.company_id = c.company_id WHERE ",
            reaches!("m", "c.posting_id", talks),
            " AND c.id IN "
        ));
        push_list(&mut sql, found.keys().copied());
        sql.build_query_as().persistent(false).fetch_all(c).await
    })?;
    for open in found.values_mut() {
        open.members = members.iter().filter(|(id, _)| *id == open.id).map(|(_, user)| *user).collect();
    }
    Ok(found)
}

/// The conversation of this id, locked, and the user's side; not found if they are not in it.
async fn open_one(tx: &mut Tx, user: &CurrentUser, id: Uuid) -> Result<(Open, Side), AppError> {
    let open = open(tx, &[id]).await?.remove(&id).ok_or(AppError::NotFound)?;
    let side = open.side(user.id, user.company).ok_or(AppError::NotFound)?;
    Ok((open, side))
}

/// The user's side in all of their conversations, and the id that stands for it there: the company's or the seeker's.
fn place_of(user: &CurrentUser) -> (Side, Uuid) {
    match user.company {
        Some(company) => (Side::Company, company),
        None => (Side::Seeker, user.id),
    }
}
