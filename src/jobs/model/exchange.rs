//! What currencies are worth, roughly: good enough to put pay in an order, not to pay anybody.

use super::board::{CURRENCIES, Pay, PayPeriod};
use crate::text::Amount;

/// Ten-thousandths of a euro, in the order of [`CURRENCIES`]. The column `pay_euro` has the same.
const RATES: [i64; CURRENCIES.len()] =
    [10_000, 8_600, 11_400, 10_700, 2_350, 410, 910, 850, 1_340, 6_150, 5_600, 97, 56, 1_600];

fn rate(currency: &str) -> i64 {
    CURRENCIES.iter().position(|known| *known == currency).map_or(0, |at| RATES[at])
}

/// An amount in another currency, roughly; 0 of an unknown one.
pub fn exchanged(amount: i64, from: &str, to: &str) -> i64 {
    match (rate(from), rate(to)) {
        _ if from == to => amount,
        (_, 0) => 0,
        (from, to) => amount * from / to,
    }
}

impl Pay {
    /// What it is about in a year and in another currency, to two figures or three.
    pub fn about(&self, currency: &str) -> Self {
        let rounded = |amount: Amount| {
            let amount = exchanged(self.period.per_year(amount), &self.currency, currency);
            let step = if amount < 10_000 { 100 } else { 1_000 };
            Amount::whole((amount + step / 2) / step * step)
        };
        Self { min: rounded(self.min), max: rounded(self.max), currency: currency.to_string(), period: PayPeriod::Year }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exchanged_roughly() {
        assert_eq!(exchanged(60_000, "EUR", "EUR"), 60_000);
        assert_eq!(exchanged(100_000, "USD", "EUR"), 86_000);
        assert_eq!(exchanged(86_000, "EUR", "USD"), 100_000);
        assert_eq!(exchanged(100, "XXX", "EUR"), 0);
        assert_eq!(exchanged(100, "EUR", "XXX"), 0);
        let pay =
            Pay { min: Amount::whole(40), max: Amount::whole(50), currency: "USD".into(), period: PayPeriod::Hour };
        let about = pay.about("EUR");
        assert_eq!(
            (about.min, about.max, about.period),
            (Amount::whole(72_000), Amount::whole(89_000), PayPeriod::Year)
        );
    }
}
