//! The stages of postings.

use sqlx::{FromRow, QueryBuilder, query, query_as, query_scalar};
use uuid::Uuid;

use crate::{
    accounts,
    applications::{
        ApplicationProblem, StageChanged,
        model::{
            MAX_MOVED, Outcome, PostingChoice, PostingStage, PostingStages, Stage, StagesForm, StagesPlan, Standing,
        },
    },
    db::{Db, Lock, Tx, now},
    error::{AppError, Problem},
    execute,
    jobs::PostingChanged,
    live,
    notifications::{Kind, Notice, notify},
    read, write_in,
};

/// The stages of a posting `$1`, with how many stand at each.
const STAGES: &str = "SELECT s.id, s.kind, s.name, COUNT(a.id) AS people
     FROM posting_stages s LEFT JOIN applications a ON a.stage_id = s.id
     WHERE s.posting_id = $1 GROUP BY s.id, s.kind, s.name, s.position ORDER BY s.position";

/// The company member who edits the stages of a posting.
pub struct Editor {
    pub by: Uuid,
    pub company: Uuid,
    pub posting: Uuid,
}

/// The stages that the candidates of a posting go through.
pub(super) async fn stages_of_application(db: &Db, posting: Uuid) -> Result<Vec<PostingStage>, AppError> {
    Ok(read!(db, |c| query_as(STAGES).bind(posting).fetch_all(c))?)
}

/// The stages of one of a company's postings, to be changed.
pub async fn stages_of(db: &Db, company: Uuid, posting: Uuid) -> Result<PostingStages, AppError> {
    let found: Option<(i64, String)> = read!(db, |c| {
        query_as("SELECT stages_version, title FROM postings WHERE id = $1 AND company_id = $2")
            .bind(posting)
            .bind(company)
            .fetch_optional(c)
    })?;
    let (version, title) = found.ok_or(AppError::NotFound)?;
    let stages = stages_of_application(db, posting).await?;
    let stages = if stages.is_empty() { PostingStage::defaults(posting) } else { stages };
    Ok(PostingStages { posting: PostingChoice { id: posting, title }, version, stages })
}

/// The same inside a transaction; none of a posting that has the default ones.
pub(super) async fn stages_in(tx: &mut Tx, posting: Uuid) -> Result<Vec<PostingStage>, AppError> {
    Ok(write_in!(tx, |c| query_as(STAGES).bind(posting).fetch_all(c))?)
}

/// The stages of a posting, which are stored if it has none of its own yet.
pub(super) async fn ensure_stages(tx: &mut Tx, posting: Uuid) -> Result<Vec<PostingStage>, AppError> {
    let stages: Vec<PostingStage> = first_stages(tx, posting).await?;
    if !stages.is_empty() {
        return Ok(stages);
    }
    if tx.is_postgres() {
        // Whoever comes second finds those that the first has stored.
        tx.locked(Lock::Postings, 1);
        execute!(&mut *tx, query("SELECT id FROM postings WHERE id = $1 FOR NO KEY UPDATE").bind(posting))?;
        let stages = first_stages(tx, posting).await?;
        if !stages.is_empty() {
            return Ok(stages);
        }
    }
    let stages = PostingStage::defaults(posting);
    insert(tx, posting, (1..).zip(&stages)).await?;
    Ok(stages)
}

/// The stages without counting who stands there: everybody who applies comes by.
async fn first_stages(tx: &mut Tx, posting: Uuid) -> Result<Vec<PostingStage>, AppError> {
    let stages = write_in!(tx, |c| {
        query_as(
            "SELECT id, kind, name, CAST(0 AS BIGINT) AS people FROM posting_stages WHERE posting_id = $1 ORDER BY position",
        )
        .bind(posting)
        .fetch_all(c)
    });
    Ok(stages?)
}

async fn insert(
    tx: &mut Tx,
    posting: Uuid,
    stages: impl Iterator<Item = (i64, &PostingStage)>,
) -> Result<(), AppError> {
    for (position, stage) in stages {
        execute!(
            &mut *tx,
            query(
                "INSERT INTO posting_stages (id, posting_id, position, name, kind) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name"
            )
            .bind(stage.id)
            .bind(posting)
            .bind(position)
            .bind(&stage.name)
            .bind(stage.kind)
        )?;
    }
    Ok(())
}

