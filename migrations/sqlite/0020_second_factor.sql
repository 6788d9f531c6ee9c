-- The authenticator app of an account: its codes are asked for after the password.
CREATE TABLE authenticator_apps (
    user_id BLOB PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    secret BLOB, -- none until a first code has shown that the app has it
    since TEXT,
    last_step BIGINT NOT NULL DEFAULT 0, -- the newest step of which a code was used; none before it is taken again
    new_secret BLOB, -- one that is being set up,
    new_session BLOB, -- in this session,
    new_until TEXT -- until then
);

CREATE TABLE passkeys (
    id BLOB PRIMARY KEY NOT NULL,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL, -- as its owner calls it
    credential_id BLOB NOT NULL UNIQUE,
    transports BIGINT NOT NULL,
    public_key BLOB NOT NULL, -- with what else stays as it was made
    state BLOB NOT NULL, -- with the counter of its uses
    created_at TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX passkeys_user ON passkeys (user_id, id);

-- Codes for whoever has lost the rest; only hashes are stored.
CREATE TABLE recovery_codes (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL,
    used_at TEXT,
    PRIMARY KEY (user_id, code_hash)
);

-- When as many codes can be guessed again as at first, in milliseconds since 1970: for all nodes.
CREATE TABLE code_guesses (
    user_id BLOB PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    full_at BIGINT NOT NULL
);

-- Logins whose password was right and that wait for the second factor; a cookie has the token.
CREATE TABLE pending_logins (
    token_hash BLOB PRIMARY KEY NOT NULL,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    next TEXT NOT NULL, -- where they were going
    typed TEXT NOT NULL, -- the form that the login page carried
    expires_at TEXT NOT NULL
);
CREATE INDEX pending_logins_user ON pending_logins (user_id);
CREATE INDEX pending_logins_expiry ON pending_logins (expires_at);

-- Challenges to passkeys, each for one answer; a cookie has the token.
CREATE TABLE passkey_challenges (
    token_hash BLOB PRIMARY KEY NOT NULL,
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE, -- whose passkey is being made; none at a login
    options TEXT NOT NULL, -- what the browser is told, as JSON
    state BLOB NOT NULL, -- what the answer is compared with
    expires_at TEXT NOT NULL
);
CREATE INDEX passkey_challenges_user ON passkey_challenges (user_id);
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (expires_at);

-- Who looks after the site.
ALTER TABLE users ADD COLUMN staff TEXT; -- moderator, admin
CREATE INDEX users_staff ON users (staff, id) WHERE staff IS NOT NULL;

-- Accounts that the operator invites people to make; a row is gone once it is made.
CREATE TABLE account_invitations (
    id BLOB PRIMARY KEY NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    email TEXT NOT NULL, -- as it was typed
    email_key TEXT NOT NULL UNIQUE, -- a newer invitation ends the one before
    staff TEXT,
    expires_at TEXT NOT NULL
);
CREATE INDEX account_invitations_expiry ON account_invitations (expires_at);

-- What the log of each node gives whoever makes the first admin.
CREATE TABLE setup_tokens (
    token_hash BLOB PRIMARY KEY NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE INDEX audit_log_event ON audit_log (event, id);
