use chrono::{DateTime, TimeDelta};
use leptos::prelude::*;
use uuid::Uuid;

use super::ThreadState;
use crate::messages::{ConversationState, Message, Person, Side, Thread};

const OTHER: Uuid = Uuid::from_u128(1_001);
const COLLEAGUE: Uuid = Uuid::from_u128(1_002);

/// A message of the seeker's side.
pub fn message(seq: i64) -> Message {
    Message {
        id: Uuid::from_u128(seq as u128),
        seq,
        side: Side::Seeker,
        sender: Uuid::nil(),
        name: String::new(),
        text: String::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        at: DateTime::UNIX_EPOCH,
        edited: false,
        deleted: false,
    }
}

fn message_of(side: Side, seq: i64) -> Message {
    Message { side, ..message(seq) }
}

/// What a seeker loads: messages 3 and 5 are the seeker's, 4 is the company's.
fn loaded() -> Thread {
    Thread {
        now: DateTime::UNIX_EPOCH,
        id: Uuid::from_u128(2_000),
        side: Side::Seeker,
        with: String::new(),
        title: String::new(),
        slug: None,
        application: None,
        state: ConversationState::Open,
        blocked_by: None,
        messages: vec![message(3), message_of(Side::Company, 4), message(5)],
        older: Some(3),
        others: [OTHER, COLLEAGUE].map(|id| Person { id, online: false, seen: None }).into(),
        read: 3,
        read_by_other: 4,
        next_id: Uuid::from_u128(2_001),
    }
}

fn open(loaded: &Thread, has_newest: bool) -> ThreadState {
    ThreadState::of(loaded, has_newest, RwSignal::new(None))
}

fn seqs(thread: ThreadState) -> Vec<i64> {
    thread.messages.with_untracked(|all| all.iter().map(|m| m.seq).collect())
}

#[test]
fn what_lies_outside_of_what_is_shown_waits() {
    for (has_newest, older, put, shown) in [
        (true, Some(3), 6, vec![3, 4, 5, 6]),
        (true, Some(3), 4, vec![3, 4, 5]),
        (true, Some(3), 2, vec![3, 4, 5]),
        (true, None, 2, vec![2, 3, 4, 5]),
        (false, Some(3), 6, vec![3, 4, 5]),
    ] {
        Owner::new().with(|| {
            let thread = open(&Thread { older, ..loaded() }, has_newest);
            thread.put(&message(put));
            assert_eq!(seqs(thread), shown, "{has_newest} {older:?} {put}");
        });
    }
}

#[test]
fn a_message_that_is_there_is_replaced() {
    Owner::new().with(|| {
        let thread = open(&loaded(), true);
        let edited = Message { text: "New".into(), edited: true, ..message_of(Side::Company, 4) };
        _ = thread.receive(&edited);
        assert_eq!(thread.messages.get_untracked(), [message(3), edited, message(5)]);
    });
}

#[test]
fn a_message_between_others_goes_between() {
    Owner::new().with(|| {
        let thread = open(&Thread { messages: vec![message(3), message(5)], ..loaded() }, true);
        thread.put(&message(4));
        assert_eq!(seqs(thread), [3, 4, 5]);
    });
}

#[test]
fn older_messages_go_before() {
    Owner::new().with(|| {
        let thread = open(&loaded(), true);
        thread.add_older(Thread { messages: vec![message(1), message(2)], older: None, ..loaded() });
        assert_eq!(seqs(thread), [1, 2, 3, 4, 5]);
        assert_eq!(thread.older.get_untracked(), None);
    });
}

#[test]
fn who_reads_at_the_end_has_read_and_who_does_not_sees_new_below() {
    use Side::{Company, Seeker};
    for (side, has_newest, at_end, read, new_below) in [
        (Company, true, true, Some(6), false),
        (Company, true, false, None, true),
        // The end of older messages is not the end of the thread.
        (Company, false, true, None, false),
        (Company, false, false, None, false),
        (Seeker, true, true, None, false),
        (Seeker, true, false, None, false),
    ] {
        Owner::new().with(|| {
            let thread = open(&loaded(), has_newest);
            thread.at_end.set(at_end);
            let case = format!("{side} {has_newest} {at_end}");
            assert_eq!(thread.receive(&message_of(side, 6)), read, "{case}");
            assert_eq!(thread.new_below.get_untracked(), new_below, "{case}");
        });
    }
}

#[test]
fn who_comes_back_reads_what_came_meanwhile() {
    Owner::new().with(|| {
        let thread = open(&loaded(), true);
        assert_eq!(thread.return_to_page(), Some(4));
        assert_eq!(thread.reach_end(), None, "nothing came");
        thread.at_end.set(false);
        assert_eq!(thread.receive(&message_of(Side::Company, 6)), None);
        _ = thread.receive(&message(7));
        assert_eq!(thread.return_to_page(), None, "further up");
        thread.note_writing();
        assert_eq!(thread.reach_end(), Some(6));
        assert!(!thread.new_below.get_untracked());
        assert_eq!(thread.return_to_page(), Some(6));
    });
}

