//! Profiles, and the postings that may fit one.

use std::collections::HashMap;

use sqlx::{FromRow, QueryBuilder, query, query_as};
use uuid::Uuid;

use super::{
    matching::{Candidate, MAX_PLACE_WORDS, roughly_least, title_words},
    model::{Preferences, Profile},
};
use crate::{
    db::{Db, PushValue, SqlEngine, now, push_list},
    error::AppError,
    execute,
    jobs::{
        CURRENCIES, JobCard, PlaceAsked, card_columns, exchanged, is_open, lines, push_in_places, push_titled,
        titled_column,
    },
    read,
    text::{
        phone_form,
        places::{self, Continent},
    },
};

#[derive(FromRow)]
struct ProfileRow {
    headline: String,
    place: String,
    phone: String,
    about: String,
    skills: String,
    links: String,
    titles: String,
    categories: String,
    places: String,
    workplaces: String,
    employment_types: String,
    least_pay: Option<i64>,
    currency: String,
}

/// A seeker's profile; an empty one until they write it.
pub async fn find(db: &Db, user: Uuid) -> Result<Profile, AppError> {
    let row: Option<ProfileRow> = read!(db, |c| {
        query_as(
            "SELECT headline, place, phone, about, skills, links, titles, categories, places, workplaces,
             employment_types, least_pay, currency
             FROM profiles WHERE user_id = $1",
        )
        .bind(user)
        .fetch_optional(c)
    })?;
    let Some(row) = row else { return Ok(Profile::default()) };
    Ok(Profile {
        headline: row.headline,
        place: row.place,
        phone: row.phone,
        about: row.about,
        skills: lines(&row.skills),
        links: lines(&row.links),
        preferences: Preferences {
            titles: lines(&row.titles),
            categories: terms(&row.categories),
            places: lines(&row.places),
            workplaces: terms(&row.workplaces),
            employment_types: terms(&row.employment_types),
            least_pay: row.least_pay,
            currency: row.currency,
        },
    })
}

/// Parses a column that holds one value a line.
fn terms<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

/// Joins values for such a column.
fn column<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}

/// Writes a profile, without the preferences.
pub async fn save_profile(db: &Db, user: Uuid, profile: &Profile) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query(
            "INSERT INTO profiles (user_id, headline, place, phone, about, skills, links, updated_at, phone_form)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (user_id) DO UPDATE SET
                headline = excluded.headline, place = excluded.place, phone = excluded.phone,
                about = excluded.about, skills = excluded.skills, links = excluded.links,
                updated_at = excluded.updated_at, phone_form = excluded.phone_form",
        )
        .bind(user)
        .bind(&profile.headline)
        .bind(&profile.place)
        .bind(&profile.phone)
        .bind(&profile.about)
        .bind(column(&profile.skills))
        .bind(column(&profile.links))
        .bind(now())
        .bind(phone_form(&profile.phone).unwrap_or_default())
    )?;
    Ok(tx.commit().await?)
}

/// Writes job preferences.
pub async fn save_preferences(db: &Db, user: Uuid, wanted: &Preferences) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        query(
            "INSERT INTO profiles
                (user_id, titles, categories, places, workplaces, employment_types, least_pay, currency, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (user_id) DO UPDATE SET
                titles = excluded.titles, categories = excluded.categories, places = excluded.places,
                workplaces = excluded.workplaces, employment_types = excluded.employment_types,
                least_pay = excluded.least_pay, currency = excluded.currency, updated_at = excluded.updated_at",
        )
        .bind(user)
        .bind(column(&wanted.titles))
        .bind(column(&wanted.categories))
        .bind(column(&wanted.places))
        .bind(column(&wanted.workplaces))
        .bind(column(&wanted.employment_types))
        .bind(wanted.least_pay)
        .bind(&wanted.currency)
        .bind(now())
    )?;
    Ok(tx.commit().await?)
}

/// How many of the newest open postings are searched: rare preferences must not scan a million postings.
const SEARCHED: i64 = 20_000;
/// How many preselected postings are compared.
const COMPARED: i64 = 500;
/// Words of wanted titles that are looked for.
const WORDS: usize = 20;

/// Open postings that contradict no preference, newest first.
pub async fn candidates(db: &Db, wanted: &Preferences, near: &[Continent]) -> Result<Vec<Candidate>, AppError> {
    let candidates = read!(db, |c| async { candidates_query(wanted, near).build_query_as().fetch_all(c).await });
    Ok(candidates?)
}

/// The countries that open postings are in where their place is called so.
pub async fn countries_of(db: &Db, place: &str) -> Result<Vec<String>, AppError> {
    let place = PlaceAsked::read(place, MAX_PLACE_WORDS);
    if place.words.is_empty() {
        return Ok(Vec::new());
    }
    let countries = read!(db, |c| async {
        let mut sql = QueryBuilder::new("SELECT DISTINCT country FROM postings WHERE state = 'open' AND ");
        push_in_places(&mut sql, &[place]);
        sql.build_query_scalar().fetch_all(c).await
    });
    Ok(countries?)
}

