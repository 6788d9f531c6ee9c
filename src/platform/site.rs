//! The site's public address and the proxies before it.

/// The site's public address and the proxies before it.
#[derive(Debug, Default)]
pub struct Site {
    /// `https://jobs.example.org`, without a slash at its end.
    pub origin: String,
    /// How many proxies of ours stand before this program, and add to `X-Forwarded-For`.
    pub proxies: usize,
    /// Whether browsers may be told to use HTTPS for all hosts below this one.
    pub hsts_subdomains: bool,
    /// Whether it is for this machine alone.
    pub is_local: bool,
    /// Whether this machine may move the clock: see [`test_clock`](super::test_clock).
    pub test_clock: bool,
}

impl Site {
    /// Whether cookies may be marked as going over HTTPS only.
    pub fn secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// Whether browsers trust what this origin says: over HTTPS, and on their own machine.
    pub fn is_trusted(&self) -> bool {
        let host = url::Url::parse(&self.origin).ok().and_then(|url| match url.host()? {
            url::Host::Domain(name) => Some(name == "localhost"),
            url::Host::Ipv4(ip) => Some(ip.is_loopback()),
            url::Host::Ipv6(ip) => Some(ip.is_loopback()),
        });
        self.secure() || host == Some(true)
    }

    /// The `Strict-Transport-Security` header (HSTS).
    pub fn transport_security(&self) -> Option<&'static str> {
        self.secure().then_some(match self.hsts_subdomains {
            true => "max-age=31536000; includeSubDomains",
            false => "max-age=31536000",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_are_told_goes_by_the_origin() {
        let site = |origin: &str, hsts_subdomains| Site { origin: origin.into(), hsts_subdomains, ..Site::default() };
        let told = |origin, subdomains| site(origin, subdomains).transport_security();
        assert_eq!(told("https://jobs.example", false), Some("max-age=31536000"));
        assert_eq!(told("https://jobs.example", true), Some("max-age=31536000; includeSubDomains"));
        assert_eq!(told("http://jobs.example", true), None);
        for (origin, trusted) in [
            ("https://jobs.example", true),
            ("http://127.0.0.1:3000", true),
            ("http://[::1]:3000", true),
            ("http://localhost:3000", true),
            ("http://jobs.example", false),
            ("http://192.168.1.2:3000", false),
        ] {
            assert_eq!(site(origin, false).is_trusted(), trusted, "{origin}");
        }
    }
}
