//! The stages of a posting, and the form in which its company names, orders, adds and removes them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    ApplicationProblem, PostingChoice,
    stages::{PostingStage, StageKind},
};
use crate::{error::AppError, error::Problem, forms::Check};

/// Stages of one posting.
pub const MAX_STAGES: usize = 12;
/// Characters of a stage's name.
pub const STAGE_NAME_LENGTH: usize = 60;
/// People that the removal of a stage moves to another.
pub const MAX_MOVED: i64 = 1_000;

/// What the page of a posting's stages shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PostingStages {
    pub posting: PostingChoice,
    /// A change sends this version back, and is refused as `Stale` if the stages have changed since.
    pub version: i64,
    pub stages: Vec<PostingStage>,
}

/// The form of a posting's stages. Every button of it saves the names, too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StagesForm {
    pub version: String,
    /// The stages in their order.
    pub ids: Vec<String>,
    /// Their names, in the same order; an empty one is what the kind is called.
    pub names: Vec<String>,
    /// Where the people go of one that is removed, in the same order.
    pub tos: Vec<String>,
    pub new_name: String,
    pub new_kind: String,
    /// The button: `save`, `add`, or `up`, `down` or `remove` with the id of a stage behind a colon.
    pub action: String,
}

/// How the stages are to be.
#[derive(Clone, Debug, PartialEq)]
pub struct StagesPlan {
    /// In their order; one that is new has an id that none had before.
    pub stages: Vec<PostingStage>,
    /// The stage that goes, and where its people go.
    pub removed: Option<(Uuid, Option<Uuid>)>,
}

impl StagesForm {
    /// Applies the form to the stages that it was made from.
    pub fn check(&self, stages: &[PostingStage]) -> Result<StagesPlan, AppError> {
        let ids: Vec<String> = stages.iter().map(|stage| stage.id.to_string()).collect();
        if ids != self.ids || self.names.len() != ids.len() {
            return Err(AppError::Malformed);
        }
        let mut check = Check::default();
        let mut plan = StagesPlan { stages: stages.to_vec(), removed: None };
        for (n, (stage, name)) in plan.stages.iter_mut().zip(&self.names).enumerate() {
            stage.name = check.optional_line(&row("names", n), name, STAGE_NAME_LENGTH);
            // The page shows it, and whoever reads it is told in their language.
            if stage.name == stage.kind.label() {
                stage.name.clear();
            }
        }
        let (action, of) = self.action.split_once(':').unwrap_or((&self.action, ""));
        let at = ids.iter().position(|id| id == of);
        match (action, at) {
            ("save" | "", None) => {}
            ("add", None) => self.add(&mut plan, &mut check)?,
            ("up", Some(at)) => plan.swap(at, at.wrapping_sub(1)),
            ("down", Some(at)) => plan.swap(at, at + 1),
            ("remove", Some(at)) => self.remove(&mut plan, at, &mut check)?,
            _ => return Err(AppError::Malformed),
        }
        plan.check_names(&ids, &mut check);
        check.finish()?;
        Ok(plan)
    }

    /// The new one comes before that of whoever is hired.
    fn add(&self, plan: &mut StagesPlan, check: &mut Check) -> Result<(), AppError> {
        if plan.stages.len() >= MAX_STAGES {
            return Err(AppError::refused(ApplicationProblem::TooManyStages(MAX_STAGES as i64)));
        }
        let kind = check.choice::<StageKind>("new_kind", &self.new_kind).unwrap_or(StageKind::Review);
        if kind.is_fixed() {
            check.fail("new_kind", Problem::NotAChoice);
        }
        let name = check.optional_line("new_name", &self.new_name, STAGE_NAME_LENGTH);
        let last = plan.stages.len().saturating_sub(1);
        plan.stages.insert(last, PostingStage { id: Uuid::now_v7(), kind, name, people: 0 });
        Ok(())
    }

    fn remove(&self, plan: &mut StagesPlan, at: usize, check: &mut Check) -> Result<(), AppError> {
        let gone = plan.stages.remove(at);
        if gone.kind.is_fixed() {
            return Err(AppError::Malformed);
        }
        let to = self.tos.get(at).filter(|to| !to.is_empty());
        let is_there = |id: &Uuid| plan.stages.iter().any(|stage| stage.id == *id && stage.kind != StageKind::Hired);
        let to = match to.map(|to| to.parse().ok().filter(is_there)) {
            Some(None) => {
                check.fail(&row("tos", at), Problem::NotAChoice);
                None
            }
            to => to.flatten(),
        };
        plan.removed = Some((gone.id, to));
        Ok(())
    }
}

impl StagesPlan {
    /// Whether it leaves the stages as they are.
    pub fn changes_nothing(&self, stages: &[PostingStage]) -> bool {
        self.stages == stages && self.removed.is_none()
    }

