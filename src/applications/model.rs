//! Applications and their stages.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use crate::{jobs::term, l10n::t};

term! {
    /// How far an application has come.
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