/// Changes the stages of a posting; refused as `Stale` if they have another version by now (optimistic locking).
/// Idempotent: the same names and order sent twice are one change.
pub async fn save_stages(db: &Db, editor: Editor, version: i64, form: &StagesForm) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let title: Option<String> = write_in!(&mut tx, |c| {
        query_scalar(
            "UPDATE postings SET stages_version = stages_version + 1
             WHERE id = $1 AND company_id = $2 AND stages_version = $3 RETURNING title",
        )
        .bind(editor.posting)
        .bind(editor.company)
        .bind(version)
        .fetch_optional(c)
    })?;
    let Some(title) = title else {
        drop(tx);
        let newest = stages_of(db, editor.company, editor.posting).await?;
        let same = newest.version == version + 1
            && form.check(&newest.stages).is_ok_and(|p| p.changes_nothing(&newest.stages));
        return if same { Ok(()) } else { Err(AppError::Refused(Problem::Stale)) };
    };
    tx.locked(Lock::Postings, 1);
    ensure_stages(&mut tx, editor.posting).await?;
    let stages = stages_in(&mut tx, editor.posting).await?;
    let plan = form.check(&stages)?;
    insert(&mut tx, editor.posting, (1..).zip(&plan.stages)).await?;
    if let Some((gone, to)) = plan.removed {
        remove(&mut tx, &editor, &title, gone, target(&plan, to)).await?;
    }
    let members = accounts::members_at(&mut tx, editor.company, editor.posting).await?;
    live::publish(&mut tx, members, &PostingChanged { id: editor.posting });
    Ok(tx.commit().await?)
}

fn target(plan: &StagesPlan, to: Option<Uuid>) -> Option<&PostingStage> {
    plan.stages.iter().find(|stage| Some(stage.id) == to)
}

/// Removes a stage; whoever stands there goes to another.
async fn remove(
    tx: &mut Tx,
    editor: &Editor,
    title: &str,
    gone: Uuid,
    to: Option<&PostingStage>,
) -> Result<(), AppError> {
    let people = people_at(tx, gone).await?;
    match to {
        _ if people.is_empty() => {}
        _ if people.len() as i64 > MAX_MOVED => {
            return Err(AppError::refused(ApplicationProblem::TooManyInStage(MAX_MOVED)));
        }
        None => return Err(AppError::refused(ApplicationProblem::StageInUse)),
        Some(to) => move_all(tx, editor, title, gone, &people, to).await?,
    }
    match execute!(&mut *tx, query("DELETE FROM posting_stages WHERE id = $1").bind(gone)) {
        // Somebody was moved there at the same moment.
        Err(sqlx::Error::Database(e)) if e.is_foreign_key_violation() => Err(AppError::Refused(Problem::Stale)),
        deleted => Ok(deleted.map(|_| ())?),
    }
}

#[derive(FromRow)]
struct Standee {
    id: Uuid,
    user_id: Option<Uuid>,
    outcome: Outcome,
}

/// The applications at a stage, locked.
async fn people_at(tx: &mut Tx, stage: Uuid) -> Result<Vec<Standee>, AppError> {
    let sql = match tx.is_postgres() {
        true => {
            "SELECT id, user_id, outcome FROM applications WHERE stage_id = $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE"
        }
        false => "SELECT id, user_id, outcome FROM applications WHERE stage_id = $1 ORDER BY id LIMIT $2",
    };
    let people: Vec<Standee> = write_in!(&mut *tx, |c| query_as(sql).bind(stage).bind(MAX_MOVED + 1).fetch_all(c))?;
    tx.locked(Lock::Applications, people.len());
    Ok(people)
}

/// Moves everybody to another stage. Whose application has ended stood there, and hears nothing of it.
async fn move_all(
    tx: &mut Tx,
    editor: &Editor,
    title: &str,
    gone: Uuid,
    people: &[Standee],
    to: &PostingStage,
) -> Result<(), AppError> {
    let at = now();
    execute!(
        &mut *tx,
        query(
            "UPDATE applications SET stage_id = $1, stage_kind = $2, version = version + 1,
                 updated_at = CASE WHEN outcome = 'active' THEN $3 ELSE updated_at END
             WHERE stage_id = $4"
        )
        .bind(to.id)
        .bind(to.kind)
        .bind(at)
        .bind(gone)
    )?;
    let standing = Standing { outcome: Outcome::Active, stage_kind: to.kind, stage_name: to.name.clone() };
    let active: Vec<&Standee> = people.iter().filter(|standee| standee.outcome == Outcome::Active).collect();
    if active.is_empty() {
        return Ok(());
    }
    write_in!(&mut *tx, |c| async {
        let mut sql = QueryBuilder::new(
            "INSERT INTO stage_changes (id, application_id, stage_kind, stage_name, outcome, by_user, created_at) ",
        );
        sql.push_values(&active, |mut row, standee| {
            row.push_bind(Uuid::now_v7()).push_bind(standee.id).push_bind(standing.stage_kind);
            row.push_bind(standing.stage_name.clone()).push_bind(standing.outcome).push_bind(editor.by).push_bind(at);
        });
        sql.build().persistent(false).execute(c).await.map(|_| ())
    })?;
    let stage = Stage::of(Outcome::Active, to.kind);
    let told = active.iter().filter_map(|standee| Some((standee.id, standee.user_id?))).collect::<Vec<_>>();
    for (id, user) in &told {
        live::publish(tx, [*user], &StageChanged { id: *id, stage });
    }
    let notice = |(about, user): (Uuid, Uuid)| Notice {
        user,
        kind: Kind::StageChanged,
        about,
        subject: None,
        title: title.to_string(),
        name: standing.told(),
    };
    notify(tx, told.into_iter().map(notice).collect()).await
}
