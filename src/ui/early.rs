//! What a person types before hydration. No listener hears it, and hydration may set a control back to its default: so
//! changes are recorded before, restored after, and their events dispatched again.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::document;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event};

use super::control::{Control, Held};

type Changed = Rc<RefCell<Vec<(Control, Held)>>>;

/// Records changes of controls until the page is hydrated.
pub struct Early {
    changed: Changed,
    listener: Closure<dyn FnMut(Event)>,
}

const KINDS: [&str; 2] = ["input", "change"];

impl Early {
    pub fn watch() -> Self {
        let changed = Changed::default();
        Control::all().into_iter().filter(Control::is_changed).for_each(|control| note(&changed, control));
        let listener = Closure::new({
            let changed = changed.clone();
            move |event: Event| {
                let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if let Some(control) = element.and_then(Control::of) {
                    note(&changed, control);
                }
            }
        });
        for kind in KINDS {
            let listener = listener.as_ref().unchecked_ref();
            _ = document().add_event_listener_with_callback_and_bool(kind, listener, true);
        }
        Self { changed, listener }
    }

    /// Restores what was changed meanwhile, and dispatches its events to the listeners that exist now.
    pub fn replay(self) {
        for kind in KINDS {
            let listener = self.listener.as_ref().unchecked_ref();
            _ = document().remove_event_listener_with_callback_and_bool(kind, listener, true);
        }
        for (control, held) in self.changed.take() {
            if control.held() != held {
                control.fill(&held);
            }
            control.dispatch_changed();
        }
    }
}

fn note(changed: &Changed, control: Control) {
    let held = control.held();
    let mut all = changed.borrow_mut();
    match all.iter_mut().find(|(other, _)| *other == control) {
        Some(known) => known.1 = held,
        None => all.push((control, held)),
    }
}
