-- A person may be a member of several companies, with a role in each. Who was one until now owns their company.
CREATE TABLE members_of_several (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT 'owner', -- owner, recruiter, hiring_manager, interviewer
    created_at TEXT NOT NULL,
    PRIMARY KEY (user_id, company_id)
);
INSERT INTO members_of_several (user_id, company_id, role, created_at)
SELECT user_id, company_id, 'owner', created_at FROM company_members;
DROP TABLE company_members;
ALTER TABLE members_of_several RENAME TO company_members;
CREATE INDEX company_members_company ON company_members (company_id);

-- Who works on a posting; hiring managers and interviewers reach only these.
CREATE TABLE posting_team (
    posting_id BLOB NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    PRIMARY KEY (posting_id, user_id)
);
CREATE INDEX posting_team_user ON posting_team (user_id, posting_id);

CREATE TABLE invitations (
    id BLOB PRIMARY KEY NOT NULL,
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    email TEXT NOT NULL, -- as it was typed
    email_key TEXT NOT NULL, -- what is compared
    role TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE, -- SHA-256 of the link's token
    invited_by BLOB REFERENCES users (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    accepted_at TEXT,
    accepted_by BLOB REFERENCES users (id) ON DELETE SET NULL,
    withdrawn_at TEXT
);
CREATE UNIQUE INDEX invitations_pending ON invitations (company_id, email_key)
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitations_inviter ON invitations (invited_by);
CREATE INDEX invitations_accepter ON invitations (accepted_by);

-- The company that a session acts for; NULL acts as a job seeker. Members stayed logged in as such.
ALTER TABLE sessions ADD COLUMN company_id BLOB REFERENCES companies (id) ON DELETE SET NULL;
UPDATE sessions SET company_id = (SELECT m.company_id FROM company_members m WHERE m.user_id = sessions.user_id);
CREATE INDEX sessions_company ON sessions (company_id);

-- What somebody acted as last, which their next login begins with; NULL goes by the account's role.
ALTER TABLE users ADD COLUMN acted_as TEXT; -- seeker, employer
ALTER TABLE users ADD COLUMN acted_for BLOB REFERENCES companies (id) ON DELETE SET NULL;
CREATE INDEX users_acted_for ON users (acted_for) WHERE acted_for IS NOT NULL;
