//! Where an application stands: at a stage of its posting, and with an outcome.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{error::Problem, l10n::term};

term! {
    /// What kind of step a stage is. A posting's company chooses the names of its stages, and this is the same for all.
    StageKind {
        Received => stage_received,
        Review => stage_in_review,
        Interview => stage_interview,
        Offer => stage_offer,
        Hired => stage_hired,
    }
}

impl StageKind {
    /// Whether a posting has exactly one stage of this kind: where everybody begins, and where somebody is hired.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Received | Self::Hired)
    }
}

term! {
    /// What became of an application.
    Outcome {
        Active => outcome_active,
        Hired => stage_hired,
        Rejected => stage_rejected,
        Withdrawn => stage_withdrawn,
    }
}

term! {
    /// How far an application has come, the same for all postings: what lists count and filter by. It follows from the
    /// outcome and the kind of the stage.
    Stage {
        Received => stage_received,
        InReview => stage_in_review,
        Interview => stage_interview,
        Offer => stage_offer,
        Hired => stage_hired,
        Rejected => stage_rejected,
        Withdrawn => stage_withdrawn,
    }
}

impl Stage {
    pub fn of(outcome: Outcome, kind: StageKind) -> Self {
        match (outcome, kind) {
            (Outcome::Rejected, _) => Self::Rejected,
            (Outcome::Withdrawn, _) => Self::Withdrawn,
            (Outcome::Hired, _) | (_, StageKind::Hired) => Self::Hired,
            (_, StageKind::Received) => Self::Received,
            (_, StageKind::Review) => Self::InReview,
            (_, StageKind::Interview) => Self::Interview,
            (_, StageKind::Offer) => Self::Offer,
        }
    }

    /// The outcome of the applications that it counts, and the kind of their stage where that matters.
    pub fn parts(self) -> (Outcome, Option<StageKind>) {
        match self {
            Self::Received => (Outcome::Active, Some(StageKind::Received)),
            Self::InReview => (Outcome::Active, Some(StageKind::Review)),
            Self::Interview => (Outcome::Active, Some(StageKind::Interview)),
            Self::Offer => (Outcome::Active, Some(StageKind::Offer)),
            Self::Hired => (Outcome::Hired, None),
            Self::Rejected => (Outcome::Rejected, None),
            Self::Withdrawn => (Outcome::Withdrawn, None),
        }
    }

    /// The class of the badge that shows it.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Received | Self::Withdrawn => "badge",
            Self::InReview | Self::Interview => "badge badge--info",
            Self::Offer => "badge badge--warning",
            Self::Hired => "badge badge--success",
            Self::Rejected => "badge badge--danger",
        }
    }
}

/// What a stage is called: by its company, or, where that has chosen no name, as its kind in the reader's language.
pub fn stage_label(kind: StageKind, name: &str) -> String {
    if name.is_empty() { kind.label() } else { name.to_string() }
}

/// Where an application stands, or stood at some time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Standing {
    pub outcome: Outcome,
    pub stage_kind: StageKind,
    /// As its company calls it; empty where it has chosen no name.
    pub stage_name: String,
}

impl Standing {
    pub fn stage(&self) -> Stage {
        Stage::of(self.outcome, self.stage_kind)
    }

    /// Where it stands, in words.
    pub fn label(&self) -> String {
        match self.outcome {
            Outcome::Active | Outcome::Hired => stage_label(self.stage_kind, &self.stage_name),
            Outcome::Rejected | Outcome::Withdrawn => self.outcome.label(),
        }
    }

    /// Of one that was rejected or withdrawn: the stage where it stood.
    pub fn before(&self) -> Option<String> {
        let ended = matches!(self.outcome, Outcome::Rejected | Outcome::Withdrawn);
        ended.then(|| stage_label(self.stage_kind, &self.stage_name))
    }

    /// Whether it is decided or withdrawn, so that it can no longer be withdrawn.
    pub fn is_final(&self) -> bool {
        self.outcome != Outcome::Active
    }

    /// What a notification keeps of it: the company's name of the stage, else a name that every language has words for.
    pub fn told(&self) -> String {
        match self.before() {
            None if !self.stage_name.is_empty() => self.stage_name.clone(),
            _ => self.stage().to_string(),
        }
    }
}

/// When an application came to where it stood then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct StageChange {
    #[cfg_attr(feature = "ssr", sqlx(flatten))]
    pub standing: Standing,
    pub at: DateTime<Utc>,
    /// Who moved it; shown to company members only.
    pub by: Option<String>,
}

/// A stage of a posting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct PostingStage {
    pub id: Uuid,
    pub kind: StageKind,
    /// Empty where its company has chosen none.
    pub name: String,
    /// How many applications stand here, or stood when they ended.
    pub people: i64,
}

impl PostingStage {
    pub fn label(&self) -> String {
        stage_label(self.kind, &self.name)
    }

