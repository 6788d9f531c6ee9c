//! What a form keeps while the page re-renders around it, as it does when somebody else changes the same thing.

use leptos::prelude::StoredValue;
use uuid::Uuid;

use super::memory::Fields;

/// Where a form that asked for it keeps this; see [`FormAction::hold_version`](super::FormAction::hold_version).
pub(super) type Held = StoredValue<Option<HeldForm>>;

#[derive(Clone)]
pub(super) struct HeldForm {
    /// The thing that the form changes.
    id: Uuid,
    /// The version of it that the person has seen.
    version: i64,
    /// Whether an answer came since: the page that is loaded after it shows the newest version.
    answered: bool,
    /// Whether the form was rendered before.
    pub rendered: bool,
    /// Whether somebody has begun to choose or type.
    pub begun: bool,
    /// What its fields hold then: re-rendered, they begin with it.
    typed: Option<Vec<(String, String)>>,
}

impl HeldForm {
    /// The form as it is rendered with a version of a thing: `before` if that is still the same thing.
    pub fn rendered_with(before: Option<Self>, id: Uuid, version: i64) -> Self {
        let rendered = before.is_some();
        match before.filter(|before| before.begun) {
            Some(before) => {
                let version = if before.answered { version } else { before.version };
                Self { version, answered: false, rendered, ..before }
            }
            None => Self { id, version, answered: false, rendered, begun: false, typed: None },
        }
    }

    pub fn is_of(&self, id: Uuid) -> bool {
        self.id == id
    }

    pub fn version(&self) -> i64 {
        self.version
    }

    pub fn typed(&self) -> Option<&Fields> {
        self.typed.as_deref()
    }

    /// Somebody has begun with the form, or has given up.
    pub fn touch(&mut self, begun: bool) {
        self.begun = begun;
        if !begun {
            self.typed = None;
        }
    }

    #[cfg(any(test, not(feature = "ssr")))]
    pub fn keep(&mut self, typed: Vec<(String, String)>) {
        (self.begun, self.typed) = (true, Some(typed));
    }

    /// An answer came to what was sent.
    #[cfg(any(test, not(feature = "ssr")))]
    pub fn answer(&mut self, done: bool) {
        self.answered = true;
        if done {
            self.touch(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(value: &str) -> Vec<(String, String)> {
        vec![("stage".into(), value.into())]
    }

    #[test]
    fn a_form_keeps_its_version_and_fields_from_the_first_touch_to_an_answer() {
        let id = Uuid::now_v7();
        let form = HeldForm::rendered_with(None, id, 1);
        assert!(!form.rendered && form.typed().is_none());

        let mut form = HeldForm::rendered_with(Some(form), id, 2);
        assert_eq!((form.version(), form.rendered), (2, true), "untouched, it shows the newest");

        form.keep(typed("offer"));
        let mut form = HeldForm::rendered_with(Some(form), id, 3);
        assert_eq!((form.version(), form.typed()), (2, Some(&*typed("offer"))));

        form.answer(false);
        let mut form = HeldForm::rendered_with(Some(form), id, 3);
        assert_eq!((form.version(), form.typed()), (3, Some(&*typed("offer"))), "refused, it is sent again as typed");

        form.answer(true);
        let form = HeldForm::rendered_with(Some(form), id, 4);
        assert_eq!((form.version(), form.typed(), form.begun), (4, None, false));
    }

    #[test]
    fn whoever_gives_up_sees_the_newest() {
        let id = Uuid::now_v7();
        let mut form = HeldForm::rendered_with(None, id, 1);
        form.keep(typed("offer"));
        form.touch(false);
        let form = HeldForm::rendered_with(Some(form), id, 2);
        assert_eq!((form.version(), form.typed()), (2, None));
    }
}
