//! Terms: enums whose values have words in every language.

/// An enum stored and sent as its name in snake case, with a label in the page's language.
macro_rules! term {
    ($(#[$doc:meta])* $name:ident { $($variant:ident => $label:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, ::serde::Serialize, ::serde::Deserialize,
            ::strum::Display, ::strum::EnumString, ::strum::IntoStaticStr, ::strum::VariantArray,
        )]
        #[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "TEXT", rename_all = "snake_case"))]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// In words, in the page's language.
            pub fn label(self) -> String {
                match self { $(Self::$variant => $crate::l10n::t().$label()),+ }
            }

            /// Every value with its label, for a form.
            pub fn choices() -> Vec<(String, String)> {
                <Self as ::strum::VariantArray>::VARIANTS.iter().map(|v| (v.to_string(), v.label())).collect()
            }
        }
    };
}
pub(crate) use term;
