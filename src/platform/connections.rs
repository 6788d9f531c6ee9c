//! The open connections: their limits, in all and from one network, and which one is closed when a limit is reached.
//!
//! A connection on which no request is being answered can be closed at any time: the client opens another. So at the
//! limit the one that has been idle longest is closed, and clients that open connections and send nothing keep nobody
//! out.

use std::{
    collections::{BTreeSet, HashMap},
    net::IpAddr,
    sync::{Arc, Mutex},
};

use tokio::{sync::Notify, time::Instant};

use super::client_addr;

/// The key by which connections are counted. Those of this machine, a proxy or its operator, are not counted.
pub fn network(address: IpAddr) -> Option<IpAddr> {
    (!address.to_canonical().is_loopback()).then(|| client_addr::network(address))
}

/// The open connections and their limits.
#[derive(Debug)]
pub struct Connections {
    most: usize,
    /// The limit from one network; none behind a proxy, from whose address all connections come.
    most_of_one: Option<usize>,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    next: u64,
    all: HashMap<u64, Entry>,
    networks: HashMap<IpAddr, usize>,
    /// Idle connections, ordered by how long they have been idle.
    idle: BTreeSet<(Instant, u64)>,
}

#[derive(Debug)]
struct Entry {
    network: Option<IpAddr>,
    state: State,
    let_go: Arc<Notify>,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// No request is being answered since then.
    Idle(Instant),
    /// So many requests are being answered.
    Busy(usize),
}

/// Why a connection is refused: a limit is reached, and no connection that counts for it is idle.
#[derive(Debug, PartialEq, Eq)]
pub enum Full {
    InAll,
    FromOne,
}

impl Connections {
    pub fn new(most: usize, most_of_one: Option<usize>) -> Arc<Self> {
        Arc::new(Self { most, most_of_one, open: Mutex::default() })
    }

    /// Takes a place for a connection, closing an idle one at the limit.
    pub fn open(self: &Arc<Self>, from: IpAddr) -> Result<Place, Full> {
        let network = network(from).filter(|_| self.most_of_one.is_some());
        let mut open = self.open.lock().unwrap();
        if let Some(network) = network
            && open.networks.get(&network).copied() >= self.most_of_one
        {
            open.make_room(|entry| entry.network == Some(network)).ok_or(Full::FromOne)?;
        }
        if open.all.len() >= self.most {
            open.make_room(|_| true).ok_or(Full::InAll)?;
        }
        let id = open.next;
        open.next += 1;
        let (now, let_go) = (Instant::now(), Arc::new(Notify::new()));
        open.all.insert(id, Entry { network, state: State::Idle(now), let_go: let_go.clone() });
        open.idle.insert((now, id));
        if let Some(network) = network {
            *open.networks.entry(network).or_default() += 1;
        }
        Ok(Place { connections: self.clone(), id, let_go })
    }
}

impl Open {
    /// Closes the connection that has been idle longest.
    fn make_room(&mut self, of: impl Fn(&Entry) -> bool) -> Option<()> {
        let (_, id) = self.idle.iter().find(|(_, id)| self.all.get(id).is_some_and(&of)).copied()?;
        self.all.get(&id)?.let_go.notify_one();
        self.close(id);
        Some(())
    }

    fn close(&mut self, id: u64) {
        let Some(entry) = self.all.remove(&id) else { return };
        if let State::Idle(since) = entry.state {
            self.idle.remove(&(since, id));
        }
        if let Some(network) = entry.network
            && let Some(count) = self.networks.get_mut(&network)
        {
            *count -= 1;
            if *count == 0 {
                self.networks.remove(&network);
            }
        }
    }
}

/// One connection's place; it is freed when this is dropped.
#[derive(Debug)]
pub struct Place {
    connections: Arc<Connections>,
    id: u64,
    let_go: Arc<Notify>,
}

impl Place {
    /// Marks the connection busy until the guard is dropped.
    pub fn answer(self: &Arc<Self>) -> Answering {
        self.set(|state| match state {
            State::Idle(_) => State::Busy(1),
            State::Busy(n) => State::Busy(n + 1),
        });
        Answering(self.clone())
    }

