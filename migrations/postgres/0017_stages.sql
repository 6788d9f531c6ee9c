-- Stage and outcome apart: each posting has stages of its own, in the order and by the names that its company chooses;
-- an application stands at one of them, and what became of it is another column. Of a deleted account a company keeps
-- what it has done, without the person.

ALTER TABLE postings ADD COLUMN stages_version BIGINT NOT NULL DEFAULT 1; -- a change of older stages is refused

-- A posting without rows here has the five default stages: it gets them with its first application, or when somebody
-- changes them.
CREATE TABLE posting_stages (
    id UUID PRIMARY KEY,
    posting_id UUID NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL DEFAULT '', -- empty: what its kind is called in the reader's language
    kind TEXT NOT NULL -- received, review, interview, offer, hired
);
CREATE INDEX posting_stages_posting ON posting_stages (posting_id, position);
INSERT INTO posting_stages (id, posting_id, position, kind)
SELECT gen_random_uuid(), p.posting_id, k.position, k.kind
FROM (SELECT DISTINCT posting_id FROM applications) p
CROSS JOIN (VALUES (1, 'received'), (2, 'review'), (3, 'interview'), (4, 'offer'), (5, 'hired')) AS k (position, kind);

ALTER TABLE stage_changes ADD COLUMN stage_kind TEXT; -- where it came to, or stood
ALTER TABLE stage_changes ADD COLUMN stage_name TEXT NOT NULL DEFAULT ''; -- what the stage was called then; empty: what its kind is called
ALTER TABLE stage_changes ADD COLUMN outcome TEXT;
-- Who was rejected or has withdrawn stands where they stood before, by their history.
UPDATE stage_changes c SET
    stage_kind = CASE s.stood WHEN 'in_review' THEN 'review' ELSE s.stood END,
    outcome = CASE WHEN c.stage IN ('hired', 'rejected', 'withdrawn') THEN c.stage ELSE 'active' END
FROM (
    SELECT o.id, CASE WHEN o.stage NOT IN ('rejected', 'withdrawn') THEN o.stage ELSE COALESCE(
        (SELECT e.stage FROM stage_changes e
         WHERE e.application_id = o.application_id AND e.id < o.id AND e.stage NOT IN ('rejected', 'withdrawn')
         ORDER BY e.id DESC LIMIT 1), 'received') END AS stood
    FROM stage_changes o
) s WHERE s.id = c.id;

ALTER TABLE applications ADD COLUMN stage_id UUID; -- where it stands, or stood
ALTER TABLE applications ADD COLUMN stage_kind TEXT; -- of that stage, which lists count and filter by
ALTER TABLE applications ADD COLUMN outcome TEXT; -- active, hired, rejected, withdrawn
ALTER TABLE applications ADD COLUMN anonymised_at TIMESTAMPTZ; -- when the account was deleted: what was sent is gone since
UPDATE applications a SET
    stage_id = p.id, stage_kind = p.kind,
    outcome = CASE WHEN a.stage IN ('hired', 'rejected', 'withdrawn') THEN a.stage ELSE 'active' END
FROM (
    SELECT o.id, o.posting_id, CASE WHEN o.stage NOT IN ('rejected', 'withdrawn') THEN o.stage ELSE COALESCE(
        (SELECT c.stage FROM stage_changes c
         WHERE c.application_id = o.id AND c.stage NOT IN ('rejected', 'withdrawn')
         ORDER BY c.id DESC LIMIT 1), 'received') END AS stood
    FROM applications o
) s
JOIN posting_stages p ON p.posting_id = s.posting_id
    AND p.kind = CASE s.stood WHEN 'in_review' THEN 'review' ELSE s.stood END
WHERE s.id = a.id;

ALTER TABLE stage_changes ALTER COLUMN stage_kind SET NOT NULL, ALTER COLUMN outcome SET NOT NULL, DROP COLUMN stage;
DROP INDEX applications_posting;
ALTER TABLE applications
    ALTER COLUMN stage_id SET NOT NULL,
    ALTER COLUMN stage_kind SET NOT NULL,
    ALTER COLUMN outcome SET NOT NULL,
    DROP COLUMN stage,
    ADD CONSTRAINT applications_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES posting_stages (id),
    ALTER COLUMN user_id DROP NOT NULL, -- none once the account is gone
    DROP CONSTRAINT applications_user_id_fkey,
    ADD CONSTRAINT applications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL,
    ALTER COLUMN resume_id DROP NOT NULL; -- none once the account is gone
CREATE INDEX applications_posting ON applications (posting_id, outcome, stage_kind, id DESC);
CREATE INDEX applications_stage ON applications (stage_id);
