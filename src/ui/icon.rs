//! The icons: inline SVG on a 24-unit grid, in the colour of the text beside them.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Alert,
    Bell,
    Check,
    Clip,
    Close,
    File,
    Globe,
    Menu,
    Moon,
    More,
    Pin,
    Screen,
    Search,
    Sun,
    User,
}

impl IconName {
    /// The path, drawn with a stroke of 2 units.
    fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 8v5m0 3.5v.01M12 3 2.5 20h19Z",
            Self::Bell => "M6 17V10.5a6 6 0 0 1 12 0V17l1.5 2h-15ZM10 21.5h4",
            Self::Check => "m5 12.5 4.5 4.5L19 7.5",
            Self::Clip => {
                "m20.5 11.5-8.5 8.500a5.5 5.5 0 0 1-8-8l8.5-8.500a3.7 3.7 0 0 1 5.3 5.300l-8.5 8.500a1.9 1.9 0 0 1-2.7-2.700l7.9-7.8"
            }
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::File => "M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6m-6 4h6",
            Self::Globe => "M3 12h18M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18Zm0 0c-5 5-5 13 0 18 5-5 5-13 0-18",
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Moon => "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z",
            Self::More => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Pin => {
                "M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 1 0 0 5Z"
            }
            Self::Screen => "M3 5h18v11H3ZM9 20h6m-3-4v4",
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 1 0 0-14Zm5 12 5 5",
            Self::Sun => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8Zm0-5.5v1.5m0 16v1.5M2.5 12H4m16 0h1.5M5.3 5.3l1 1m11.4 11.4 1 1m0-13.4-1 1M6.3 17.7l-1 1"
            }
            Self::User => "M12 12a4 4 0 1 0 0-8 4 4 0 1 0 0 8Zm-8 9c0-4.5 3.5-7 8-7s8 2.5 8 7",
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
