-- A candidate is a person as one company knows them, apart from the account: one for each company and account. What a
-- company writes to and decides about hangs on it, so that people without an account can follow.

CREATE TABLE candidates (
    id UUID PRIMARY KEY,
    company_id UUID NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    user_id UUID REFERENCES users (id) ON DELETE SET NULL, -- none without an account, or once it is gone
    name TEXT NOT NULL,
    -- As it was sent last; empty where nothing was sent, or all of it was withdrawn.
    email TEXT NOT NULL DEFAULT '',
    email_key TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    links TEXT NOT NULL DEFAULT '', -- one a line
    source TEXT NOT NULL, -- application, question
    consent_at TIMESTAMPTZ, -- when they first sent their data
    created_at TIMESTAMPTZ NOT NULL,
    anonymised_at TIMESTAMPTZ,
    UNIQUE (company_id, user_id)
);
CREATE INDEX candidates_user ON candidates (user_id);
CREATE INDEX candidates_email ON candidates (company_id, email_key) WHERE email_key <> '';

WITH known AS (
    SELECT company_id, user_id, MIN(created_at) AS created_at, MIN(source) AS source, MIN(sent_at) AS consent_at
    FROM (
        SELECT p.company_id, a.user_id, a.created_at, 'application' AS source, a.created_at AS sent_at
        FROM applications a JOIN postings p ON p.id = a.posting_id WHERE a.user_id IS NOT NULL
        UNION ALL
        SELECT company_id, seeker_id, created_at, 'question', NULL FROM conversations
    ) k GROUP BY company_id, user_id
), sent AS (
    SELECT p.company_id, a.user_id, a.name, a.email, a.phone, a.place, a.links, a.outcome,
        ROW_NUMBER() OVER (PARTITION BY p.company_id, a.user_id ORDER BY a.outcome = 'withdrawn', a.id DESC) AS n
    FROM applications a JOIN postings p ON p.id = a.posting_id WHERE a.user_id IS NOT NULL
)
INSERT INTO candidates
    (id, company_id, user_id, name, email, email_key, phone, place, links, source, consent_at, created_at)
SELECT gen_random_uuid(), k.company_id, k.user_id, COALESCE(s.name, u.name), COALESCE(o.email, ''),
    CASE WHEN o.email = u.email THEN u.email_key ELSE lower(COALESCE(o.email, '')) END,
    COALESCE(o.phone, ''), COALESCE(o.place, ''), COALESCE(o.links, ''), k.source, k.consent_at, k.created_at
FROM known k
JOIN users u ON u.id = k.user_id
LEFT JOIN sent s ON s.company_id = k.company_id AND s.user_id = k.user_id AND s.n = 1
LEFT JOIN sent o ON o.company_id = k.company_id AND o.user_id = k.user_id AND o.n = 1 AND o.outcome <> 'withdrawn';

ALTER TABLE applications ADD COLUMN candidate_id UUID REFERENCES candidates (id);
UPDATE applications a SET candidate_id = c.id
FROM postings p, candidates c WHERE p.id = a.posting_id AND c.company_id = p.company_id AND c.user_id = a.user_id;
CREATE INDEX applications_candidate ON applications (candidate_id);

ALTER TABLE conversations ADD COLUMN candidate_id UUID REFERENCES candidates (id);
UPDATE conversations v SET candidate_id = c.id
FROM candidates c WHERE c.company_id = v.company_id AND c.user_id = v.seeker_id;
CREATE INDEX conversations_candidate ON conversations (candidate_id);
