-- Keys are UUID v7 (BLOB here, UUID on PostgreSQL); times are UTC, to the microsecond.

CREATE TABLE users (
    id BLOB PRIMARY KEY NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE, -- lower case, what a login compares
    name TEXT NOT NULL,
    role TEXT NOT NULL, -- seeker, employer
    password_hash TEXT NOT NULL,
    locale TEXT, -- chosen in settings; else what the browser asks for
    disabled_at TEXT,
    created_at TEXT NOT NULL
);

CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY NOT NULL, -- SHA-256 of the cookie's token
    id BLOB NOT NULL UNIQUE, -- what a person names to end it
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    user_agent TEXT NOT NULL,
    ip TEXT NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id, seen_at DESC);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- What was typed into a form that came back with an error, for browsers without JavaScript.
CREATE TABLE form_memories (
    id BLOB PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX form_memories_age ON form_memories (created_at);

CREATE TABLE companies (
    id BLOB PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL, -- lower case, for the list's order
    site TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '', -- Markdown
    city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '', -- ISO 3166-1 alpha-2
    size TEXT NOT NULL DEFAULT '',
    logo TEXT, -- name of the stored image
    open_postings BIGINT NOT NULL DEFAULT 0, -- kept by triggers
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX companies_name ON companies (name_key, id);
CREATE INDEX companies_hiring ON companies (open_postings DESC, id);

CREATE TABLE company_members (
    user_id BLOB PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL
);
CREATE INDEX company_members_company ON company_members (company_id);

CREATE TABLE postings (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, -- the full-text index's key
    id BLOB NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    company_id BLOB NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    state TEXT NOT NULL, -- draft, open, closed, archived
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    description TEXT NOT NULL, -- Markdown
    employment_type TEXT NOT NULL,
    workplace TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL,
    country TEXT NOT NULL, -- ISO 3166-1 alpha-2
    skills TEXT NOT NULL, -- one a line
    pay_min BIGINT, -- whole units of the currency
    pay_max BIGINT,
    currency TEXT NOT NULL, -- ISO 4217
    pay_period TEXT NOT NULL,
    pay_year BIGINT NOT NULL, -- the range's upper end in a year, 0 without pay
    views BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1, -- an edit of an older version is refused
    closes_at TEXT,
    published_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX postings_newest ON postings (published_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX postings_category ON postings (category, published_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX postings_pay ON postings (pay_year DESC, id DESC) WHERE state = 'open';
CREATE INDEX postings_closing ON postings (closes_at) WHERE state = 'open';
CREATE INDEX postings_company ON postings (company_id, id DESC);

CREATE TABLE profiles (
    user_id BLOB PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    headline TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    skills TEXT NOT NULL DEFAULT '', -- one a line
    links TEXT NOT NULL DEFAULT '', -- one a line
    -- job preferences; lists hold one a line
    titles TEXT NOT NULL DEFAULT '',
    categories TEXT NOT NULL DEFAULT '',
    places TEXT NOT NULL DEFAULT '',
    workplaces TEXT NOT NULL DEFAULT '',
    employment_types TEXT NOT NULL DEFAULT '',
    least_pay BIGINT, -- a year
    currency TEXT NOT NULL DEFAULT 'EUR',
    updated_at TEXT NOT NULL
);

CREATE TABLE resumes (
    id BLOB PRIMARY KEY NOT NULL,
    user_id BLOB REFERENCES users (id) ON DELETE SET NULL, -- gone with the account, kept while an application holds it
    name TEXT NOT NULL,
    file TEXT NOT NULL, -- name in the store
    size BIGINT NOT NULL, -- bytes
    is_default BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TEXT NOT NULL,
    deleted_at TEXT
);
CREATE INDEX resumes_user ON resumes (user_id, id DESC);

CREATE TABLE applications (
    id BLOB PRIMARY KEY NOT NULL,
    posting_id BLOB NOT NULL REFERENCES postings (id),
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    resume_id BLOB NOT NULL REFERENCES resumes (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    letter TEXT NOT NULL,
    stage TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1, -- a change of an older version is refused
    seen_at TEXT, -- when the company first opened it
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (posting_id, user_id)
);
CREATE INDEX applications_user ON applications (user_id, id DESC);
CREATE INDEX applications_posting ON applications (posting_id, stage, id DESC);
CREATE INDEX applications_resume ON applications (resume_id);

CREATE TABLE stage_changes (
    id BLOB PRIMARY KEY NOT NULL,
    application_id BLOB NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    by_user BLOB REFERENCES users (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX stage_changes_application ON stage_changes (application_id, id);

-- Full text: porter stems, prefixes by query; kept in step by triggers.
CREATE VIRTUAL TABLE posting_search USING fts5 (
    title, company, skills, description, place,
    content = '', contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER postings_search_insert AFTER INSERT ON postings BEGIN
    INSERT INTO posting_search (rowid, title, company, skills, description, place)
    SELECT new.seq, new.title, c.name, new.skills, new.description,
        new.city || ' ' || new.region || ' ' || new.country
    FROM companies c WHERE c.id = new.company_id;
END;

CREATE TRIGGER postings_search_update
AFTER UPDATE OF title, skills, description, city, region, country ON postings BEGIN
    DELETE FROM posting_search WHERE rowid = old.seq;
    INSERT INTO posting_search (rowid, title, company, skills, description, place)
    SELECT new.seq, new.title, c.name, new.skills, new.description,
        new.city || ' ' || new.region || ' ' || new.country
    FROM companies c WHERE c.id = new.company_id;
END;

CREATE TRIGGER postings_search_delete AFTER DELETE ON postings BEGIN
    DELETE FROM posting_search WHERE rowid = old.seq;
END;

CREATE TRIGGER companies_search_rename AFTER UPDATE OF name ON companies WHEN old.name <> new.name BEGIN
    DELETE FROM posting_search WHERE rowid IN (SELECT seq FROM postings WHERE company_id = new.id);
    INSERT INTO posting_search (rowid, title, company, skills, description, place)
    SELECT p.seq, p.title, new.name, p.skills, p.description, p.city || ' ' || p.region || ' ' || p.country
    FROM postings p WHERE p.company_id = new.id;
END;

CREATE TRIGGER postings_open_insert AFTER INSERT ON postings WHEN new.state = 'open' BEGIN
    UPDATE companies SET open_postings = open_postings + 1 WHERE id = new.company_id;
END;

CREATE TRIGGER postings_open_update AFTER UPDATE OF state ON postings
WHEN (old.state = 'open') <> (new.state = 'open') BEGIN
    UPDATE companies SET open_postings = open_postings + CASE WHEN new.state = 'open' THEN 1 ELSE -1 END
    WHERE id = new.company_id;
END;

CREATE TRIGGER postings_open_delete AFTER DELETE ON postings WHEN old.state = 'open' BEGIN
    UPDATE companies SET open_postings = open_postings - 1 WHERE id = old.company_id;
END;