    /// The stages of a posting that has none of its own yet. Their ids follow from the posting's, so that they are the
    /// same when they are stored.
    pub fn defaults(posting: Uuid) -> Vec<Self> {
        use strum::VariantArray;
        let id = |n: usize| Uuid::from_u128(posting.as_u128() ^ (n as u128 + 1));
        let stage = |(n, kind): (usize, &StageKind)| Self { id: id(n), kind: *kind, name: String::new(), people: 0 };
        StageKind::VARIANTS.iter().enumerate().map(stage).collect()
    }
}

/// What a company member decides about an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It goes to a stage of its posting.
    To(Uuid),
    /// It goes to the first stage of a kind.
    ToKind(StageKind),
    /// It is rejected where it stands.
    Reject,
    /// It was not to be rejected, and goes on where it stood.
    Undo,
}

impl Decision {
    pub const REJECT: &'static str = "rejected";

    /// Where it leads, if that is one of these stages; `present` is where the application stands.
    pub fn target(self, stages: &[PostingStage], present: Uuid) -> Option<(PostingStage, Outcome)> {
        let found = stages.iter().find(|stage| match self {
            Self::To(id) => stage.id == id,
            Self::ToKind(kind) => stage.kind == kind,
            Self::Reject | Self::Undo => stage.id == present,
        })?;
        let outcome = match (self, found.kind) {
            (Self::Reject, _) => Outcome::Rejected,
            (_, StageKind::Hired) => Outcome::Hired,
            _ => Outcome::Active,
        };
        Some((found.clone(), outcome))
    }
}

impl FromStr for Decision {
    type Err = Problem;

    /// The id of a stage, or a word: of a kind of stages, as forms and lists have it, or [`Self::REJECT`].
    fn from_str(text: &str) -> Result<Self, Problem> {
        if let Ok(id) = text.parse() {
            return Ok(Self::To(id));
        }
        let of_lists = || text.parse::<Stage>().ok()?.parts().1;
        match text.parse().ok().or_else(of_lists) {
            _ if text == Self::REJECT => Ok(Self::Reject),
            Some(kind) => Ok(Self::ToKind(kind)),
            None => Err(Problem::NotAChoice),
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    fn standing(outcome: Outcome, stage_kind: StageKind, name: &str) -> Standing {
        Standing { outcome, stage_kind, stage_name: name.into() }
    }

    #[test]
    fn what_lists_count_follows_from_outcome_and_kind() {
        for stage in Stage::VARIANTS {
            let (outcome, kind) = stage.parts();
            assert_eq!(Stage::of(outcome, kind.unwrap_or(StageKind::Hired)), *stage);
        }
        assert_eq!(Stage::of(Outcome::Rejected, StageKind::Offer), Stage::Rejected);
    }

    #[test]
    fn the_companys_name_is_told_and_else_the_kind() {
        let phone = standing(Outcome::Active, StageKind::Interview, "Phone call");
        assert_eq!((&*phone.label(), phone.before(), &*phone.told()), ("Phone call", None, "Phone call"));
        let plain = standing(Outcome::Active, StageKind::Review, "");
        assert_eq!((&*plain.label(), &*plain.told()), ("In review", "in_review"));
        let gone = standing(Outcome::Rejected, StageKind::Interview, "Phone call");
        assert_eq!((&*gone.label(), gone.before().as_deref()), ("Rejected", Some("Phone call")));
        assert_eq!(gone.told(), "rejected");
        assert!(gone.is_final() && !phone.is_final());
    }

    #[test]
    fn a_decision_is_a_stage_or_a_word() {
        let id = Uuid::from_u128(7);
        for (text, decision) in [
            (id.to_string().as_str(), Ok(Decision::To(id))),
            ("rejected", Ok(Decision::Reject)),
            ("hired", Ok(Decision::ToKind(StageKind::Hired))),
            ("review", Ok(Decision::ToKind(StageKind::Review))),
            ("in_review", Ok(Decision::ToKind(StageKind::Review))),
            ("withdrawn", Err(Problem::NotAChoice)),
            ("promoted", Err(Problem::NotAChoice)),
        ] {
            assert_eq!(text.parse(), decision, "{text}");
        }
    }

    #[test]
    fn undoing_leads_to_where_one_stood() {
        let stages = PostingStage::defaults(Uuid::now_v7());
        let to = |decision: Decision, present: usize| {
            decision.target(&stages, stages[present].id).map(|(stage, outcome)| (stage.kind, outcome))
        };
        assert_eq!(to(Decision::Undo, 3), Some((StageKind::Offer, Outcome::Active)));
        assert_eq!(to(Decision::Undo, 4), Some((StageKind::Hired, Outcome::Hired)));
        assert_eq!(to(Decision::Reject, 1), Some((StageKind::Review, Outcome::Rejected)));
        assert_eq!(to(Decision::To(stages[4].id), 0), Some((StageKind::Hired, Outcome::Hired)));
        assert_eq!(to(Decision::To(Uuid::nil()), 0), None);
    }
}
