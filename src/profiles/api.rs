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
        model::Fit,
    },
    crate::{
        accounts::seeker,
        db::Db,
        jobs,
        platform::platform,
        text::places::{Continent, continent_of, country_of},
        ui::done,
    },
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
    let find = find_fits(&platform.db, &profile);
    let mut fits = expect_context::<FitsCache>().find(wanted, skills, &profile.place, find).await?;
    jobs::mark_sent(&platform.db, user.id, fits.iter_mut().map(|fit| &mut fit.card)).await?;
    Ok(JobsForMe { chosen: true, fits })
}

#[cfg(feature = "ssr")]
async fn find_fits(db: &Db, profile: &Profile) -> Result<Vec<Fit>, AppError> {
    let (wanted, near) = (&profile.preferences, near(db, profile).await?);
    let best = best(wanted, &profile.skills, &near, db::candidates(db, wanted, &near).await?);
    let ids: Vec<Uuid> = best.iter().map(|(candidate, _)| candidate.id).collect();
    let mut cards = db::cards(db, &ids).await?;
    let fit = |(candidate, reasons): (Candidate, _)| Some(Fit { card: cards.remove(&candidate.id)?, reasons });
    Ok(best.into_iter().filter_map(fit).collect())
}

/// The continents that somebody looks for work on: those of the places that they want, else of the one that they live in.
/// A place that is not known is where postings are that name it.
#[cfg(feature = "ssr")]
async fn near(db: &Db, profile: &Profile) -> Result<Vec<Continent>, AppError> {
    let mut near = Vec::new();
    let own = std::slice::from_ref(&profile.place);
    for places in [&profile.preferences.places[..], own] {
        for place in places.iter().filter(|place| !place.is_empty()) {
            let countries = match country_of(place) {
                Some(country) => vec![country.to_string()],
                None => db::countries_of(db, place).await?,
            };
            near.extend(countries.iter().filter_map(|country| continent_of(country)));
        }
        if !near.is_empty() {
            break;
        }
    }
    near.sort_unstable();
    near.dedup();
    Ok(near)
}
