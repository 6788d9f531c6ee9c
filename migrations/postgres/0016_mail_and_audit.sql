-- What is to be done after a commit (mails), written in the transaction of its cause. A row is gone once it is done.
CREATE TABLE queue (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL, -- who does it
    subject TEXT UNIQUE, -- of those with one, one waits at a time
    payload TEXT NOT NULL, -- JSON, as its kind reads it
    run_at TIMESTAMPTZ NOT NULL, -- not before; while it is leased, when the lease ends
    lease UUID, -- whose it is at present
    attempts BIGINT NOT NULL DEFAULT 0,
    last_error TEXT,
    failed_at TIMESTAMPTZ, -- given up; `jobi jobs retry` begins anew
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX queue_due ON queue (run_at, id) WHERE failed_at IS NULL;
CREATE INDEX queue_failed ON queue (failed_at) WHERE failed_at IS NOT NULL;

-- Mails of a site without a mail server, for its development mailbox.
CREATE TABLE kept_mails (
    id UUID PRIMARY KEY NOT NULL,
    recipient TEXT NOT NULL,
    mail TEXT NOT NULL, -- JSON
    created_at TIMESTAMPTZ NOT NULL
);

-- Addresses that a mail server has refused: not written to again until they are confirmed.
CREATE TABLE bounced_addresses (
    email_key TEXT PRIMARY KEY NOT NULL,
    reason TEXT NOT NULL,
    bounced_at TIMESTAMPTZ NOT NULL
);

-- Links of one use to a person's mailbox; only the token's hash is stored.
CREATE TABLE account_tokens (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL, -- confirm_email, reset_password
    email TEXT NOT NULL, -- the address that the link was sent to
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    UNIQUE (user_id, purpose) -- a newer link ends the one before
);
CREATE INDEX account_tokens_expiry ON account_tokens (expires_at);

-- When the person has shown that mails to the address reach them. Accounts from before there were mails count as
-- confirmed.
ALTER TABLE users ADD COLUMN email_confirmed_at TIMESTAMPTZ;
UPDATE users SET email_confirmed_at = created_at;
-- The address that takes the place of `email` once it is confirmed.
ALTER TABLE users ADD COLUMN new_email TEXT;

-- Browsers that somebody has logged in with; a cookie names them. A login from another one is told by mail.
CREATE TABLE known_devices (
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, token_hash)
);

-- Which kinds of notifications one gets as mails, too, and when.
ALTER TABLE notification_settings ADD COLUMN mail BOOLEAN NOT NULL DEFAULT TRUE;
CREATE TABLE mail_preferences (
    user_id UUID PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token TEXT NOT NULL UNIQUE, -- with it one ends mails without logging in; it opens nothing else
    rhythm TEXT NOT NULL DEFAULT 'at_once', -- at_once, daily, weekly
    quiet_from BIGINT, -- hours of the day between which no mail is sent
    quiet_to BIGINT,
    time_zone TEXT NOT NULL DEFAULT '',
    digest_at TIMESTAMPTZ -- until when the last digest has told
);

-- Who did what, on which thing, from where: rows are added, and nothing else.
CREATE TABLE audit_log (
    id UUID PRIMARY KEY NOT NULL,
    event TEXT NOT NULL,
    outcome TEXT NOT NULL, -- done, failed, refused
    actor_id UUID, -- none: nobody logged in, or the console
    thing TEXT NOT NULL DEFAULT '', -- account, posting, application, …
    thing_id UUID,
    was TEXT, -- before
    became TEXT, -- after
    address TEXT NOT NULL, -- IP address, or console
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX audit_log_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_thing ON audit_log (thing_id, id);

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of audit_log are only added';
END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
