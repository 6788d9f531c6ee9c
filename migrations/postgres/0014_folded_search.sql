-- What is searched for is folded by the program, the same for both engines (src/text/fold.rs), and kept as words. A row
-- of version 0 is not kept yet: the program does so when it starts.
DROP TRIGGER postings_search ON postings;
DROP FUNCTION postings_search();
ALTER TABLE postings DROP COLUMN search, DROP COLUMN place_search;
ALTER TABLE postings
    ADD COLUMN search TSVECTOR NOT NULL DEFAULT '',
    ADD COLUMN head_search TSVECTOR NOT NULL DEFAULT '', -- of title, company and skills alone, to rank by
    ADD COLUMN search_version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX postings_search ON postings USING gin (search);
CREATE INDEX postings_search_version ON postings (search_version);
DROP FUNCTION plain(TEXT);
DROP FUNCTION unaccented(TEXT);
DROP TEXT SEARCH CONFIGURATION jobi;
DROP TEXT SEARCH DICTIONARY jobi_stems;

-- Pay in euros by the fixed table of src/jobs/model/exchange.rs, to compare what is paid in several currencies.
ALTER TABLE postings ADD COLUMN pay_euro BIGINT GENERATED ALWAYS AS (pay_year * CASE currency
    WHEN 'EUR' THEN 10000 WHEN 'USD' THEN 8600 WHEN 'GBP' THEN 11400 WHEN 'CHF' THEN 10700 WHEN 'PLN' THEN 2350
    WHEN 'CZK' THEN 410 WHEN 'SEK' THEN 910 WHEN 'NOK' THEN 850 WHEN 'DKK' THEN 1340 WHEN 'CAD' THEN 6150
    WHEN 'AUD' THEN 5600 WHEN 'INR' THEN 97 WHEN 'JPY' THEN 56 WHEN 'BRL' THEN 1600 ELSE 0 END / 10000) STORED;
DROP INDEX postings_pay;
CREATE INDEX postings_pay ON postings (pay_euro DESC, id DESC) INCLUDE (closes_at, published_at, category,
    employment_type, workplace, country, pay_year, currency, company_id) WHERE state = 'open';

-- The folded words of a company's name, in the order of the list.
ALTER TABLE companies ADD COLUMN search_version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE companies ADD COLUMN name_words TEXT NOT NULL DEFAULT '';
CREATE INDEX companies_search_version ON companies (search_version);
DROP INDEX companies_name;
CREATE INDEX companies_name ON companies (name_key, id) INCLUDE (name_words);
