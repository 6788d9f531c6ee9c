//! Server functions of profiles.

use leptos::prelude::*;

use super::model::{JobsForMe, PreferencesForm, Profile, ProfileForm};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::profiles::ProfileDone;
#[cfg(feature = "ssr")]
use {
    super::{
        FitsCache, db,
        matching::{Candidate, best},
        model::{Fit, Preferences},
    },
    crate::{accounts::seeker, db::Db, platform::platform, ui::done},
    uuid::Uuid,
};

/// The seeker's own profile.
#[server(endpoint = "load_profile")]
pub async fn load_profile() -> Result<Profile, AppError> {
    db::find(&platform().db, seeker()?.id).await
}

/// Saves the profile.
#[server(endpoint = "save_profile")]
pub async fn save_profile(#[server(flatten)] form: ProfileForm) -> Result<(), AppError> {
    let user = seeker()?;
    db::save_profile(&platform().db, user.id, &form.check()?).await?;
    done("/profile", ProfileDone::ProfileSaved);
    Ok(())
}

/// Saves the job preferences, and redirects to the postings that fit.
#[server(endpoint = "save_preferences")]
pub async fn save_preferences(#[server(flatten)] form: PreferencesForm) -> Result<(), AppError> {
    let user = seeker()?;
    db::save_preferences(&platform().db, user.id, &form.check()?).await?;
    done("/jobs/for-me", ProfileDone::PreferencesSaved);
    Ok(())
}

/// The open postings that fit the seeker's preferences and skills.
#[server(endpoint = "load_jobs_for_me")]
pub async fn load_jobs_for_me() -> Result<JobsForMe, AppError> {
    let (platform, user) = (platform(), seeker()?);
    let profile = db::find(&platform.db, user.id).await?;
    if profile.preferences.is_empty() {
        return Ok(JobsForMe { chosen: false, fits: Vec::new() });
    }
    let (wanted, skills) = (&profile.preferences, &profile.skills);
    let fits = expect_context::<FitsCache>().find(wanted, skills, find_fits(&platform.db, wanted, skills)).await?;
    Ok(JobsForMe { chosen: true, fits })
}

#[cfg(feature = "ssr")]
async fn find_fits(db: &Db, wanted: &Preferences, skills: &[String]) -> Result<Vec<Fit>, AppError> {
    let best = best(wanted, skills, db::candidates(db, wanted).await?);
    let ids: Vec<Uuid> = best.iter().map(|(candidate, _)| candidate.id).collect();
    let mut cards = db::cards(db, &ids).await?;
    let fit = |(candidate, reasons): (Candidate, _)| Some(Fit { card: cards.remove(&candidate.id)?, reasons });
    Ok(best.into_iter().filter_map(fit).collect())
}
