//! Pieces of SQL that stand in several statements, as literals for `concat!`.

/// The columns that a [`JobCard`](crate::jobs::JobCard) is read from; the tables are called `p` and `c`.
macro_rules! card_columns {
    () => {
        "p.id, p.slug, p.title, c.name AS company, p.city, p.region, p.country, p.workplace, p.employment_type,
         p.skills, p.pay_min, p.pay_max, p.currency, p.pay_period, p.pay_euro, p.published_at"
    };
}

/// [`PostingState::is_open`](crate::jobs::PostingState::is_open) of this table's row; what comes behind it is the
/// present time. `in_order` is for lists whose order has an index of its own: it keeps the planner off that of closing
/// dates.
macro_rules! is_open {
    ($table:literal) => {
        concat!($table, ".state = 'open' AND ", $table, ".closes_at > ")
    };
    ($table:literal, in_order) => {
        concat!($table, ".state = 'open' AND COALESCE(", $table, ".closes_at, ", $table, ".published_at) > ")
    };
}

/// Of the rows of this table of postings those whose team somebody is on; all where this parameter is NULL. It is the
/// `only` of a [`Reach`](crate::accounts::Reach).
macro_rules! of_team {
    ($table:literal, $user:literal) => {
        concat!(
            " AND (",
            $user,
            " IS NULL OR EXISTS (SELECT 1 FROM posting_team t WHERE t.posting_id = ",
            $table,
            ".id AND t.user_id = ",
            $user,
            "))"
        )
    };
}

pub(crate) use {card_columns, is_open, of_team};
