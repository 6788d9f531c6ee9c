//! A phone's keyboard takes a part of the screen. Where the page itself becomes smaller by it (see `interactive-widget`
//! in the shell) styles do all; Safari shows a part of the page instead, and tells how much.

use leptos::{html, prelude::*};

/// Keeps the thread within what is seen while somebody writes in `field`.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "a server has no screen"))]
pub(super) fn follow_screen(field: NodeRef<html::Textarea>) {
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || browser::follow(field));
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use leptos::{
        html,
        prelude::*,
        wasm_bindgen::{JsCast, closure::Closure},
    };
    use send_wrapper::SendWrapper;
    use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, VisualViewport};

    /// The custom property that holds the height of what is seen.
    const SEEN: &str = "--seen-height";
    /// A browser's own bars take less; a keyboard takes more.
    const KEYBOARD_PX: f64 = 100.0;

    pub fn follow(field: NodeRef<html::Textarea>) {
        let Some(view) = window().visual_viewport() else { return };
        let fit = {
            let view = view.clone();
            Closure::<dyn FnMut()>::new(move || {
                note_height(&view);
                request_animation_frame(move || show(field));
            })
        };
        _ = view.add_event_listener_with_callback("resize", fit.as_ref().unchecked_ref());
        let listening = SendWrapper::new((view, fit));
        on_cleanup(move || {
            let (view, fit) = listening.take();
            _ = view.remove_event_listener_with_callback("resize", fit.as_ref().unchecked_ref());
        });
    }

    /// Notes how high what is seen is, while a keyboard hides the rest. Who zooms in sees less too, and has room.
    fn note_height(view: &VisualViewport) {
        let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let whole = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let hidden = whole - view.height();
        _ = match (view.scale() - 1.0).abs() < 0.01 && hidden > KEYBOARD_PX {
            true => root.style().set_property(SEEN, &format!("{}px", view.height())),
            false => root.style().remove_property(SEEN).map(|_| ()),
        };
    }

    fn show(field: NodeRef<html::Textarea>) {
        let Some(field) = field.try_get_untracked().flatten() else { return };
        let writes = document().active_element().is_some_and(|active| active.is_same_node(Some(&field)));
        if let Some(form) = field.form().filter(|_| writes) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            form.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}
