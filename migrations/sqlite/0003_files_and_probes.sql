-- Storage: whether writes are kept, files that are to go, whose files take how much.

-- One row, written to see whether what is written is kept.
CREATE TABLE probes (
    id BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    written_at TEXT NOT NULL
);
INSERT INTO probes (id, written_at) VALUES (1, '2026-01-01T00:00:00+00:00');

-- Files that nothing names any more: noted with what let go of them, deleted from the store later.
CREATE TABLE file_deletions (
    file TEXT PRIMARY KEY NOT NULL, -- name in the store
    due_at TEXT NOT NULL -- tried again later where it fails
);
CREATE INDEX file_deletions_due ON file_deletions (due_at);

-- A resume is erased when nobody may read it any more; its row stays for the applications that it was sent with.
ALTER TABLE resumes ADD COLUMN erased_at TEXT;
INSERT INTO file_deletions (file, due_at)
SELECT file, '2026-01-01T00:00:00+00:00' FROM resumes
WHERE deleted_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.resume_id = resumes.id AND a.stage <> 'withdrawn');
UPDATE resumes SET erased_at = strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')
WHERE file IN (SELECT file FROM file_deletions);
CREATE INDEX resumes_file ON resumes (file);

-- Who sent a file, and for which company: what an account and a company keep is counted.
ALTER TABLE attachments ADD COLUMN sender_id BLOB;
ALTER TABLE attachments ADD COLUMN company_id BLOB;
UPDATE attachments SET
    sender_id = (SELECT m.sender_id FROM messages m WHERE m.id = attachments.message_id),
    company_id = (
        SELECT c.company_id FROM messages m JOIN conversations c ON c.id = m.conversation_id
        WHERE m.id = attachments.message_id AND m.side = 'company'
    );
CREATE INDEX attachments_sender ON attachments (sender_id, size);
CREATE INDEX attachments_company ON attachments (company_id, size) WHERE company_id IS NOT NULL;

CREATE INDEX companies_logo ON companies (logo) WHERE logo IS NOT NULL;
