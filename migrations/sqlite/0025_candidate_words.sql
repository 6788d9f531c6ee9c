-- Candidates are found by their names. The words of a name are made by the program, which folds them as it folds what is
-- searched for.

ALTER TABLE applications ADD COLUMN words_version BIGINT NOT NULL DEFAULT 0; -- of the rules of its words; 0 has none yet
CREATE INDEX applications_words_version ON applications (words_version);

CREATE TABLE candidate_words (
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    word TEXT NOT NULL,
    application_id BLOB NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    PRIMARY KEY (company_id, word, application_id)
) WITHOUT ROWID;
CREATE INDEX candidate_words_application ON candidate_words (application_id);