#[test]
fn typing_ends_with_its_message_or_its_latest_sign() {
    type Act = fn(ThreadState, u32, u32);
    let acts: [(&str, Act, bool); 5] = [
        ("an earlier sign ends", |thread, first, _| thread.end_typing(first), true),
        ("the latest sign ends", |thread, _, latest| thread.end_typing(latest), false),
        ("a message comes", |thread, _, _| _ = thread.receive(&message_of(Side::Company, 6)), false),
        ("one of one's own side comes", |thread, _, _| _ = thread.receive(&message(6)), true),
        ("the other side reads", |thread, _, _| thread.note_read(Side::Company, 5), true),
    ];
    for (name, act, goes_on) in acts {
        Owner::new().with(|| {
            let thread = open(&loaded(), true);
            let (first, latest) = (thread.note_typing("Ada".into()), thread.note_typing("Bob".into()));
            act(thread, first, latest);
            assert_eq!(thread.typing.get_untracked(), goes_on.then(|| "Bob".to_string()), "{name}");
        });
    }
}

#[test]
fn what_the_other_side_has_read_never_goes_back() {
    Owner::new().with(|| {
        let thread = open(&loaded(), true);
        for (by, seq, read) in
            [(Side::Company, 5, 5), (Side::Company, 3, 5), (Side::Seeker, 9, 5), (Side::Company, 7, 7)]
        {
            thread.note_read(by, seq);
            assert_eq!(thread.read_by_other.get_untracked(), read, "{by} {seq}");
        }
        for (loaded_read, read) in [(4, 7), (8, 8)] {
            thread.catch_up(Thread { read_by_other: loaded_read, ..loaded() });
            assert_eq!(thread.read_by_other.get_untracked(), read, "{loaded_read}");
        }
    });
}

#[test]
fn the_other_side_is_here_while_one_of_them_is() {
    let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
    let stranger = Uuid::from_u128(1_003);
    Owner::new().with(|| {
        let thread = open(&loaded(), true);
        assert_eq!(untrack(|| (thread.is_other_online(), thread.other_seen())), (false, None));
        for (user, online, minutes, is_here, seen) in [
            (stranger, true, 1, false, None),
            (OTHER, true, 2, true, Some(at(2))),
            (COLLEAGUE, true, 3, true, Some(at(3))),
            (OTHER, false, 4, true, Some(at(4))),
            (COLLEAGUE, false, 5, false, Some(at(5))),
        ] {
            thread.note_presence(user, online, Some(at(minutes)));
            assert_eq!(untrack(|| (thread.is_other_online(), thread.other_seen())), (is_here, seen), "{minutes}");
        }
        let is_here = || untrack(|| (thread.is_other_online(), thread.other_seen()));
        let others = |online| vec![Person { id: OTHER, online, seen: Some(at(6)) }];
        thread.expect_newer();
        thread.catch_up(Thread { others: others(true), ..loaded() });
        assert_eq!(is_here(), (true, Some(at(6))));
        // What is told while the thread is asked for is newer.
        thread.expect_newer();
        thread.note_presence(OTHER, true, Some(at(7)));
        thread.catch_up(Thread { others: others(false), ..loaded() });
        assert_eq!(is_here(), (true, Some(at(7))));
        thread.note_presence(OTHER, false, None);
        assert_eq!(is_here(), (false, None), "hidden");
        thread.note_presence(OTHER, true, Some(at(8)));
        thread.hide_others();
        assert_eq!(is_here(), (false, None));
    });
}

#[test]
fn the_first_new_message_is_the_other_sides() {
    for (read, first_new) in [(0, Some(4)), (3, Some(4)), (4, None), (5, None)] {
        Owner::new().with(|| {
            let thread = open(&Thread { read, ..loaded() }, true);
            assert_eq!(thread.first_new, first_new, "{read}");
        });
    }
}

#[test]
fn ones_own_newest_message_can_be_edited_for_a_while() {
    let me = Uuid::from_u128(1_000);
    let mine =
        |seq, minutes| Message { sender: me, at: DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes), ..message(seq) };
    let deleted = Message { deleted: true, ..mine(5, 11) };
    let messages = vec![mine(3, 0), mine(4, 10), deleted, message_of(Side::Company, 6)];
    Owner::new().with(|| {
        let thread = open(&Thread { messages, ..loaded() }, true);
        for (minutes, newest) in [(12, Some(4)), (24, Some(4)), (25, None)] {
            let now = DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
            assert_eq!(thread.newest_editable(me, now).map(|m| m.seq), newest, "{minutes}");
        }
    });
}

#[test]
fn what_ends_after_the_page_is_gone_does_no_harm() {
    let owner = Owner::new();
    let (thread, sign) = owner.with(|| {
        let thread = open(&loaded(), true);
        (thread, thread.note_typing("Ada".into()))
    });
    owner.cleanup();
    thread.end_typing(sign);
    thread.catch_up(loaded());
}
