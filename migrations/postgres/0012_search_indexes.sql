-- A search is answered from indexes that hold all of its columns: a row of postings fills a page with its texts, and a
-- search looks at thousands of them.

DROP INDEX postings_newest;
CREATE INDEX postings_newest ON postings (published_at DESC, id DESC) INCLUDE (closes_at, category, employment_type,
    workplace, country, pay_year, currency, company_id, city, region) WHERE state = 'open';
DROP INDEX postings_category;
CREATE INDEX postings_category ON postings (category, published_at DESC, id DESC) INCLUDE (closes_at, employment_type,
    workplace, country, pay_year, currency, company_id, city, region) WHERE state = 'open';