/// What is shown of postings, by their ids.
pub async fn cards(db: &Db, ids: &[Uuid]) -> Result<HashMap<Uuid, JobCard>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let cards: Vec<JobCard> = read!(db, |c| async {
        let mut sql = QueryBuilder::new(concat!(
            "SELECT ",
            card_columns!(),
            " FROM postings p JOIN companies c ON c.id = p.company_id WHERE p.id IN "
        ));
        push_list(&mut sql, ids.iter().copied());
        sql.build_query_as().fetch_all(c).await
    })?;
    Ok(cards.into_iter().map(|card| (card.id, card)).collect())
}

/// The search reads the indexes in the order of the list; the other columns are read for what it has found only.
fn candidates_query<E: SqlEngine>(wanted: &Preferences, near: &[Continent]) -> QueryBuilder<E> {
    // Without a category the titles narrow the search, or a wanted title like "Cook" would compare all new postings.
    let titles = wanted.titles.iter().flat_map(|title| title_words(title)).take(WORDS);
    let titles: Vec<_> = if wanted.categories.is_empty() { titles.collect() } else { Vec::new() };
    let mut sql = QueryBuilder::new(
        "SELECT p.id, p.title, p.skills, p.category, p.city, p.region, p.country, p.workplace, p.employment_type,
         p.pay_year, p.currency FROM (SELECT id FROM (SELECT id",
    );
    sql.push(", published_at, city, region, country, workplace, employment_type, pay_year, currency");
    if !titles.is_empty() {
        sql.push(", ").push(titled_column::<E>());
    }
    sql.push(concat!(" FROM postings WHERE ", is_open!("postings", in_order))).push_value(now());
    // One category has an index in the list's order; an expression keeps SQLite from sorting those of several.
    let column = if wanted.categories.len() > 1 { "COALESCE(category, '')" } else { "category" };
    any_of(&mut sql, column, wanted.categories.iter().map(|c| c.to_string()));
    sql.push(" ORDER BY published_at DESC, id DESC LIMIT ").push(SEARCHED).push(") AS newest WHERE TRUE");
    any_of(&mut sql, "workplace", wanted.workplaces.iter().map(|w| w.to_string()));
    any_of(&mut sql, "employment_type", wanted.employment_types.iter().map(|e| e.to_string()));
    push_places(&mut sql, wanted);
    push_pay(&mut sql, wanted);
    if !titles.is_empty() {
        sql.push(" AND ");
        push_titled(&mut sql, &titles);
    }
    sql.push(" ORDER BY ");
    let near: Vec<&str> = near.iter().copied().flat_map(places::countries_of).collect();
    if !near.is_empty() {
        sql.push("CASE WHEN country = '' OR country IN ");
        push_list(&mut sql, near);
        sql.push(" THEN 0 ELSE 1 END, ");
    }
    sql.push("published_at DESC, id DESC LIMIT ").push(COMPARED);
    sql.push(") AS hit JOIN postings p ON p.id = hit.id");
    sql.push(" ORDER BY p.published_at DESC, p.id DESC");
    sql
}

/// Narrows down to wanted places, and to what can be done from anywhere.
fn push_places<E: SqlEngine>(sql: &mut QueryBuilder<E>, wanted: &Preferences) {
    if wanted.places.is_empty() {
        return;
    }
    sql.push(" AND (workplace = 'remote'");
    let (named, others): (Vec<_>, Vec<_>) = wanted
        .places
        .iter()
        .map(|place| PlaceAsked::read(place, MAX_PLACE_WORDS))
        .filter(|place| !place.is_empty())
        .partition(|place| !place.words.is_empty());
    if !named.is_empty() {
        sql.push(" OR ");
        push_in_places(sql, &named);
    }
    // What is asked for beside words is compared later.
    for place in others {
        sql.push(" OR (TRUE");
        any_of(sql, "country", place.countries.iter().map(ToString::to_string));
        any_of(sql, "workplace", place.workplaces.iter().map(|w| w.to_string()));
        sql.push(")");
    }
    sql.push(")");
}

/// Narrows down to what pays enough, in whichever currency, or does not say.
fn push_pay<E: SqlEngine>(sql: &mut QueryBuilder<E>, wanted: &Preferences) {
    let Some(least) = wanted.least_pay else { return };
    sql.push(" AND (pay_year = 0");
    for currency in CURRENCIES {
        let same = currency == wanted.currency;
        let least = if same { least } else { exchanged(roughly_least(least), &wanted.currency, currency) };
        sql.push(" OR (currency = ").push_value(currency).push(" AND pay_year >= ").push_value(least).push(")");
    }
    sql.push(")");
}

/// Narrows down to rows whose column has one of the values, if there are any.
fn any_of<E: SqlEngine>(sql: &mut QueryBuilder<E>, column: &'static str, values: impl Iterator<Item = String>) {
    let mut values = values.peekable();
    if values.peek().is_none() {
        return;
    }
    sql.push(" AND ").push(column).push(" IN ");
    push_list(sql, values);
}
