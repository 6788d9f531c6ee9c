-- What is searched for is folded by the program, the same for both engines (src/text/fold.rs), and kept as words with a
-- space between. A row of version 0 is not kept yet: the program does so when it starts.
DROP TRIGGER postings_search_insert;
DROP TRIGGER postings_search_update;
DROP TRIGGER postings_search_delete;
DROP TABLE posting_search;
CREATE VIRTUAL TABLE posting_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '2 3 4'
);
CREATE TRIGGER postings_search_delete AFTER DELETE ON postings BEGIN
    DELETE FROM posting_search WHERE rowid = old.seq;
END;
ALTER TABLE postings ADD COLUMN search_version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX postings_search_version ON postings (search_version);

-- Pay in euros by the fixed table of src/jobs/model/exchange.rs, to compare what is paid in several currencies.
ALTER TABLE postings ADD COLUMN pay_euro BIGINT GENERATED ALWAYS AS (pay_year * CASE currency
    WHEN 'EUR' THEN 10000 WHEN 'USD' THEN 8600 WHEN 'GBP' THEN 11400 WHEN 'CHF' THEN 10700 WHEN 'PLN' THEN 2350
    WHEN 'CZK' THEN 410 WHEN 'SEK' THEN 910 WHEN 'NOK' THEN 850 WHEN 'DKK' THEN 1340 WHEN 'CAD' THEN 6150
    WHEN 'AUD' THEN 5600 WHEN 'INR' THEN 97 WHEN 'JPY' THEN 56 WHEN 'BRL' THEN 1600 ELSE 0 END / 10000) VIRTUAL;
DROP INDEX postings_pay;
CREATE INDEX postings_pay ON postings (pay_euro DESC, id DESC, closes_at, published_at, category, employment_type,
    workplace, country, pay_year, currency, company_id) WHERE state = 'open';
DROP INDEX postings_found;
CREATE INDEX postings_found ON postings (seq, published_at, id, closes_at, category, employment_type, workplace,
    country, pay_year, currency, company_id, pay_euro) WHERE state = 'open';

-- The folded words of a company's name, in the order of the list.
ALTER TABLE companies ADD COLUMN search_version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE companies ADD COLUMN name_words TEXT NOT NULL DEFAULT '';
CREATE INDEX companies_search_version ON companies (search_version);
DROP INDEX companies_name;
CREATE INDEX companies_name ON companies (name_key, id, name_words);
