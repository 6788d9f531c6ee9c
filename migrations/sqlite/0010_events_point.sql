-- An event says what it is about, and is filled when it is read. Those of before go: whoever missed some loads anew.

DROP TABLE events;
CREATE TABLE events (
    id INTEGER PRIMARY KEY, -- the older have the lower
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    topic TEXT NOT NULL, -- message, read_by_seeker, read_by_company, conversation, notifications, application, posting
    subject BLOB NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (user_id, seq)
);
