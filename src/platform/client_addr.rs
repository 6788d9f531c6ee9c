//! The address that a request came from: for rate limits, the list of sessions and the log of security events.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request},
    http::HeaderMap,
};

/// The client's address. An IPv4 address that is mapped to IPv6 is IPv4 here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddr(pub IpAddr);

/// The address of a request's client, behind `proxies` trusted proxies.
pub fn client_addr(request: &Request, proxies: usize) -> ClientAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|connection| connection.0.ip());
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    ClientAddr(forwarded(request.headers(), proxies).unwrap_or(peer).to_canonical())
}

/// The address that the outermost of our proxies saw. Each proxy appends the address that it saw, so the count starts
/// from the end: the entries before may be forged by the client.
fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let lines: Option<Vec<&str>> = headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().ok()).collect();
    let lines = lines?.join(",");
    lines.rsplit(',').nth(proxies.checked_sub(1)?).and_then(|entry| address(entry.trim()))
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
}

/// The key of rate limits by address: one IPv4 address, or one IPv6 /64, because a household gets a whole one.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)).into(),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn found(lines: &[&str], proxies: usize) -> String {
        let mut request = Request::new(Body::empty());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([9, 9, 9, 9], 1))));
        for line in lines {
            request.headers_mut().append("x-forwarded-for", line.parse().unwrap());
        }
        client_addr(&request, proxies).0.to_string()
    }

    #[test]
    fn proxies_are_counted_from_the_right() {
        let lines = ["1.1.1.1, 2.2.2.2", "3.3.3.3,4.4.4.4"];
        let expected = ["9.9.9.9", "4.4.4.4", "3.3.3.3", "2.2.2.2", "1.1.1.1", "9.9.9.9"];
        for (proxies, expected) in expected.into_iter().enumerate() {
            assert_eq!(found(&lines, proxies), expected, "{proxies} proxies");
        }
        assert_eq!(found(&[], 1), "9.9.9.9");
    }

    #[test]
    fn entries_are_read_however_proxies_write_them() {
        for (entry, expected) in [
            ("1.1.1.1", "1.1.1.1"),
            ("  1.1.1.1:4711 ", "1.1.1.1"),
            ("::ffff:1.1.1.1", "1.1.1.1"),
            ("[::ffff:1.1.1.1]:80", "1.1.1.1"),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
        ] {
            assert_eq!(found(&[entry], 1), expected, "{entry}");
            assert_eq!(found(&["8.8.8.8", entry], 1), expected, "{entry}");
        }
    }

    #[test]
    fn a_network_is_an_ipv4_address_or_a_household() {
        let same = |a: &str, b: &str| network(a.parse().unwrap()) == network(b.parse().unwrap());
        assert!(same("2001:db8:1:2::1", "2001:db8:1:2:ffff::1"));
        assert!(!same("2001:db8:1:2::1", "2001:db8:1:3::1"));
        assert!(same("192.0.2.1", "::ffff:192.0.2.1"));
        assert!(!same("::ffff:192.0.2.1", "::ffff:192.0.2.2"));
    }

    #[test]
    fn what_is_no_address_is_not_believed() {
        for entry in ["", ",", "unknown", "_hidden", "1.1.1.1.1", "1.1.1.1:", "[::1", "::1]", "[1.1.1.1", "1.1.1.1,"] {
            assert_eq!(found(&[entry], 1), "9.9.9.9", "{entry:?}");
        }
        let mut request = Request::new(Body::empty());
        let line = axum::http::HeaderValue::from_bytes(b"1.1.1.1, \xff, 2.2.2.2").unwrap();
        request.headers_mut().insert("x-forwarded-for", line);
        assert_eq!(client_addr(&request, 1).0.to_string(), "127.0.0.1");
    }
}
