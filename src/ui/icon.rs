//! The icons: inline SVG on a 24-unit grid, in the colour of the text beside them.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Alert,
    Bell,
    Check,
    Close,
    Globe,
    Menu,
    Pin,
    Search,
    User,
}

impl IconName {
    /// The path, drawn with a stroke of 2 units.
    fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 8v5m0 3.5v.01M12 3 2.5 20h19Z",
            Self::Bell => "M6 17V10.500a6 6 0 0 1 12 0V17l1.500 2h-15ZM10 21.500h4",
            Self::Check => "m5 12.5 4.5 4.5L19 7.5",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Globe => "M3 12h18M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18Zm0 0c-5 5-5 13 0 18 5-5 5-13 0-18",
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Pin => {
                "M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.800 12 21 12 21Zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 1 0 0 5Z"
            }
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 1 0 0-14Zm5 12 5 5",
            Self::User => "M12 12a4 4 0 1 0 0-8 4 4 0 1 0 0 8Zm-8 9c0-4.500 3.500-7 8-7s8 2.500 8 7",
        }
    }
}

/// An icon beside a text that says the same, so it is hidden from screen readers.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <path d=name.path()></path>
        </svg>
    }
}
