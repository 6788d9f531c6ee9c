//! Where the list of messages is scrolled to.

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
            self.at_end.set(list.scroll_height() - list.scroll_top() - list.client_height() < NEAR_END_PX);
        }
    }

    pub fn is_near_start(self) -> bool {
        self.element.get_untracked().is_some_and(|list| list.scroll_top() < NEAR_END_PX)
    }

    pub fn go_to_end(self) {
        if let Some(list) = self.element.get_untracked() {
            list.set_scroll_top(list.scroll_height());
        }
    }

    /// Whoever has the end in view keeps it there, whatever else takes room.
    pub fn stay_at_end(self) {
        if let Some(list) = self.element.get_untracked().filter(|_| self.at_end.get_untracked()) {
            request_animation_frame(move || list.set_scroll_top(list.scroll_height()));
        }
    }

    /// Does something that makes the list longer above what is in view, which stays where it is.
    pub fn keep_place(self, grow: impl FnOnce()) {
        // The page may be gone by now.
        let element = move || self.element.try_get_untracked().flatten();
        let from_end = element().map(|list| list.scroll_height() - list.scroll_top());
        grow();
        request_animation_frame(move || {
            if let (Some(list), Some(from_end)) = (element(), from_end) {
                list.set_scroll_top(list.scroll_height() - from_end);
            }
        });
    }
}
