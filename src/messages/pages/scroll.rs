//! Where the list of messages is scrolled to. It begins at its end and grows upwards (`column-reverse`), so that
//! browsers keep the end in view by themselves, whatever else takes room: its `scrollTop` is 0 there, and less above.

use leptos::{html, prelude::*};

/// So close to an end of the list counts as there.
const NEAR_END_PX: i32 = 80;

/// The element that the messages scroll in.
#[derive(Clone, Copy)]
pub(super) struct Scroll {
    pub element: NodeRef<html::Div>,
    /// Whether the end is in view.
    at_end: RwSignal<bool>,
}

impl Scroll {
    pub fn new(at_end: RwSignal<bool>) -> Self {
        Self { element: NodeRef::new(), at_end }
    }

    /// Notes whether the end is in view, as the page is now.
    pub fn look(self) {
        if let Some(list) = self.element.get_untracked() {
            self.at_end.set(-list.scroll_top() < NEAR_END_PX);
        }
    }

    pub fn is_near_start(self) -> bool {
        self.element
            .get_untracked()
            .is_some_and(|list| list.scroll_height() - list.client_height() + list.scroll_top() < NEAR_END_PX)
    }

    pub fn go_to_end(self) {
        if let Some(list) = self.element.get_untracked() {
            list.set_scroll_top(0);
        }
    }

    /// Whoever has the end in view keeps it there, whatever else takes room.
    pub fn stay_at_end(self) {
        if let Some(list) = self.element.get_untracked().filter(|_| self.at_end.get_untracked()) {
            request_animation_frame(move || list.set_scroll_top(0));
        }
    }

    /// Does something that makes the list longer `above` what is in view, or below it; what is in view stays where it
    /// is. Whoever is at the end stays there.
    pub fn keep_place(self, above: bool, grow: impl FnOnce()) {
        // The page may be gone by now.
        let element = move || self.element.try_get_untracked().flatten();
        let place =
            element().map(|list| if above { list.scroll_top() } else { list.scroll_height() + list.scroll_top() });
        let was_at_end = self.at_end.try_get_untracked().unwrap_or_default();
        grow();
        if was_at_end && !above {
            return;
        }
        request_animation_frame(move || {
            if let (Some(list), Some(place)) = (element(), place) {
                list.set_scroll_top(if above { place } else { place - list.scroll_height() });
            }
        });
    }
}
