//! The order of locks.

use super::Tx;

/// What a transaction locks, so that others wait for it, in the one order in which all do: two that keep to it never
/// wait for each other. Rows of one kind are locked by one statement, in the order that stands here. An `UPDATE` and an
/// `ON CONFLICT DO UPDATE` lock their rows as well. All this is for PostgreSQL; SQLite has one writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lock {
    /// What one person does with their resumes, applications and questions: a lock without a row, because their own
    /// row comes last.
    Person,
    /// A company's tasks. Whoever finds them locked leaves them to whom they are.
    CompanyTasks,
    /// By their ids. Their companies' rows follow, by the trigger that counts the open ones.
    Postings,
    /// By their ids.
    Conversations,
    /// By their ids.
    Applications,
    /// Unread ones, by person, kind and what they are about.
    Notifications,
    /// People's own rows, by their ids: at the end, for the numbers of their events and their counts.
    Users,
}

impl Tx {
    /// Notes that this many rows are locked now. A lock out of order is a mistake in the code.
    pub fn locked(&mut self, lock: Lock, rows: usize) {
        if rows > 0 {
            debug_assert!(self.last_lock <= Some(lock), "{lock:?} locked after {:?}", self.last_lock);
            self.last_lock = Some(lock);
        }
    }
}
