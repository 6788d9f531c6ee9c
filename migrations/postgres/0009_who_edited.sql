-- Who has changed a posting last; nobody where its time ran out, or where they are gone.
ALTER TABLE postings ADD COLUMN edited_by UUID REFERENCES users (id) ON DELETE SET NULL;
CREATE INDEX postings_edited_by ON postings (edited_by) WHERE edited_by IS NOT NULL;
