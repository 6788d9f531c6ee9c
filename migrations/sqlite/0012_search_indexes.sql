-- A search is answered from indexes that hold all of its columns: a row of postings fills a page with its texts, and a
-- search looks at thousands of them.

DROP INDEX postings_newest;
CREATE INDEX postings_newest ON postings (published_at DESC, id DESC, closes_at, category, employment_type, workplace,
    country, pay_year, currency, company_id, city, region) WHERE state = 'open';
DROP INDEX postings_category;
CREATE INDEX postings_category ON postings (category, published_at DESC, id DESC, closes_at, employment_type, workplace,
    country, pay_year, currency, company_id, city, region) WHERE state = 'open';

-- What the full-text index has found, by its key.
CREATE INDEX postings_found ON postings (seq, published_at, id, closes_at, category, employment_type, workplace,
    country, pay_year, currency, company_id) WHERE state = 'open';
