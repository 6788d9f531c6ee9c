//! The lock order, which keeps transactions from deadlocking.

use super::Tx;

/// What transactions lock, in the one lock order that all of them keep: two that keep to it cannot deadlock. Rows of
/// one kind are locked by one statement, in the row order given below. An `UPDATE` and an `ON CONFLICT DO UPDATE` lock
/// their rows as well. All this is for PostgreSQL; SQLite has one writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lock {
    /// The queued task that is being finished.
    Task,
    /// Whose an e-mail address is, an account's or a guest's: an advisory lock, because there may be no row yet.
    Address,
    /// One person's writes to their resumes, applications and questions: an advisory lock without a row, because their
    /// own row comes last in the lock order.
    Person,
    /// Who is in a company and in which role: an advisory lock, because a company's row is locked after its postings.
    Team,
    /// A company's queued tasks. A worker that finds them locked skips them: the holder of the lock does them.
    CompanyTasks,
    /// By their ids. The trigger that counts open postings then locks their companies' rows.
    Postings,
    /// Candidates of companies, by their ids.
    Candidates,
    /// By their ids.
    Conversations,
    /// By their ids.
    Applications,
    /// Unread ones, by person, kind and subject.
    Notifications,
    /// People's own rows, by their ids: last, because numbering events and updating counts happens at the end.
    Users,
}

impl Tx {
    /// Checks the lock order in debug builds and notes that this many rows are locked. A lock out of order is a bug.
    pub fn locked(&mut self, lock: Lock, rows: usize) {
        if rows > 0 {
            debug_assert!(self.last_lock <= Some(lock), "{lock:?} locked after {:?}", self.last_lock);
            self.last_lock = Some(lock);
        }
    }
}
