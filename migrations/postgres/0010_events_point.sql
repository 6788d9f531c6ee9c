-- An event says what it is about, and is filled when it is read. Those of before go: whoever missed some loads anew.

DROP TABLE events;
CREATE TABLE events (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the older have the lower
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    topic TEXT NOT NULL, -- message, read_by_seeker, read_by_company, conversation, notifications, application, posting
    subject UUID NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (user_id, seq)
);
