-- A person may be a member of several companies, with a role in each. Who was one until now owns their company.
ALTER TABLE company_members ADD COLUMN role TEXT NOT NULL DEFAULT 'owner'; -- owner, recruiter, hiring_manager, interviewer
ALTER TABLE company_members DROP CONSTRAINT company_members_pkey;
ALTER TABLE company_members ADD PRIMARY KEY (user_id, company_id);

-- Who works on a posting; hiring managers and interviewers reach only these.
CREATE TABLE posting_team (
    posting_id UUID NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (posting_id, user_id)
);
CREATE INDEX posting_team_user ON posting_team (user_id, posting_id);

CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    company_id UUID NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    email TEXT NOT NULL, -- as it was typed
    email_key TEXT NOT NULL, -- what is compared
    role TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE, -- SHA-256 of the link's token
    invited_by UUID REFERENCES users (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    accepted_at TIMESTAMPTZ,
    accepted_by UUID REFERENCES users (id) ON DELETE SET NULL,
    withdrawn_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX invitations_pending ON invitations (company_id, email_key)
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitations_inviter ON invitations (invited_by);
CREATE INDEX invitations_accepter ON invitations (accepted_by);

-- The company that a session acts for; NULL acts as a job seeker. Members stayed logged in as such.
ALTER TABLE sessions ADD COLUMN company_id UUID REFERENCES companies (id) ON DELETE SET NULL;
UPDATE sessions SET company_id = (SELECT m.company_id FROM company_members m WHERE m.user_id = sessions.user_id);
CREATE INDEX sessions_company ON sessions (company_id);

-- What somebody acted as last, which their next login begins with; NULL goes by the account's role.
ALTER TABLE users ADD COLUMN acted_as TEXT; -- seeker, employer
ALTER TABLE users ADD COLUMN acted_for UUID REFERENCES companies (id) ON DELETE SET NULL;
CREATE INDEX users_acted_for ON users (acted_for) WHERE acted_for IS NOT NULL;
