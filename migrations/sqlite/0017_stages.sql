-- Stage and outcome apart: each posting has stages of its own, in the order and by the names that its company chooses;
-- an application stands at one of them, and what became of it is another column. Of a deleted account a company keeps
-- what it has done, without the person.

ALTER TABLE postings ADD COLUMN stages_version BIGINT NOT NULL DEFAULT 1; -- a change of older stages is refused

-- A posting without rows here has the five default stages: it gets them with its first application, or when somebody
-- changes them.
CREATE TABLE posting_stages (
    id BLOB PRIMARY KEY NOT NULL,
    posting_id BLOB NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL DEFAULT '', -- empty: what its kind is called in the reader's language
    kind TEXT NOT NULL -- received, review, interview, offer, hired
);
CREATE INDEX posting_stages_posting ON posting_stages (posting_id, position);
INSERT INTO posting_stages (id, posting_id, position, kind)
SELECT randomblob(16), p.posting_id, k.column1, k.column2
FROM (SELECT DISTINCT posting_id FROM applications) p
CROSS JOIN (VALUES (1, 'received'), (2, 'review'), (3, 'interview'), (4, 'offer'), (5, 'hired')) k;

-- Tables that others name are made anew together: dropped by itself, `applications` would take its history along.
CREATE TABLE new_applications (
    id BLOB PRIMARY KEY NOT NULL,
    posting_id BLOB NOT NULL REFERENCES postings (id),
    user_id BLOB REFERENCES users (id) ON DELETE SET NULL, -- none once the account is gone
    resume_id BLOB REFERENCES resumes (id), -- none once the account is gone
    stage_id BLOB NOT NULL REFERENCES posting_stages (id), -- where it stands, or stood
    stage_kind TEXT NOT NULL, -- of that stage, which lists count and filter by
    outcome TEXT NOT NULL, -- active, hired, rejected, withdrawn
    -- What was sent: contact, letter, and the profile as it was then; lists hold one a line.
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_form TEXT NOT NULL DEFAULT '',
    letter TEXT NOT NULL,
    headline TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    skills TEXT NOT NULL DEFAULT '',
    links TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1, -- a change of an older version is refused
    seen_at TEXT, -- when the company first opened it
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    anonymised_at TEXT, -- when the account was deleted: what was sent is gone since
    UNIQUE (posting_id, user_id)
);
-- Who was rejected or has withdrawn stands where they stood before, by their history.
INSERT INTO new_applications
    (id, posting_id, user_id, resume_id, stage_id, stage_kind, outcome, name, email, phone, phone_form, letter, headline,
     place, about, skills, links, version, seen_at, created_at, updated_at)
SELECT a.id, a.posting_id, a.user_id, a.resume_id, s.id, s.kind,
    CASE WHEN a.stage IN ('hired', 'rejected', 'withdrawn') THEN a.stage ELSE 'active' END,
    a.name, a.email, a.phone, a.phone_form, a.letter, a.headline, a.place, a.about, a.skills, a.links, a.version,
    a.seen_at, a.created_at, a.updated_at
FROM (
    SELECT *, CASE WHEN stage NOT IN ('rejected', 'withdrawn') THEN stage ELSE COALESCE(
        (SELECT c.stage FROM stage_changes c
         WHERE c.application_id = applications.id AND c.stage NOT IN ('rejected', 'withdrawn')
         ORDER BY c.id DESC LIMIT 1), 'received') END AS stood
    FROM applications
) a
JOIN posting_stages s ON s.posting_id = a.posting_id
    AND s.kind = CASE a.stood WHEN 'in_review' THEN 'review' ELSE a.stood END;

CREATE TABLE new_stage_changes (
    id BLOB PRIMARY KEY NOT NULL,
    application_id BLOB NOT NULL REFERENCES new_applications (id) ON DELETE CASCADE,
    stage_kind TEXT NOT NULL, -- where it came to, or stood
    stage_name TEXT NOT NULL DEFAULT '', -- what the stage was called then; empty: what its kind is called
    outcome TEXT NOT NULL,
    by_user BLOB REFERENCES users (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
);
INSERT INTO new_stage_changes (id, application_id, stage_kind, outcome, by_user, created_at)
SELECT c.id, c.application_id, CASE c.stood WHEN 'in_review' THEN 'review' ELSE c.stood END,
    CASE WHEN c.stage IN ('hired', 'rejected', 'withdrawn') THEN c.stage ELSE 'active' END, c.by_user, c.created_at
FROM (
    SELECT *, CASE WHEN stage NOT IN ('rejected', 'withdrawn') THEN stage ELSE COALESCE(
        (SELECT e.stage FROM stage_changes e
         WHERE e.application_id = stage_changes.application_id AND e.id < stage_changes.id
             AND e.stage NOT IN ('rejected', 'withdrawn')
         ORDER BY e.id DESC LIMIT 1), 'received') END AS stood
    FROM stage_changes
) c;

DROP TABLE stage_changes;
DROP TABLE applications;
ALTER TABLE new_applications RENAME TO applications;
ALTER TABLE new_stage_changes RENAME TO stage_changes;
CREATE INDEX applications_user ON applications (user_id, id DESC);
CREATE INDEX applications_posting ON applications (posting_id, outcome, stage_kind, id DESC);
CREATE INDEX applications_resume ON applications (resume_id);
CREATE INDEX applications_stage ON applications (stage_id);
CREATE INDEX stage_changes_application ON stage_changes (application_id, id);