    /// Nothing comes before the first stage or behind the last.
    fn swap(&mut self, one: usize, other: usize) {
        let may = |at: usize| self.stages.get(at).is_some_and(|stage| !stage.kind.is_fixed());
        if may(one) && may(other) {
            self.stages.swap(one, other);
        }
    }

    /// Two that are called the same could not be told apart.
    fn check_names(&self, rows: &[String], check: &mut Check) {
        let mut seen = Vec::new();
        for stage in &self.stages {
            let label = stage.label().to_lowercase();
            if seen.contains(&label) {
                let at = rows.iter().position(|id| *id == stage.id.to_string());
                let field = at.map_or("new_name".to_string(), |at| row("names", at));
                check.fail(&field, ApplicationProblem::SameStageName.into());
            }
            seen.push(label);
        }
    }
}

/// What the field of one of several rows is called in errors.
fn row(name: &str, n: usize) -> String {
    format!("{name}_{n}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(stages: &[PostingStage], action: &str) -> StagesForm {
        StagesForm {
            ids: stages.iter().map(|stage| stage.id.to_string()).collect(),
            names: stages.iter().map(|stage| stage.name.clone()).collect(),
            tos: vec![String::new(); stages.len()],
            action: action.into(),
            ..Default::default()
        }
    }

    fn kinds(plan: &StagesPlan) -> Vec<String> {
        plan.stages.iter().map(|stage| stage.label()).collect()
    }

    #[test]
    fn stages_are_named_ordered_added_and_removed() {
        let stages = PostingStage::defaults(Uuid::now_v7());
        let mut named = form(&stages, "save");
        named.names[2] = " Phone  call ".into();
        assert_eq!(kinds(&named.check(&stages).unwrap()), ["Received", "In review", "Phone call", "Offer", "Hired"]);
        let act = |what: &str, at: usize| form(&stages, &format!("{what}:{}", stages[at].id)).check(&stages);
        assert_eq!(kinds(&act("up", 2).unwrap()), ["Received", "Interview", "In review", "Offer", "Hired"]);
        assert_eq!(kinds(&act("down", 2).unwrap()), ["Received", "In review", "Offer", "Interview", "Hired"]);
        for (what, at) in [("up", 0), ("up", 1), ("down", 3), ("down", 4)] {
            assert_eq!(act(what, at).unwrap().stages, stages, "{what} {at}");
        }
        assert_eq!(kinds(&act("remove", 1).unwrap()), ["Received", "Interview", "Offer", "Hired"]);
        for at in [0, 4] {
            assert_eq!(act("remove", at), Err(AppError::Malformed));
        }
        let new = StagesForm { new_name: "Trial day".into(), new_kind: "interview".into(), ..form(&stages, "add") };
        assert_eq!(kinds(&new.check(&stages).unwrap())[4], "Trial day");
    }

    #[test]
    fn names_are_bounded_and_told_apart() {
        let stages = PostingStage::defaults(Uuid::now_v7());
        let named = |name: &str| {
            let mut form = form(&stages, "save");
            form.names[2] = name.into();
            form.check(&stages).map(|plan| plan.stages[2].name.clone())
        };
        assert_eq!(named(&"x".repeat(60)), Ok("x".repeat(60)));
        assert_eq!(named(&"x".repeat(61)), Err(AppError::field("names_2", Problem::TooLong(60))));
        assert_eq!(named("in REVIEW"), Err(AppError::field("names_2", ApplicationProblem::SameStageName)));
        let twice = StagesForm { new_kind: "offer".into(), ..form(&stages, "add") };
        assert_eq!(twice.check(&stages), Err(AppError::field("new_name", ApplicationProblem::SameStageName)));
        let fixed = StagesForm { new_name: "x".into(), new_kind: "hired".into(), ..form(&stages, "add") };
        assert_eq!(fixed.check(&stages), Err(AppError::field("new_kind", Problem::NotAChoice)));
    }

    #[test]
    fn people_of_a_removed_stage_go_to_another_that_hires_nobody() {
        let stages = PostingStage::defaults(Uuid::now_v7());
        let to = |to: String| {
            let mut form = form(&stages, &format!("remove:{}", stages[1].id));
            form.tos[1] = to;
            form.check(&stages).map(|plan| plan.removed.unwrap().1)
        };
        assert_eq!(to(stages[2].id.to_string()), Ok(Some(stages[2].id)));
        assert_eq!(to(String::new()), Ok(None));
        for nowhere in [stages[1].id.to_string(), stages[4].id.to_string(), "x".into()] {
            assert_eq!(to(nowhere), Err(AppError::field("tos_1", Problem::NotAChoice)));
        }
    }

    #[test]
    fn a_form_of_other_stages_is_not_understood() {
        let stages = PostingStage::defaults(Uuid::now_v7());
        let other = form(&PostingStage::defaults(Uuid::now_v7()), "save");
        assert_eq!(other.check(&stages), Err(AppError::Malformed));
        for action in ["remove", "up:1", "hire"] {
            assert_eq!(form(&stages, action).check(&stages), Err(AppError::Malformed));
        }
    }
}
