//! The counter of characters below a field. It counts as the server does, after cleaning the text.

use leptos::prelude::*;

use crate::l10n::{format, t};

/// How many more characters fit into a field, once they are few.
pub fn few_left(length: usize, max: usize) -> Option<i64> {
    let few = (max / 8).clamp(20, 500) as i64;
    let left = max as i64 - length as i64;
    (left < few).then_some(left)
}

/// Shows how many characters fit, and then how many are left. Its live region speaks only every hundred.
#[component]
pub fn CharactersLeft(
    /// Once they are few.
    #[prop(into)]
    left: Signal<Option<i64>>,
    /// Shown before they are few.
    #[prop(optional)]
    max: usize,
) -> impl IntoView {
    let words = |left: i64| {
        let t = t();
        if left < 0 { t.characters_too_many(-left) } else { t.characters_left(left) }
    };
    let at_most = move || (max > 0).then(|| t().characters_at_most(format::number(max as i64)));
    let announced = Memo::new(move |_| left.get().map(|left| if left > 0 { (left + 99) / 100 * 100 } else { left }));
    view! {
        <p class="counter" class:counter--over=move || left.get().is_some_and(|left| left < 0) aria-hidden="true">
            {move || left.get().map(words).or_else(at_most)}
        </p>
        <p class="visually-hidden" role="status">{move || announced.get().map(words)}</p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_shown_when_it_is_little() {
        for (length, max, left) in [
            (0, 4_000, None),
            (3_500, 4_000, None),
            (3_501, 4_000, Some(499)),
            (4_000, 4_000, Some(0)),
            (4_001, 4_000, Some(-1)),
            (99, 120, None),
            (101, 120, Some(19)),
            (19_501, 20_000, Some(499)),
        ] {
            assert_eq!(few_left(length, max), left, "{length} of {max}");
        }
    }
}
