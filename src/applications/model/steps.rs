//! The way of an application, as its sender sees it: what is behind it, where it stands, what may come.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    applications::Application,
    stages::{Outcome, StageChange, StageKind, Standing, stage_label},
};

/// A stage of the posting, by what it is called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct StageName {
    pub kind: StageKind,
    /// Empty where its company has chosen none.
    pub name: String,
}

impl StageName {
    fn is_of(&self, standing: &Standing) -> bool {
        self.kind == standing.stage_kind && self.name == standing.stage_name
    }
}

/// How a step lies to where the application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Here,
    Ahead,
    /// It ended here, without being hired.
    Over,
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub label: String,
    pub state: StepState,
    /// When the application came here last.
    pub at: Option<DateTime<Utc>>,
}

impl Application {
    /// The posting's stages in their order, but for those that were passed over. Of what has ended nothing is ahead.
    pub fn steps(&self) -> Vec<Step> {
        let came = |stage: &StageName| {
            let here = |change: &&StageChange| change.standing.before().is_none() && stage.is_of(&change.standing);
            self.changes.iter().rev().find(here).map(|change| change.at)
        };
        let step =
            |stage: &StageName, state| Step { label: stage_label(stage.kind, &stage.name), state, at: came(stage) };
        let here = StageName { kind: self.standing.stage_kind, name: self.standing.stage_name.clone() };
        let at = self.stages.iter().position(|stage| *stage == here).unwrap_or(self.stages.len());
        let behind = self.stages[..at].iter().map(|stage| step(stage, StepState::Done));
        let mut steps: Vec<Step> = behind.filter(|step| step.at.is_some()).collect();
        match self.standing.outcome {
            Outcome::Active | Outcome::Hired => {
                steps.push(step(&here, StepState::Here));
                steps.extend(self.stages.iter().skip(at + 1).map(|stage| step(stage, StepState::Ahead)));
            }
            Outcome::Rejected | Outcome::Withdrawn => {
                steps.push(step(&here, StepState::Done));
                let at = self.changes.last().map(|change| change.at);
                steps.push(Step { label: self.standing.label_for_sender(), state: StepState::Over, at });
            }
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use strum::VariantArray;
    use uuid::Uuid;

    use super::*;

    fn standing(outcome: Outcome, stage_kind: StageKind) -> Standing {
        Standing { outcome, stage_kind, stage_name: String::new() }
    }

    fn way(moves: &[(Outcome, StageKind)]) -> Vec<(String, StepState, bool)> {
        let start = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let change = |(n, (outcome, kind)): (usize, &(Outcome, StageKind))| StageChange {
            standing: standing(*outcome, *kind),
            at: start + TimeDelta::days(n as i64),
            by: None,
        };
        let changes: Vec<_> = moves.iter().enumerate().map(change).collect();
        let stages = StageKind::VARIANTS.iter().map(|kind| StageName { kind: *kind, name: String::new() });
        let application = Application {
            id: Uuid::nil(),
            version: 1,
            slug: None,
            title: String::new(),
            company: String::new(),
            company_slug: String::new(),
            logo: None,
            standing: changes.last().unwrap().standing.clone(),
            created_at: start,
            name: String::new(),
            email: String::new(),
            phone: String::new(),
            letter: String::new(),
            resume: String::new(),
            resume_id: None,
            changes,
            stages: stages.collect(),
            similar: Vec::new(),
        };
        application.steps().into_iter().map(|step| (step.label, step.state, step.at.is_some())).collect()
    }

    #[test]
    fn what_was_passed_over_is_no_step() {
        use {Outcome::Active, StageKind::*, StepState::*};
        let step = |label: &str, state, dated| (label.to_string(), state, dated);
        assert_eq!(
            way(&[(Active, Received), (Active, Interview)]),
            [
                step("Received", Done, true),
                step("Interview", Here, true),
                step("Offer", Ahead, false),
                step("Hired", Ahead, false)
            ]
        );
    }

    #[test]
    fn of_what_has_ended_nothing_is_ahead() {
        use {Outcome::Active, StageKind::*, StepState::*};
        let step = |label: &str, state| (label.to_string(), state, true);
        assert_eq!(
            way(&[(Active, Received), (Active, Review), (Outcome::Rejected, Review)]),
            [step("Received", Done), step("In review", Done), step("Not selected", Over)]
        );
        assert_eq!(way(&[(Active, Received), (Outcome::Hired, Hired)]).last(), Some(&step("Hired", Here)));
    }
}