    /// Since when the connection is idle, if it is.
    pub fn idle_since(&self) -> Option<Instant> {
        let state = self.connections.open.lock().unwrap().all.get(&self.id)?.state;
        match state {
            State::Idle(since) => Some(since),
            State::Busy(_) => None,
        }
    }

    /// Resolves when the connection must close to make room.
    pub async fn let_go(&self) {
        self.let_go.notified().await;
    }

    fn set(&self, next: impl FnOnce(State) -> State) {
        let mut open = self.connections.open.lock().unwrap();
        let Open { all, idle, .. } = &mut *open;
        let Some(entry) = all.get_mut(&self.id) else { return };
        if let State::Idle(since) = entry.state {
            idle.remove(&(since, self.id));
        }
        entry.state = next(entry.state);
        if let State::Idle(since) = entry.state {
            idle.insert((since, self.id));
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.open.lock().unwrap().close(self.id);
    }
}

/// The guard of a request that is being answered.
#[derive(Debug)]
pub struct Answering(Arc<Place>);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.set(|state| match state {
            State::Busy(n) if n > 1 => State::Busy(n - 1),
            _ => State::Idle(Instant::now()),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn is_let_go(place: &Place) -> bool {
        use futures::FutureExt;
        place.let_go().now_or_never().is_some()
    }

    #[test]
    fn a_household_counts_as_one() {
        let one = |a: &str, b: &str| network(address(a)) == network(address(b));
        assert!(one("2001:db8:1:2::3", "2001:db8:1:2:ffff::9"));
        assert!(!one("2001:db8:1:2::3", "2001:db8:1:3::3"));
        assert!(one("::ffff:192.0.2.1", "192.0.2.1"));
        assert!(!one("192.0.2.1", "192.0.2.2"));
        for own in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(network(address(own)), None, "{own}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_is_idle_longest_makes_room() {
        let all = Connections::new(2, None);
        let open = || Arc::new(all.open(address("192.0.2.1")).unwrap());
        let first = open();
        tokio::time::advance(std::time::Duration::from_secs(1)).await;
        let second = open();
        tokio::time::advance(std::time::Duration::from_secs(1)).await;
        drop(first.answer());
        let third = open();
        assert_eq!([&first, &second, &third].map(|p| is_let_go(p)), [false, true, false]);
        let busy = [first.answer(), third.answer(), third.answer()];
        assert_eq!(all.open(address("192.0.2.9")).unwrap_err(), Full::InAll);
        drop(busy);
        assert!(first.idle_since().is_some() && third.idle_since().is_some());
        drop(first);
        open();
        assert!(!is_let_go(&third), "there is a place");
    }

    #[test]
    fn one_network_makes_room_among_its_own() {
        let all = Connections::new(100, Some(2));
        let open = |from: &str| all.open(address(from)).map(Arc::new);
        let other = open("192.0.2.1").unwrap();
        let theirs = ["2001:db8::1", "2001:db8::2"].map(|from| open(from).unwrap());
        let busy = theirs.each_ref().map(|place| place.answer());
        assert_eq!(open("2001:db8::3").unwrap_err(), Full::FromOne);
        drop(busy);
        let third = open("2001:db8::3").unwrap();
        assert_eq!([&other, &theirs[0], &theirs[1], &third].map(|p| is_let_go(p)), [false, true, false, false]);
        let own: Vec<_> = (0..9).map(|_| open("127.0.0.1").unwrap()).collect();
        assert!(!own.iter().any(|place| is_let_go(place)), "this machine's are not counted");
        let proxied = Connections::new(100, None);
        let all: Vec<_> = (0..9).map(|_| proxied.open(address("192.0.2.1")).unwrap()).collect();
        assert!(!all.iter().any(is_let_go), "a proxy's neither");
    }

    #[test]
    fn nothing_is_left_of_those_who_are_gone() {
        let all = Connections::new(1, Some(1));
        for _ in 0..3 {
            let (first, second) = (all.open(address("192.0.2.1")).unwrap(), all.open(address("192.0.2.1")).unwrap());
            drop(Arc::new(second).answer());
            drop(first);
        }
        let open = all.open.lock().unwrap();
        assert!(open.all.is_empty() && open.networks.is_empty() && open.idle.is_empty(), "{open:?}");
    }
}
