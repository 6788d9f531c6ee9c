//! Form memory: what was typed into a form that was refused, kept for the person who typed it.

mod db;
mod packed;

use axum_extra::extract::cookie::Cookie;
use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;

pub use self::{
    db::{FormOwner, sweep},
    packed::{fit, pack},
};
use crate::{
    error::{AppError, Problem},
    platform::{
        Platform,
        cookies::{cookie, set_cookie},
        site::Site,
    },
    ui::FormMemory,
};

/// The cookie that gives the next page the id of the kept form.
pub const COOKIE: &str = "jobi_form";
/// The browser requests the next page at once; an older cookie belongs to a form that was abandoned.
const COOKIE_LIFETIME: Duration = Duration::minutes(5);

/// The cookie that gives the form's page the id of the kept form.
pub fn naming_cookie(site: &Site, id: Uuid) -> Cookie<'static> {
    cookie(site, COOKIE, id.simple().to_string(), COOKIE_LIFETIME)
}

/// Stores what was typed, unless this person has done so too often.
pub async fn store(platform: &Platform, owner: &FormOwner, memory: FormMemory) -> Result<Uuid, AppError> {
    platform.rates.keep_form(&owner.counted_by)?;
    let id = Uuid::new_v4();
    db::insert(&platform.db, owner, id, &packed::pack(&memory)).await?;
    Ok(id)
}

/// The kept form of this id, for the person who typed it only.
pub async fn find(platform: &Platform, person: Option<Uuid>, id: Uuid) -> Result<Option<FormMemory>, AppError> {
    let packed = db::find(&platform.db, person, id).await?;
    Ok(packed.and_then(|packed| packed::unpack(&packed)))
}

/// Keeps what somebody has typed into a form, to be shown on another page.
pub async fn keep_typed(platform: &Platform, person: Uuid, fields: Vec<(String, String)>) -> Result<Uuid, AppError> {
    let memory = FormMemory { fields, ..FormMemory::default() };
    let count = memory.fields.len();
    let memory = packed::fit(memory);
    if memory.fields.len() < count {
        return Err(AppError::Refused(Problem::FormTooLarge(packed::MAX_BYTES / 1024)));
    }
    store(platform, &FormOwner::person(person), memory).await
}

/// What a person has typed, while it is kept.
pub async fn find_typed(
    platform: &Platform,
    person: Uuid,
    id: Uuid,
) -> Result<Option<Vec<(String, String)>>, AppError> {
    Ok(find(platform, Some(person), id).await?.map(|memory| memory.fields))
}

/// What a login page carries.
#[derive(Serialize, Deserialize)]
pub struct Carried {
    /// Whose page the form stood on.
    pub person: Uuid,
    pub memory: FormMemory,
}

/// Gives back to somebody who has logged in what their login page carried.
pub async fn take_over(platform: &Platform, carried: &str, person: Uuid) {
    let unpacked = hex::decode(carried).ok().and_then(|packed| packed::unpack::<Carried>(&packed));
    let Some(Carried { memory, .. }) = unpacked.filter(|carried| carried.person == person) else { return };
    if let Ok(id) = store(platform, &FormOwner::person(person), packed::fit(memory)).await {
        set_cookie(&naming_cookie(&platform.site, id));
    }
}
