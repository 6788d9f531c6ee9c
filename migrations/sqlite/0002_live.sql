-- Live: what people hear of as it happens, conversations, notifications.

ALTER TABLE users ADD COLUMN event_seq BIGINT NOT NULL DEFAULT 0; -- of their newest event
ALTER TABLE users ADD COLUMN seen_at TEXT; -- when a page of theirs was last connected
ALTER TABLE users ADD COLUMN online_until TEXT; -- while a page of theirs is connected
CREATE INDEX users_online ON users (online_until) WHERE online_until IS NOT NULL;
ALTER TABLE users ADD COLUMN shows_reading BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE users ADD COLUMN shows_typing BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE users ADD COLUMN shows_presence BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE postings ADD COLUMN closing_told BOOLEAN NOT NULL DEFAULT FALSE; -- that it closes soon

-- What somebody is to hear of, in the order it happened: 1, 2, 3 … without a gap.
CREATE TABLE events (
    id INTEGER PRIMARY KEY, -- the older have the lower
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL, -- JSON
    created_at TEXT NOT NULL,
    UNIQUE (user_id, seq)
);

-- Between a seeker and a company, about a posting.
CREATE TABLE conversations (
    id BLOB PRIMARY KEY NOT NULL,
    posting_id BLOB NOT NULL REFERENCES postings (id),
    seeker_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    state TEXT NOT NULL, -- requested, open, declined
    asked BOOLEAN NOT NULL, -- whether it began with a question before an application
    blocked_by TEXT, -- seeker, company
    last_seq BIGINT NOT NULL DEFAULT 0, -- of the newest message
    last_text TEXT NOT NULL DEFAULT '', -- the newest message's beginning
    last_side TEXT, -- whose it is: seeker, company
    last_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (posting_id, seeker_id)
);
CREATE INDEX conversations_seeker ON conversations (seeker_id, last_at DESC, id DESC);
CREATE INDEX conversations_company ON conversations (company_id, last_at DESC, id DESC);

CREATE TABLE messages (
    id BLOB PRIMARY KEY NOT NULL, -- made by the sender's browser: sent again it stays one message
    conversation_id BLOB NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL, -- 1, 2, 3 … in its conversation
    side TEXT NOT NULL, -- seeker, company
    sender_id BLOB NOT NULL, -- whose account may be gone
    sender_name TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    edited_at TEXT,
    deleted_at TEXT,
    UNIQUE (conversation_id, seq)
);

-- A message's files.
CREATE TABLE attachments (
    id BLOB PRIMARY KEY NOT NULL,
    message_id BLOB NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL, -- pdf, png, jpeg, webp
    size BIGINT NOT NULL, -- bytes
    file TEXT NOT NULL UNIQUE -- its name in the store
);
CREATE INDEX attachments_message ON attachments (message_id);

-- What somebody wants the operator to look at.
CREATE TABLE reports (
    id BLOB PRIMARY KEY NOT NULL,
    conversation_id BLOB NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    reporter_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    handled_at TEXT
);
CREATE UNIQUE INDEX reports_waiting ON reports (conversation_id, reporter_id) WHERE handled_at IS NULL;
CREATE INDEX reports_conversation ON reports (conversation_id);
CREATE INDEX reports_reporter ON reports (reporter_id);

-- How far somebody has read.
CREATE TABLE conversation_reads (
    conversation_id BLOB NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, user_id)
) WITHOUT ROWID;
CREATE INDEX conversation_reads_user ON conversation_reads (user_id);

CREATE TABLE notifications (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    id BLOB NOT NULL, -- the newest have the highest
    kind TEXT NOT NULL,
    about BLOB NOT NULL, -- the posting, application or conversation that it leads to
    title TEXT NOT NULL, -- the posting's
    name TEXT NOT NULL, -- whose doing it was
    count BIGINT NOT NULL DEFAULT 1, -- so many are folded into it
    created_at TEXT NOT NULL,
    read_at TEXT,
    PRIMARY KEY (user_id, id)
) WITHOUT ROWID;
-- What is unread is folded: one of a kind about one thing.
CREATE UNIQUE INDEX notifications_unread ON notifications (user_id, kind, about) WHERE read_at IS NULL;

CREATE TABLE notification_settings (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    in_app BOOLEAN NOT NULL DEFAULT TRUE,
    by_email BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (user_id, kind)
) WITHOUT ROWID;
