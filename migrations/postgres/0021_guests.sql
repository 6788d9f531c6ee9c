-- Guests: people who apply without an account. An e-mailed link confirms what they have sent; behind it they follow it,
-- answer and withdraw. What an account proves to be its own becomes the account's.

-- A conversation hangs on its candidate, who need not have an account.
ALTER TABLE conversations ALTER COLUMN seeker_id DROP NOT NULL;
ALTER TABLE conversations ADD COLUMN guest_read BIGINT NOT NULL DEFAULT 0; -- up to where somebody without an account has read
ALTER TABLE conversations ADD COLUMN guest_told BIGINT NOT NULL DEFAULT 0; -- up to where it went to them by mail
CREATE UNIQUE INDEX conversations_once ON conversations (posting_id, candidate_id);

-- Of the address by which a company knows somebody, while no account is linked.
ALTER TABLE candidates ADD COLUMN guest_key TEXT;
ALTER TABLE candidates ADD COLUMN language TEXT; -- in which a guest is written to
CREATE UNIQUE INDEX candidates_guest ON candidates (guest_key, company_id);

-- Once for each posting and person, whether or not they have an account.
CREATE UNIQUE INDEX applications_once ON applications (posting_id, candidate_id);

-- What was sent without an account and is not confirmed yet: the company sees nothing of it.
CREATE TABLE guest_applications (
    token_hash BYTEA PRIMARY KEY NOT NULL, -- of the link that confirms it
    posting_id UUID NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    phone TEXT NOT NULL,
    letter TEXT NOT NULL,
    resume_name TEXT NOT NULL,
    resume_file TEXT NOT NULL, -- its name in the store
    resume_size BIGINT NOT NULL, -- bytes
    language TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX guest_applications_posting ON guest_applications (posting_id, email_key);
CREATE INDEX guest_applications_email ON guest_applications (email_key);
CREATE INDEX guest_applications_expiry ON guest_applications (expires_at);
CREATE INDEX guest_applications_file ON guest_applications (resume_file);

-- Links behind which somebody without an account finds what they have sent; an application may have several.
CREATE TABLE guest_links (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    application_id UUID NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX guest_links_application ON guest_links (application_id);
CREATE INDEX guest_links_expiry ON guest_links (expires_at);
