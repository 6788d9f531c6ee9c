-- Candidates whom a company adds itself. They are told by mail, and nothing of it is theirs until they say so: the address
-- is one that somebody else has typed.

ALTER TABLE candidates ADD COLUMN noted_key TEXT; -- of the address, while they have not said that it is them
ALTER TABLE candidates ADD COLUMN objected_hash BLOB; -- of the address of somebody who has objected, so that they are not added again
CREATE UNIQUE INDEX candidates_noted ON candidates (noted_key, company_id);
CREATE INDEX candidates_objected ON candidates (objected_hash) WHERE objected_hash IS NOT NULL;

ALTER TABLE applications ADD COLUMN added_by BLOB REFERENCES users (id) ON DELETE SET NULL; -- whoever added it
ALTER TABLE applications ADD COLUMN added_source TEXT NOT NULL DEFAULT ''; -- where they know the person from; empty where it was sent
CREATE INDEX applications_added ON applications (added_by) WHERE added_by IS NOT NULL;
