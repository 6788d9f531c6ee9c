-- What is shown of a text is rendered when it is stored, by the rules of this version; 0 is not yet.
ALTER TABLE postings ADD COLUMN closed_at TEXT; -- of closed and archived ones
ALTER TABLE postings ADD COLUMN html_version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE postings ADD COLUMN description_excerpt TEXT NOT NULL DEFAULT '';
ALTER TABLE postings ADD COLUMN description_html TEXT NOT NULL DEFAULT '';
CREATE INDEX postings_html_version ON postings (html_version);
UPDATE postings SET closed_at = updated_at WHERE state IN ('closed', 'archived') AND published_at IS NOT NULL;

ALTER TABLE companies ADD COLUMN html_version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE companies ADD COLUMN about_excerpt TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN about_html TEXT NOT NULL DEFAULT '';
CREATE INDEX companies_html_version ON companies (html_version);

-- Counts a company's postings by state, and finds those of one.
CREATE INDEX postings_state ON postings (company_id, state, id DESC);

-- What is to be done to all postings of a company, some at a time.
CREATE TABLE company_tasks (
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    task TEXT NOT NULL, -- index, archive
    done_to BLOB NOT NULL, -- the posting it has come to
    PRIMARY KEY (company_id, task)
) WITHOUT ROWID;

-- A name that changes is searched for in every posting of the company: not in one transaction.
DROP TRIGGER companies_search_rename;
CREATE TRIGGER companies_search_rename AFTER UPDATE OF name ON companies WHEN old.name <> new.name BEGIN
    INSERT INTO company_tasks (company_id, task, done_to) VALUES (new.id, 'index', zeroblob(16))
    ON CONFLICT (company_id, task) DO UPDATE SET done_to = excluded.done_to;
END;
