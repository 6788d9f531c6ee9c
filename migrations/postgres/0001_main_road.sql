-- Keys are UUID v7 (UUID here, BLOB on SQLite); times are UTC, to the microsecond.

CREATE TABLE users (
    id UUID PRIMARY KEY NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE, -- lower case, what a login compares
    name TEXT NOT NULL,
    role TEXT NOT NULL, -- seeker, employer
    password_hash TEXT NOT NULL,
    locale TEXT, -- chosen in settings; else what the browser asks for
    disabled_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE sessions (
    token_hash BYTEA PRIMARY KEY NOT NULL, -- SHA-256 of the cookie's token
    id UUID NOT NULL UNIQUE, -- what a person names to end it
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    user_agent TEXT NOT NULL,
    ip TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id, seen_at DESC);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- What was typed into a form that came back with an error, for browsers without JavaScript.
CREATE TABLE form_memories (
    id UUID PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX form_memories_age ON form_memories (created_at);

CREATE TABLE companies (
    id UUID PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL, -- lower case, for the list's order; by bytes, as SQLite sorts
    site TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '', -- Markdown
    city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '', -- ISO 3166-1 alpha-2
    size TEXT NOT NULL DEFAULT '',
    logo TEXT, -- name of the stored image
    open_postings BIGINT NOT NULL DEFAULT 0, -- kept by triggers
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX companies_name ON companies (name_key, id);
CREATE INDEX companies_hiring ON companies (open_postings DESC, id);

CREATE TABLE company_members (
    user_id UUID PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    company_id UUID NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX company_members_company ON company_members (company_id);

CREATE TABLE postings (
    id UUID PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    company_id UUID NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
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
    closes_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    search TSVECTOR NOT NULL DEFAULT '', -- weights: title A, company and skills B, description C
    place_search TSVECTOR NOT NULL DEFAULT ''
);
CREATE INDEX postings_newest ON postings (published_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX postings_category ON postings (category, published_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX postings_pay ON postings (pay_year DESC, id DESC) WHERE state = 'open';
CREATE INDEX postings_closing ON postings (closes_at) WHERE state = 'open';
CREATE INDEX postings_company ON postings (company_id, id DESC);

CREATE TABLE profiles (
    user_id UUID PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
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
    updated_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE resumes (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID REFERENCES users (id) ON DELETE SET NULL, -- gone with the account, kept while an application holds it
    name TEXT NOT NULL,
    file TEXT NOT NULL, -- name in the store
    size BIGINT NOT NULL, -- bytes
    is_default BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMPTZ NOT NULL,
    deleted_at TIMESTAMPTZ
);
CREATE INDEX resumes_user ON resumes (user_id, id DESC);

CREATE TABLE applications (
    id UUID PRIMARY KEY NOT NULL,
    posting_id UUID NOT NULL REFERENCES postings (id),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    resume_id UUID NOT NULL REFERENCES resumes (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    letter TEXT NOT NULL,
    stage TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1, -- a change of an older version is refused
    seen_at TIMESTAMPTZ, -- when the company first opened it
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (posting_id, user_id)
);
CREATE INDEX applications_user ON applications (user_id, id DESC);
CREATE INDEX applications_posting ON applications (posting_id, stage, id DESC);
CREATE INDEX applications_resume ON applications (resume_id);

CREATE TABLE stage_changes (
    id UUID PRIMARY KEY NOT NULL,
    application_id UUID NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    by_user UUID REFERENCES users (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX stage_changes_application ON stage_changes (application_id, id);

-- Full text: English stems, prefixes by query; kept in step by triggers.
CREATE INDEX postings_search ON postings USING gin (search);
CREATE INDEX postings_place_search ON postings USING gin (place_search);


-- Stems without stop words: "IT" and "C" are words that people search for.
CREATE TEXT SEARCH DICTIONARY jobi_stems (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION jobi (COPY = english);
ALTER TEXT SEARCH CONFIGURATION jobi
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH jobi_stems;

CREATE FUNCTION unaccented(body TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(body,
        'ÀÁÂÃÄÅàáâãäåĀāĂăĄąÇçĆćČčĎďÈÉÊËèéêëĒēĖėĘęĚěĞğÌÍÎÏìíîïĪīİÑñŃńŇňÒÓÔÕÖòóôõöŌōŐőŘřŚśŞşŠšŤťÙÚÛÜùúûüŪūŮůŰűÝýÿŹźŻżŽž',
        'AAAAAAaaaaaaAaAaAaCcCcCcDdEEEEeeeeEeEeEeEeGgIIIIiiiiIiINnNnNnOOOOOoooooOoOoRrSsSsSsTtUUUUuuuuUuUuUuYyyZzZzZz')
$$;

-- Words without punctuation, which the parser would read meaning into ("node.js" as a host, "CI/CD" as a path), and
-- without accents, as SQLite's tokenizer leaves them.
CREATE FUNCTION plain(body TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT unaccented(regexp_replace(body, E'[!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+', ' ', 'g'))
$$;

CREATE FUNCTION postings_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    new.search :=
        setweight(to_tsvector('jobi', plain(new.title)), 'A') ||
        setweight(to_tsvector('jobi', plain((SELECT name FROM companies WHERE id = new.company_id))), 'B') ||
        setweight(to_tsvector('jobi', plain(new.skills)), 'B') ||
        setweight(to_tsvector('jobi', plain(new.description)), 'C');
    new.place_search := to_tsvector('simple', plain(new.city || ' ' || new.region || ' ' || new.country));
    RETURN new;
END $$;
CREATE TRIGGER postings_search BEFORE INSERT OR UPDATE OF title, skills, description, city, region, country, search
ON postings FOR EACH ROW EXECUTE FUNCTION postings_search();

CREATE FUNCTION companies_search_rename() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE postings SET search = '' WHERE company_id = new.id; -- the trigger above fills it
    RETURN NULL;
END $$;
CREATE TRIGGER companies_search_rename AFTER UPDATE OF name ON companies
FOR EACH ROW WHEN (old.name <> new.name) EXECUTE FUNCTION companies_search_rename();

CREATE FUNCTION postings_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before INT := 0;
    after INT := 0;
BEGIN
    IF tg_op <> 'INSERT' AND old.state = 'open' THEN before := 1; END IF;
    IF tg_op <> 'DELETE' AND new.state = 'open' THEN after := 1; END IF;
    IF before <> after THEN
        UPDATE companies SET open_postings = open_postings + after - before
        WHERE id = CASE WHEN tg_op = 'DELETE' THEN old.company_id ELSE new.company_id END;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER postings_open AFTER INSERT OR DELETE OR UPDATE OF state ON postings
FOR EACH ROW EXECUTE FUNCTION postings_open();
