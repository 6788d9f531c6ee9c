-- Candidates are found by their names. The words of a name are made by the program, which folds them as it folds what is
-- searched for.

ALTER TABLE applications ADD COLUMN words_version BIGINT NOT NULL DEFAULT 0; -- of the rules of its words; 0 has none yet
CREATE INDEX applications_words_version ON applications (words_version);

CREATE TABLE candidate_words (
    company_id UUID NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    word TEXT COLLATE "C" NOT NULL, -- by bytes: a search reads those that begin alike
    application_id UUID NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    PRIMARY KEY (company_id, word, application_id)
);
CREATE INDEX candidate_words_application ON candidate_words (application_id);
