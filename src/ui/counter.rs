//! The counter of characters below a field. It counts as the server does, after cleaning the text.

use leptos::prelude::*;

use crate::l10n::t;

/// How many more characters fit into a field, once they are few: a tenth of all.
pub fn few_left(length: usize, max: usize) -> Option<i64> {
    let few = (max / 10).max(1) as i64;
    let left = max as i64 - length as i64;
    (left < few).then_some(left)
}

/// Shows how many characters are left, once they are few. Its live region speaks only every hundred.
#[component]
pub fn CharactersLeft(
    /// Once they are few.
    #[prop(into)]
    left: Signal<Option<i64>>,
) -> impl IntoView {
    let words = |left: i64| {
        let t = t();
        if left < 0 { t.characters_too_many(-left) } else { t.characters_left(left) }
    };
    let announced = Memo::new(move |_| left.get().map(|left| if left > 0 { (left + 99) / 100 * 100 } else { left }));
    view! {
        <p class="counter" class:counter--over=move || left.get().is_some_and(|left| left < 0) aria-hidden="true">
            {move || left.get().map(words)}
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
            (3_600, 4_000, None),
            (3_601, 4_000, Some(399)),
            (4_000, 4_000, Some(0)),
            (4_001, 4_000, Some(-1)),
            (108, 120, None),
            (109, 120, Some(11)),
            (18_001, 20_000, Some(1_999)),
        ] {
            assert_eq!(few_left(length, max), left, "{length} of {max}");
        }
    }
}
