//! The conversations of somebody who had no account become their account's.

use sqlx::{QueryBuilder, query, query_scalar};
use uuid::Uuid;

use crate::{
    db::{Lock, Tx, push_list},
    error::AppError,
    execute, write_in,
};

/// Gives an account the conversations of the candidates that are its own by now, and of those that are known by its
/// address: where it has neither an application nor a conversation of its own about the posting. The candidates are
/// locked.
pub async fn claim(tx: &mut Tx, user: Uuid, key: &str) -> Result<(), AppError> {
    if tx.is_postgres() {
        let lock = "SELECT v.id FROM conversations v JOIN candidates g ON g.id = v.candidate_id
             WHERE v.seeker_id IS NULL AND (g.user_id = $1 OR g.guest_key = $2) ORDER BY v.id FOR UPDATE OF v";
        let rows = execute!(&mut *tx, query(lock).bind(user).bind(key))?;
        tx.locked(Lock::Conversations, rows as usize);
    }
    let theirs: Vec<Uuid> = write_in!(&mut *tx, |c| {
        query_scalar(
            "SELECT v.id FROM conversations v JOIN candidates g ON g.id = v.candidate_id
             WHERE v.seeker_id IS NULL AND (g.user_id = $1 OR g.guest_key = $2)
                 AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.posting_id = v.posting_id AND a.user_id = $1)
                 AND NOT EXISTS (SELECT 1 FROM conversations o WHERE o.posting_id = v.posting_id AND o.seeker_id = $1)",
        )
        .bind(user)
        .bind(key)
        .fetch_all(c)
    })?;
    if theirs.is_empty() {
        return Ok(());
    }
    write_in!(&mut *tx, |c| async {
        let mut sql = QueryBuilder::new("UPDATE conversations SET seeker_id = ");
        sql.push_bind(user).push(
            ", candidate_id = (SELECT k.id FROM candidates k WHERE k.company_id = conversations.company_id AND k.user_id = ",
        );
        sql.push_bind(user).push(") WHERE id IN ");
        push_list(&mut sql, theirs.iter().copied());
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    // Whose a message is stands in its words, too: they are made anew.
    write_in!(&mut *tx, |c| async {
        let mut sql =
            QueryBuilder::new("UPDATE messages SET words_version = 0, sender_id = CASE WHEN side = 'seeker' THEN ");
        sql.push_bind(user).push(" ELSE sender_id END WHERE conversation_id IN ");
        push_list(&mut sql, theirs.iter().copied());
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    execute!(
        tx,
        query(
            "INSERT INTO conversation_reads (conversation_id, user_id, seq)
             SELECT id, $1, guest_read FROM conversations WHERE seeker_id = $1 AND guest_read > 0
             ON CONFLICT (conversation_id, user_id) DO NOTHING"
        )
        .bind(user)
    )?;
    Ok(())
}
