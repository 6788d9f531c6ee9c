
CREATE FUNCTION public.companies_search_rename() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO company_tasks (company_id, task, done_to)
    VALUES (new.id, 'index', '00000000-0000-0000-0000-000000000000')
    ON CONFLICT (company_id, task) DO UPDATE SET done_to = excluded.done_to;
    RETURN NULL;
END $$;

CREATE FUNCTION public.placed_words(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT COALESCE(string_agg(quote_literal(word) || ':' || place, ' '), '')::tsvector
    FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS placed (word, place)
$$;

CREATE FUNCTION public.postings_open() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);

CREATE TABLE public.applications (
    id uuid NOT NULL,
    posting_id uuid NOT NULL,
    user_id uuid NOT NULL,
    resume_id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    phone text NOT NULL,
    letter text NOT NULL,
    stage text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    seen_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    headline text DEFAULT ''::text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    skills text DEFAULT ''::text NOT NULL,
    links text DEFAULT ''::text NOT NULL,
    phone_form text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.attachments (
    id uuid NOT NULL,
    message_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    size bigint NOT NULL,
    file text NOT NULL,
    sender_id uuid,
    company_id uuid
);

CREATE TABLE public.companies (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    site text DEFAULT ''::text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    country text DEFAULT ''::text NOT NULL,
    size text DEFAULT ''::text NOT NULL,
    logo text,
    open_postings bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    html_version bigint DEFAULT 0 NOT NULL,
    about_excerpt text DEFAULT ''::text NOT NULL,
    about_html text DEFAULT ''::text NOT NULL,
    time_zone text DEFAULT ''::text NOT NULL,
    search_version bigint DEFAULT 0 NOT NULL,
    name_words text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.company_members (
    user_id uuid NOT NULL,
    company_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.company_tasks (
    company_id uuid NOT NULL,
    task text NOT NULL,
    done_to uuid NOT NULL
);

CREATE TABLE public.conversation_reads (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE public.conversations (
    id uuid NOT NULL,
    posting_id uuid NOT NULL,
    seeker_id uuid NOT NULL,
    company_id uuid NOT NULL,
    state text NOT NULL,
    asked boolean NOT NULL,
    blocked_by text,
    last_seq bigint DEFAULT 0 NOT NULL,
    last_text text DEFAULT ''::text NOT NULL,
    last_side text,
    last_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.events (
    id bigint NOT NULL,
    user_id uuid NOT NULL,
    seq bigint NOT NULL,
    topic text NOT NULL,
    subject uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE public.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.file_deletions (
    file text NOT NULL,
    due_at timestamp with time zone NOT NULL
);

CREATE TABLE public.kept_forms (
    id uuid NOT NULL,
    user_id uuid,
    owner text NOT NULL,
    packed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.message_words (
    message_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    words text NOT NULL,
    search tsvector GENERATED ALWAYS AS (public.placed_words(words)) STORED NOT NULL
);

CREATE TABLE public.messages (
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    seq bigint NOT NULL,
    side text NOT NULL,
    sender_id uuid NOT NULL,
    sender_name text NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    words_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.notification_settings (
    user_id uuid NOT NULL,
    kind text NOT NULL,
    in_app boolean DEFAULT true NOT NULL
);

CREATE TABLE public.notifications (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    about uuid NOT NULL,
    title text NOT NULL,
    name text NOT NULL,
    count bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    subject uuid
);

CREATE TABLE public.postings (
    id uuid NOT NULL,
    slug text NOT NULL,
    company_id uuid NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    category text NOT NULL,
    description text NOT NULL,
    employment_type text NOT NULL,
    workplace text NOT NULL,
    city text NOT NULL,
    region text NOT NULL,
    country text NOT NULL,
    skills text NOT NULL,
    pay_min bigint,
    pay_max bigint,
    currency text NOT NULL,
    pay_period text NOT NULL,
    pay_year bigint NOT NULL,
    views bigint DEFAULT 0 NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    closes_at timestamp with time zone,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    closing_told boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    html_version bigint DEFAULT 0 NOT NULL,
    description_excerpt text DEFAULT ''::text NOT NULL,
    description_html text DEFAULT ''::text NOT NULL,
    edited_by uuid,
    search tsvector DEFAULT ''::tsvector NOT NULL,
    head_search tsvector DEFAULT ''::tsvector NOT NULL,
    search_version bigint DEFAULT 0 NOT NULL,
    pay_euro bigint GENERATED ALWAYS AS (((pay_year *
CASE currency
    WHEN 'EUR'::text THEN 10000
    WHEN 'USD'::text THEN 8600
    WHEN 'GBP'::text THEN 11400
    WHEN 'CHF'::text THEN 10700
    WHEN 'PLN'::text THEN 2350
    WHEN 'CZK'::text THEN 410
    WHEN 'SEK'::text THEN 910
    WHEN 'NOK'::text THEN 850
    WHEN 'DKK'::text THEN 1340
    WHEN 'CAD'::text THEN 6150
    WHEN 'AUD'::text THEN 5600
    WHEN 'INR'::text THEN 97
    WHEN 'JPY'::text THEN 56
    WHEN 'BRL'::text THEN 1600
    ELSE 0
END) / 10000)) STORED
);

CREATE TABLE public.probes (
    id bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT probes_id_check CHECK ((id = 1))
);

CREATE TABLE public.profiles (
    user_id uuid NOT NULL,
    headline text DEFAULT ''::text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    skills text DEFAULT ''::text NOT NULL,
    links text DEFAULT ''::text NOT NULL,
    titles text DEFAULT ''::text NOT NULL,
    categories text DEFAULT ''::text NOT NULL,
    places text DEFAULT ''::text NOT NULL,
    workplaces text DEFAULT ''::text NOT NULL,
    employment_types text DEFAULT ''::text NOT NULL,
    least_pay bigint,
    currency text DEFAULT 'EUR'::text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    phone_form text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.reports (
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    reporter_id uuid NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone
);

CREATE TABLE public.resumes (
    id uuid NOT NULL,
    user_id uuid,
    name text NOT NULL,
    file text NOT NULL,
    size bigint NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    erased_at timestamp with time zone
);

CREATE TABLE public.sessions (
    token_hash bytea NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    user_agent text NOT NULL,
    ip text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.stage_changes (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    stage text NOT NULL,
    by_user uuid,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.users (
    id uuid NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    password_hash text NOT NULL,
    locale text,
    disabled_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    event_seq bigint DEFAULT 0 NOT NULL,
    seen_at timestamp with time zone,
    online_until timestamp with time zone,
    shows_reading boolean DEFAULT true NOT NULL,
    shows_typing boolean DEFAULT true NOT NULL,
    shows_presence boolean DEFAULT true NOT NULL
);

INSERT INTO public._sqlx_migrations VALUES
	(1, 'main road', '2026-11-30 07:04:18.934839+00', true, '\x9a1089d6e959e19d2cfea6e1aea3d540f9e9b924b265de2be7ac62b03f3c44c335b107e6ac9be38acd5a97dbcbc0e0f9', 20125442),
	(2, 'live', '2026-11-30 07:04:18.955661+00', true, '\x787cb23036a0304a9baf0c1c37d7dfa034d547b9bcbe8366d1eee8161af62f959ca263fe9044c3e5626d059865659b5d', 11672272),
	(3, 'files and probes', '2026-11-30 07:04:18.96771+00', true, '\x16237b32e1a03260e6cd8495628ad924c5bb135b74dbad1ec77cf3848b9d780d97160204ac374bfc85969db36377a16f', 4343289),
	(5, 'rendered texts', '2026-11-30 07:04:18.972236+00', true, '\xc232d2edf64f34c8c2480234eee8084430eaa7b745fc032689bb1380e43abeb261b58e07a4365c65f2234cb9800aa301', 3740025),
	(6, 'sessions end', '2026-11-30 07:04:18.976178+00', true, '\x6eeac488748f42c2c1175864d3acfe9e11eb690cf79011b934fb91df16ebdcc0df841ab4dcaf7ef1085574c41ec99741', 660482),
	(7, 'what was sent', '2026-11-30 07:04:18.97697+00', true, '\x973da252bd85cf02d884b65ac5f80dfe04e87eb0dab522e0f5eb48ba54f3d0e020a5a131b1a41124d93c68140fb92c32', 1632780),
	(8, 'kept forms', '2026-11-30 07:04:18.978752+00', true, '\x46ccddb89948c5ab8cb0a6653961d2501e4d1c9f367ec150b8b9a61167bb6306ca03f69fd7cd8e795042ad41874c460b', 1924951),
	(9, 'who edited', '2026-11-30 07:04:18.980817+00', true, '\x21d123b18b8e5ee8bb235dcc69a944bfadb1f0bd58a303a95948d31b35ff2b32a625a497d4cd131903723f2260394442', 1108698),
	(10, 'events point', '2026-11-30 07:04:18.982072+00', true, '\xd9ca67bac905a59beb0a47c1f59c56571456e42356153dbfe7159702886b404e84d440242418de313a186353304742ba', 3087939),
	(11, 'unused', '2026-11-30 07:04:18.985335+00', true, '\x7cff8f12247815087cc4d09f1234017a8f5fe23e6559dc049bd176c9fc0f8f836b4011a399e7e04f32d24f6d5385910a', 1137648),
	(12, 'search indexes', '2026-11-30 07:04:18.986621+00', true, '\x05fce4c88580b70c19e82d1862c5e9b144226eb490ad3575c508e4a6e18fc2dfa9f504ab07ab681f95cabf1bf07664ba', 4364975),
	(13, 'amounts and zones', '2026-11-30 07:04:18.991168+00', true, '\xa19303a638cb46e2a6f7cbefc963d8876a312f26ef8d4d9caee12dfbae4bafaa388a4a1bb65f139d0aedec0d4b1129bf', 1593654),
	(14, 'folded search', '2026-11-30 07:04:18.992831+00', true, '\x91a40c0b6f070ec789c49b4372a7efbc8710cf1ad07fc9e2b73c56943845ea0716b0f37e0272c41e5f5e5b70aa3a2891', 9276174),
	(15, 'message search', '2026-11-30 07:04:19.002321+00', true, '\x2dd917b653fd8bcb680aba8d817c7e3395538564de15c0c637c50bf1de07a349bcb405eabeca7d0b824025a00706280f', 3214184);

INSERT INTO public.applications VALUES
	('01a22b44-cfae-7189-9b37-115e6fb19bbd', '01a21b99-b178-7b79-a037-360a6cb350a1', '01a22b44-cf96-7668-ac93-f0ea6afe0f91', '01a22b44-cfae-7189-9b37-115dffa795d4', 'Rita Rejected', 'rita@fixture.example', '+49 30 1234567', 'I would like to.', 'rejected', 4, NULL, '2026-11-30 07:04:19.630739+00', '2026-11-30 07:04:19.655876+00', 'Rita Rejected, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-d0a7-778f-ae28-53f5cc264445', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '01a22b44-d095-7768-8bb4-6ee46e71fac6', '01a22b44-d0a7-778f-ae28-53f46ee3152a', 'Heidi Hiredthenrejected', 'heidi@fixture.example', '+49 30 1234567', 'I would like to.', 'rejected', 3, NULL, '2026-11-30 07:04:19.879578+00', '2026-11-30 07:04:19.889844+00', 'Heidi Hiredthenrejected, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-d0d7-7306-b857-c4011b703347', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '01a22b44-d0c8-718b-a397-e5701f4933a8', '01a22b44-d0d7-7306-b857-c400c36de2da', 'Ruth Rejectedatonce', 'ruth@fixture.example', '+49 30 1234567', 'I would like to.', 'rejected', 2, NULL, '2026-11-30 07:04:19.927742+00', '2026-11-30 07:04:19.932611+00', 'Ruth Rejectedatonce, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-d102-752f-8527-2c48d4d603e5', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '01a22b44-d0f3-7386-96ec-a05acb8c508e', '01a22b44-d102-752f-8527-2c47676509ec', 'Wanda Withdrawn', 'wanda@fixture.example', '+49 30 1234567', 'I would like to.', 'withdrawn', 3, NULL, '2026-11-30 07:04:19.970958+00', '2026-11-30 07:04:19.9806+00', 'Wanda Withdrawn, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-cff6-7242-8972-47b8774cb4af', '01a21b99-b178-7b79-a037-360a6cb350a1', '01a22b44-cfe2-742d-993e-79cb40c1d8c3', '01a22b44-cff5-7498-939a-3065c7c56a8f', 'Una Undone', 'una@fixture.example', '+49 30 1234567', 'I would like to.', 'interview', 3, NULL, '2026-11-30 07:04:19.702169+00', '2026-11-30 07:04:19.713714+00', 'Una Undone, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '01a22b44-d17f-735b-b6b6-959b33fc1c2c', '01a22b44-d18e-76c3-b7e8-0f9a2a03e247', 'Hedda Hiredagain', 'hedda@fixture.example', '+49 30 1234567', 'I would like to.', 'hired', 3, NULL, '2026-11-30 07:04:20.110795+00', '2026-11-30 07:04:20.120065+00', 'Hedda Hiredagain, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a225ec-6b9c-74ab-b3dd-b8c66cb350a1', '01a21b99-b178-7b79-a037-360a6cb350a1', '019f433b-cb60-71d7-ae8b-f7644e732bc2', '019f43a9-a860-78fd-8678-00a6acfe7769', 'Daichi Tanaka', 'daichi.tanaka.40@seeker.example', '+81 555 0121 858', 'Dear hiring team,
I have followed Kestrel & Loom for some time, so the opening for Learning and Development Manager is a welcome reason to write.

Two things from Heronsby Design might be of use to you: experience with Active sourcing, and an honest view of what Structured interviews can and cannot do.

I would enjoy a conversation, and a trial day even more.
With kind regards,
Daichi Tanaka', 'rejected', 4, '2026-11-29 10:40:05.6+00', '2026-11-29 06:09:40.764+00', '2026-11-29 23:17:32.109+00', 'Talent Partner: Active sourcing, Structured interviews and Applicant tracking', 'Tokyo, JP', 'For 2 years I have made a living as Talent Partner, and a habit of finishing what I start. I enjoy teaching Active sourcing as much as doing it.', 'Active sourcing
Structured interviews
Applicant tracking
Employer branding
Candidate care', 'https://daichi-tanaka.example', ''),
	('01a226fd-1a89-7a1d-b44d-57f51b35f10f', '01a21b99-b178-7b79-a037-360a6cb350a1', '019aacde-9660-7b8c-8c9a-cdecba457ad6', '019aad4c-7360-79f3-9201-f1ed69b38851', 'Kaisa Lindqvist', 'kaisa.lindqvist.3@seeker.example', '+45 555 0112 826', 'Dear Kestrel & Loom team,
I read about the Learning and Development Manager position twice: once out of curiosity, and once to check that it is really in Bristol.

Two things from Marlquay Counsel might be of use to you: experience with E-learning, and an honest view of what Needs analysis can and cannot do.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Kaisa Lindqvist', 'received', 1, NULL, '2026-11-29 11:07:31.337+00', '2026-11-29 11:07:31.337+00', 'Training Specialist: Training design, Facilitation and E-learning', 'Aarhus, DK', 'I have worked as Training Specialist for 14 years and still like Mondays. I learn fastest from people who disagree with me kindly, and I care a lot about Facilitation.', 'Training design
Facilitation
E-learning
Needs analysis
Coaching
Evaluation', 'https://kaisa-lindqvist.example
https://portfolio.example/kaisa.lindqvist', ''),
	('01a21f0b-0ce7-7d9e-b0a4-3ad5bc9f3efb', '01a21b99-b178-7b79-a037-360a6cb350a1', '019eb5c7-06a0-7648-b988-f38d5fde8e6f', '019eb634-e3a0-748b-8c92-44c261ea3fd1', 'Leela Menon', 'leela.menon.38@seeker.example', '+91 555 0183 221', 'Dear hiring team,
I have followed Kestrel & Loom for some time, so the opening for Learning and Development Manager is a welcome reason to write.

My last years at Moorquell Fibre revolved around E-learning. I also learned a good deal about Needs analysis, mostly from people who were patient with me, and I have tried to pass that on.

I would enjoy a conversation, and a trial day even more.
With kind regards,
Leela Menon', 'interview', 3, '2026-11-28 08:54:25.1015+00', '2026-11-27 22:05:47.623+00', '2026-11-29 07:17:35.943+00', 'Training Specialist: Training design, Facilitation and E-learning', 'Pune, IN', 'Training Specialist with 4 years of practice, most of them in teams that ship, repair and explain. Colleagues come to me with questions about Facilitation, and leave with a plan.', 'Training design
Facilitation
E-learning
Needs analysis
Coaching
Evaluation', 'https://leela-menon.example
https://portfolio.example/leela.menon', ''),
	('01a197ac-58f0-7ef0-9af0-1e48ba457ad6', '01a126a9-4188-7b7a-84f9-02a71b35f10f', '019fe18c-5be0-7af7-8df4-9865bb5c57d2', '019fe1fa-38e0-7db2-8f2e-909d8296de70', 'Rafael Nogueira', 'rafael.nogueira.25@seeker.example', '+351 555 0197 549', 'Dear hiring team,
I have followed Kestrel & Loom for some time, so the opening for Senior Product Manager is a welcome reason to write.

Two things from Fieldwick Codeworks might be of use to you: experience with SQL, and an honest view of what A/B testing can and cannot do.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Rafael Nogueira', 'rejected', 3, '2026-11-06 10:22:43.4425+00', '2026-11-01 15:13:37.008+00', '2026-11-12 16:36:57.584+00', 'Product Analyst: SQL, A/B testing and Amplitude', 'Porto, PT', 'I have worked as Product Analyst for 7 years and still like Mondays. I enjoy teaching Dashboards as much as doing it.', 'SQL
A/B testing
Amplitude
Dashboards
Process design
Survey analysis', 'https://rafael-nogueira.example', ''),
	('01a1c3ec-2fc0-7c6a-9939-543a7ca2c189', '01a126a9-4188-7b7a-84f9-02a71b35f10f', '019cf363-57e0-775e-8115-d2215f7d475a', '019cf3d1-34e0-73ab-b9fc-d83435727a0c', 'Sigrid Laine', 'sigrid.laine.41@seeker.example', '+47 555 0150 787', 'Dear Kestrel & Loom team,
I read about the Senior Product Manager position twice: once out of curiosity, and once to check that it is really in Cardiff.

Two things from Lindenquell Academy might be of use to you: experience with Discovery, and an honest view of what Roadmapping can and cannot do.

I could start within two months and would be glad to meet you in Cardiff or by video.
Kind regards,
Sigrid Laine', 'in_review', 2, '2026-11-11 09:38:28.559+00', '2026-11-10 05:26:38.272+00', '2026-11-12 13:50:18.846+00', 'Product Owner: Discovery, Roadmapping and User interviews', 'Oslo, NO', 'Product Owner with 12 years of practice, most of them in teams that ship, repair and explain. What I look for: honest work, clear agreements and a chance to go deeper into Analytics.', 'Discovery
Roadmapping
User interviews
SQL
Analytics
Backlog management', 'https://sigrid-laine.example
https://portfolio.example/sigrid.laine', ''),
	('01a20e8c-84dd-7324-ad87-9d9cf4dd6a1d', '01a1dca8-5208-77dc-b1d5-6451bc9f3efb', '019e5101-4be0-74d8-b474-c779359f3be0', '019e516f-28e0-73f1-89d8-817a90ffe15a', 'Karim Çelik', 'karim.celik.23@seeker.example', '+46 555 0147 378', 'Dear colleagues at Kestrel & Loom,
I would like to apply for the position of Junior Test Automation Engineer. What you write about your team made the decision easy.

My last years at Longwold Motion revolved around Rust. I also learned a good deal about Go, mostly from people who were patient with me, and I have tried to pass that on.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Karim Çelik', 'received', 1, '2026-11-27 12:08:49.9025+00', '2026-11-24 17:13:39.805+00', '2026-11-24 17:13:39.805+00', 'Software Engineer (Backend): Rust, Go and Java', 'Stockholm, SE', 'Software Engineer (Backend) with 8 years of practice, most of them in teams that ship, repair and explain. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
Go
Java
gRPC
Kafka
Redis
Docker', 'https://karim-celik.example', ''),
	('01a210d8-b507-71b3-b6a2-faf969b38851', '01a1dca8-5208-77dc-b1d5-6451bc9f3efb', '01a0dee1-91c0-765b-a000-77c623fecf5b', '01a0df4f-6ec0-7826-95d9-634684139ef0', 'Amir Demir', 'amir.demir.22@seeker.example', '+44 555 0168 301', 'Hello Kestrel & Loom,
a friend sent me your posting for Junior Test Automation Engineer, with the note that it sounded like me. I think she is right.

As Senior Backend Engineer at Sevenweirs Networks I was responsible for Rust and part of PostgreSQL. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

I would enjoy a conversation, and a trial day even more.
With kind regards,
Amir Demir', 'received', 1, '2026-11-27 17:30:03.6515+00', '2026-11-25 03:56:07.303+00', '2026-11-25 03:56:07.303+00', 'Backend Engineer: Rust, PostgreSQL and Go', 'Cardiff, GB', '10 years of experience as Backend Engineer, in small firms and large ones. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
PostgreSQL
Go
gRPC
Kafka
REST APIs', 'https://amir-demir.example', ''),
	('01a22b44-d02c-7528-a633-5c801f1bacd1', '01a21b99-b178-7b79-a037-360a6cb350a1', '01a22b44-d01a-76d1-b33f-d9429bc43579', '01a22b44-d02b-748b-a174-dffc10b100af', 'Tilda Twice', 'tilda@fixture.example', '+49 30 1234567', 'I would like to.', 'rejected', 5, NULL, '2026-11-30 07:04:19.756172+00', '2026-11-30 07:04:19.776163+00', 'Tilda Twice, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-d135-7669-baf1-bbeac5b0142d', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '01a22b44-d125-74fb-b523-56e670f5fff6', '01a22b44-d134-75a2-8e98-b35f8497bb52', 'Wilma Withdrawnatonce', 'wilma@fixture.example', '+49 30 1234567', 'I would like to.', 'withdrawn', 2, NULL, '2026-11-30 07:04:20.021046+00', '2026-11-30 07:04:20.025615+00', 'Wilma Withdrawnatonce, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a22b44-d163-705f-8aea-64e03c345077', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '01a22b44-d151-77d6-95bf-bb665ef1282f', '01a22b44-d162-76a4-89cb-cf363640ef17', 'Sila Speaks', 'sila@fixture.example', '+49 30 1234567', 'I would like to.', 'in_review', 2, NULL, '2026-11-30 07:04:20.067071+00', '2026-11-30 07:04:20.072485+00', 'Sila Speaks, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567'),
	('01a20dd9-7a74-78f4-8c36-51b6081d1e30', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '01a0e56c-11a0-7569-ae2b-1c81fc5c604d', '01a0e5d9-eea0-7259-87fa-609a341c6dbe', 'Thijs van Dijk', 'thijs.van-dijk.29@seeker.example', '+49 555 0153 645', 'Hello Kestrel & Loom,
a friend sent me your posting for Lifecycle Marketing Manager, with the note that it sounded like me. I think she is right.

At Harrowby Relief I work with Brand strategy every day, and with Press relations whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Thijs van Dijk', 'received', 1, '2026-11-27 10:31:03.098+00', '2026-11-24 13:58:06.196+00', '2026-11-24 13:58:06.196+00', 'Brand Manager: Brand strategy, Press relations and Campaign planning', 'Berlin, DE', '5 years of experience as Brand Manager, in small firms and large ones. What I look for: honest work, clear agreements and a chance to go deeper into Agency management.', 'Brand strategy
Press relations
Campaign planning
Agency management
Market research', 'https://thijs-van-dijk.example', ''),
	('01a1fff8-8ead-7ba3-b140-8e1fdc5a4acc', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '01a0e56c-11a0-7569-ae2b-1c81fc5c604d', '01a0e5d9-eea0-7259-87fa-609a341c6dbe', 'Thijs van Dijk', 'thijs.van-dijk.29@seeker.example', '+49 555 0153 645', 'Dear hiring team,
I have followed Kestrel & Loom for some time, so the opening for Communications Manager is a welcome reason to write.

Two things from Harrowby Relief might be of use to you: experience with Brand strategy, and an honest view of what Press relations can and cannot do.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Thijs van Dijk', 'in_review', 2, '2026-11-22 19:25:49.775+00', '2026-11-21 21:17:21.965+00', '2026-11-23 17:34:17.585+00', 'Brand Manager: Brand strategy, Press relations and Campaign planning', 'Berlin, DE', '5 years of experience as Brand Manager, in small firms and large ones. What I look for: honest work, clear agreements and a chance to go deeper into Agency management.', 'Brand strategy
Press relations
Campaign planning
Agency management
Market research', 'https://thijs-van-dijk.example', ''),
	('01a1eae9-1ec3-7b4d-810d-9a2ecc986855', '01a1ce5a-bec0-7491-9fa2-d285f4dd6a1d', '01a0dee1-91c0-765b-a000-77c623fecf5b', '01a0df4f-6ec0-7826-95d9-634684139ef0', 'Amir Demir', 'amir.demir.22@seeker.example', '+44 555 0168 301', 'Dear team at Kestrel & Loom,
your posting for Lead iOS Engineer describes the work I have been doing, and the way I would like to do it.

What I would bring: solid practice in Rust, working knowledge of PostgreSQL, and the habit of finishing. At Sevenweirs Networks I am the person who reads the manual, and who then writes a shorter one.

I would enjoy a conversation, and a trial day even more.
With kind regards,
Amir Demir', 'rejected', 4, '2026-11-18 20:37:34.495+00', '2026-11-17 19:08:28.739+00', '2026-11-24 19:36:00.776+00', 'Backend Engineer: Rust, PostgreSQL and Go', 'Cardiff, GB', '10 years of experience as Backend Engineer, in small firms and large ones. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
PostgreSQL
Go
gRPC
Kafka
REST APIs', 'https://amir-demir.example', ''),
	('01a21232-60a0-7f52-a3f4-c5678285aee0', '01a1ce5a-bec0-7491-9fa2-d285f4dd6a1d', '019e5101-4be0-74d8-b474-c779359f3be0', '019e516f-28e0-73f1-89d8-817a90ffe15a', 'Karim Çelik', 'karim.celik.23@seeker.example', '+46 555 0147 378', 'Dear team at Kestrel & Loom,
your posting for Lead iOS Engineer describes the work I have been doing, and the way I would like to do it.

As Senior Software Engineer (Backend) at Longwold Motion I was responsible for Rust and part of Go. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

My resume is attached. I am happy to answer questions, and I have a few of my own.
Best wishes,
Karim Çelik', 'in_review', 2, '2026-11-25 18:47:47.7005+00', '2026-11-25 10:13:41.152+00', '2026-11-26 03:21:54.249+00', 'Software Engineer (Backend): Rust, Go and Java', 'Stockholm, SE', 'Software Engineer (Backend) with 8 years of practice, most of them in teams that ship, repair and explain. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
Go
Java
gRPC
Kafka
Redis
Docker', 'https://karim-celik.example', '');
INSERT INTO public.applications VALUES
	('01a20d47-f257-7422-8af2-b5e9a58231e8', '01a1bee7-9350-7e7a-a94c-564b69b38851', '019d20d2-33e0-70cd-90ff-bae8bc8d76c4', '019d2140-10e0-7ea4-9e8d-0295c67a6b08', 'Kateřina Sikora', 'katerina.sikora.49@seeker.example', '+420 555 0168 075', 'Dear Kestrel & Loom team,
I read about the Digital Product Designer, Onboarding position twice: once out of curiosity, and once to check that it is really in Edinburgh.

My last years at Banyan Claims revolved around Usability testing. I also learned a good deal about Survey design, mostly from people who were patient with me, and I have tried to pass that on.

I would enjoy a conversation, and a trial day even more.
With kind regards,
Kateřina Sikora', 'rejected', 4, '2026-11-25 12:58:37.9065+00', '2026-11-24 11:19:08.631+00', '2026-11-27 14:36:27.689+00', 'User Researcher: Usability testing, Survey design and Synthesis', 'Prague, CZ', 'User Researcher with 1 years of practice, most of them in teams that ship, repair and explain. What I look for: honest work, clear agreements and a chance to go deeper into Diary studies.', 'Usability testing
Survey design
Synthesis
Diary studies
Workshop facilitation', 'https://katerina-sikora.example', ''),
	('01a1fd58-78e0-7553-9e61-60dc6472601a', '01a1bee7-9350-7e7a-a94c-564b69b38851', '019a4208-1fa0-7afc-a457-f49ff4dd6a1d', '019a4275-fca0-704d-b789-c3e38285aee0', 'Arjun Khan', 'arjun.khan.5@seeker.example', '+91 555 0174 415', 'Dear hiring team,
I have followed Kestrel & Loom for some time, so the opening for Digital Product Designer, Onboarding is a welcome reason to write.

Two things from Heronsby Design might be of use to you: experience with After Effects, and an honest view of what Blender can and cannot do.

I could start within two months and would be glad to meet you in Edinburgh or by video.
Kind regards,
Arjun Khan', 'rejected', 2, '2026-11-22 08:31:51.8905+00', '2026-11-21 09:03:16.192+00', '2026-11-23 08:00:27.589+00', 'Motion Designer: After Effects, Blender and Storyboarding', 'Pune, IN', 'Motion Designer with 10 years of practice, most of them in teams that ship, repair and explain. I enjoy teaching Blender as much as doing it.', 'After Effects
Blender
Storyboarding
Rigging
Lottie
Sound design', 'https://arjun-khan.example', ''),
	('01a1dbf4-246c-730c-8036-79a2c0b2c3a1', '01a1bee7-9350-7e7a-a94c-564b69b38851', '019b1532-59e0-7c78-933b-67867ce1173e', '019b15a0-36e0-7270-b738-dd7967d62097', 'Jelle Verbeek', 'jelle.verbeek.54@seeker.example', '+31 555 0197 461', 'Dear Kestrel & Loom team,
I read about the Digital Product Designer, Onboarding position twice: once out of curiosity, and once to check that it is really in Edinburgh.

Two things from Amberwick Forms might be of use to you: experience with Prototyping, and an honest view of what Journey mapping can and cannot do.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Jelle Verbeek', 'interview', 3, '2026-11-15 07:55:36.6655+00', '2026-11-14 21:26:12.844+00', '2026-11-18 08:53:02.512+00', 'Service Designer: Journey mapping, Blueprinting and Facilitation', 'Utrecht, NL', 'Service Designer with 3 years of practice, most of them in teams that ship, repair and explain. My strength is Prototyping; my weakness is leaving a problem alone over lunch.', 'Journey mapping
Blueprinting
Facilitation
Stakeholder interviews
Prototyping
Policy design', 'https://jelle-verbeek.example', ''),
	('01a1d575-4b0c-7651-b609-e1f60f1d18e6', '01a1bee7-9350-7e7a-a94c-564b69b38851', '019ec33f-d140-7456-a0b8-0e752a76729b', '019ec3ad-ae40-787c-bffa-83e7b4f29dc4', 'Jördis Weiß', 'joerdis.weiss.59@seeker.example', '+49 555 0199 746', 'Dear Kestrel & Loom team,
I read about the Digital Product Designer, Onboarding position twice: once out of curiosity, and once to check that it is really in Edinburgh.

At Amberwick Forms I work with Prototyping every day, and with Journey mapping whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Jördis Weiß', 'received', 1, NULL, '2026-11-13 15:09:56.364+00', '2026-11-13 15:09:56.364+00', 'Experience Designer: Journey mapping, Blueprinting and Facilitation', 'Stuttgart, DE', 'For 8 years I have made a living as Experience Designer, and a habit of finishing what I start. What I look for: honest work, clear agreements and a chance to go deeper into Prototyping.', 'Journey mapping
Blueprinting
Facilitation
Stakeholder interviews
Prototyping
Policy design', 'https://joerdis-weiss.example', ''),
	('01a1f114-88e6-7091-a6ed-f6eac1bb924a', '01a1af74-c988-7e09-a993-cd71081d1e30', '019e5101-4be0-74d8-b474-c779359f3be0', '019e516f-28e0-73f1-89d8-817a90ffe15a', 'Karim Çelik', 'karim.celik.23@seeker.example', '+46 555 0147 378', 'Hello Kestrel & Loom,
a friend sent me your posting for Senior Site Reliability Engineer, with the note that it sounded like me. I think she is right.

As Senior Software Engineer (Backend) at Longwold Motion I was responsible for Rust and part of Go. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Karim Çelik', 'received', 1, '2026-11-24 15:28:48.627+00', '2026-11-18 23:53:37.254+00', '2026-11-18 23:53:37.254+00', 'Software Engineer (Backend): Rust, Go and Java', 'Stockholm, SE', 'Software Engineer (Backend) with 8 years of practice, most of them in teams that ship, repair and explain. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
Go
Java
gRPC
Kafka
Redis
Docker', 'https://karim-celik.example', ''),
	('01a1ea2d-7460-7114-aa6b-c47dcba10acd', '01a1af74-c988-7e09-a993-cd71081d1e30', '01a0dee1-91c0-765b-a000-77c623fecf5b', '01a0df4f-6ec0-7826-95d9-634684139ef0', 'Amir Demir', 'amir.demir.22@seeker.example', '+44 555 0168 301', 'Hello Kestrel & Loom,
a friend sent me your posting for Senior Site Reliability Engineer, with the note that it sounded like me. I think she is right.

At Sevenweirs Networks I work with Rust every day, and with PostgreSQL whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.

I would enjoy a conversation, and a trial day even more.
With kind regards,
Amir Demir', 'offer', 4, '2026-11-19 23:59:48.134+00', '2026-11-17 15:43:29.888+00', '2026-11-24 17:41:52.434+00', 'Backend Engineer: Rust, PostgreSQL and Go', 'Cardiff, GB', '10 years of experience as Backend Engineer, in small firms and large ones. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
PostgreSQL
Go
gRPC
Kafka
REST APIs', 'https://amir-demir.example', ''),
	('01a1cbd7-1a6e-7b2a-8927-690d821ba7ec', '01a1351d-8710-7964-97c6-9b29cc986855', '019e5101-4be0-74d8-b474-c779359f3be0', '019e516f-28e0-73f1-89d8-817a90ffe15a', 'Karim Çelik', 'karim.celik.23@seeker.example', '+46 555 0147 378', 'Hello Kestrel & Loom,
a friend sent me your posting for Senior Frontend Developer, Onboarding, with the note that it sounded like me. I think she is right.

At Longwold Motion I work with Rust every day, and with Go whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.

I could start within two months and would be glad to meet you in Bristol or by video.
Kind regards,
Karim Çelik', 'in_review', 2, '2026-11-12 21:36:37.377+00', '2026-11-11 18:20:34.286+00', '2026-11-14 00:52:40.468+00', 'Software Engineer (Backend): Rust, Go and Java', 'Stockholm, SE', 'Software Engineer (Backend) with 8 years of practice, most of them in teams that ship, repair and explain. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
Go
Java
gRPC
Kafka
Redis
Docker', 'https://karim-celik.example', ''),
	('01a15b9e-ec08-7688-8abe-397e11c1357e', '01a1351d-8710-7964-97c6-9b29cc986855', '01a0dee1-91c0-765b-a000-77c623fecf5b', '01a0df4f-6ec0-7826-95d9-634684139ef0', 'Amir Demir', 'amir.demir.22@seeker.example', '+44 555 0168 301', 'Dear team at Kestrel & Loom,
your posting for Senior Frontend Developer, Onboarding describes the work I have been doing, and the way I would like to do it.

At Sevenweirs Networks I work with Rust every day, and with PostgreSQL whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.

My resume is attached. I am happy to answer questions, and I have a few of my own.
Best wishes,
Amir Demir', 'rejected', 3, '2026-10-26 00:53:20.628+00', '2026-10-20 23:21:44.2+00', '2026-11-10 07:11:04.293+00', 'Backend Engineer: Rust, PostgreSQL and Go', 'Cardiff, GB', '10 years of experience as Backend Engineer, in small firms and large ones. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
PostgreSQL
Go
gRPC
Kafka
REST APIs', 'https://amir-demir.example', ''),
	('01a2257f-3c66-718e-9081-4306bf2f561f', '01a21a5c-0928-7745-a248-55418285aee0', '019e9cc4-be40-79e6-95a4-7c69cf7b6c0b', '019e9d32-9b40-7486-8c9d-e54608eac166', 'Arjun Reddy', 'arjun.reddy.55@seeker.example', '+44 555 0147 529', 'Dear team at Mirante Dados,
your posting for Sales Engineer describes the work I have been doing, and the way I would like to do it.

As Business Development Manager at Lichtwiese Software I was responsible for Negotiation and part of CRM. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

My resume is attached. I am happy to answer questions, and I have a few of my own.
Best wishes,
Arjun Reddy', 'in_review', 2, '2026-11-29 04:52:52.4065+00', '2026-11-29 04:10:25.254+00', '2026-11-29 05:35:19.559+00', 'Business Development Manager: Negotiation, CRM and Contract drafting', 'Manchester, GB', 'Business Development Manager with 5 years of practice, most of them in teams that ship, repair and explain. What I look for: honest work, clear agreements and a chance to go deeper into CRM.', 'Negotiation
CRM
Contract drafting
Presentations', 'https://arjun-reddy.example
https://portfolio.example/arjun.reddy', ''),
	('01a21ceb-aec4-792e-9d20-80bc2cbf5211', '01a21a5c-0928-7745-a248-55418285aee0', '019a55f3-9c60-781b-bccd-71da8285aee0', '019a5661-7960-7674-a4c7-4d202cbf5211', 'Rohan Khan', 'rohan.khan.10@seeker.example', '+44 555 0177 381', 'Dear hiring team,
I have followed Mirante Dados for some time, so the opening for Sales Engineer is a welcome reason to write.

As Sales Engineer at Rheinkai Versicherung I was responsible for Product demos and part of Requirements analysis. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

I could start within two months and would be glad to meet you in São Paulo or by video.
Kind regards,
Rohan Khan', 'interview', 3, '2026-11-27 20:52:33.711+00', '2026-11-27 12:12:17.476+00', '2026-11-28 15:07:34.957+00', 'Sales Engineer: Product demos, Requirements analysis and APIs', 'Cardiff, GB', 'For 7 years I have made a living as Sales Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about APIs.', 'Product demos
Requirements analysis
APIs
Technical presentations', 'https://rohan-khan.example
https://portfolio.example/rohan.khan', ''),
	('01a20a80-6185-73ba-a8a9-aa0704ea5867', '01a1dca8-5208-77dc-b1d5-6451bc9f3efb', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '019f7de5-3080-7dd0-8c8f-3a65106573ec', 'Friederike Brandt', 'seeker@demo.example', '+49 555 0189 293', 'Dear hiring team,
I have followed Kestrel & Loom for some time, so the opening for Junior Test Automation Engineer is a welcome reason to write.

As DevOps Engineer at Havbris Foods I was responsible for Kubernetes and part of Terraform. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Friederike Brandt', 'interview', 3, '2026-11-25 01:29:04.464+00', '2026-11-23 22:21:55.461+00', '2026-11-27 01:21:03.023+00', 'DevOps Engineer: Kubernetes, Terraform and Prometheus', 'Leipzig, DE', 'For 4 years I have made a living as DevOps Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about Linux.', 'Kubernetes
Terraform
Prometheus
Linux
AWS
Bash', 'https://friederike-brandt.example
https://portfolio.example/friederike.brandt', ''),
	('01a1f1dd-c2d0-7c55-ac96-c27b23fecf5b', '01a1ce5a-bec0-7491-9fa2-d285f4dd6a1d', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '019f7dae-4200-70aa-9844-388600699af3', 'Friederike Brandt', 'seeker@demo.example', '+49 555 0189 293', 'Dear colleagues at Kestrel & Loom,
I would like to apply for the position of Lead iOS Engineer. What you write about your team made the decision easy.

At Havbris Foods I work with Kubernetes every day, and with Terraform whenever it matters. Last year a colleague left on short notice, and I took over the larger part of both jobs for a season; it taught me to plan, and to ask for help in time.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Friederike Brandt', 'received', 1, NULL, '2026-11-19 03:33:24.816+00', '2026-11-19 03:33:24.816+00', 'DevOps Engineer: Kubernetes, Terraform and Prometheus', 'Leipzig, DE', 'For 4 years I have made a living as DevOps Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about Linux.', 'Kubernetes
Terraform
Prometheus
Linux
AWS
Bash', 'https://friederike-brandt.example
https://portfolio.example/friederike.brandt', ''),
	('01a21fef-8fde-778c-9aae-b72a359f3be0', '01a21a5c-0928-7745-a248-55418285aee0', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '019f7de5-3080-7dd0-8c8f-3a65106573ec', 'Friederike Brandt', 'seeker@demo.example', '+49 555 0189 293', 'Dear hiring team,
I have followed Mirante Dados for some time, so the opening for Sales Engineer is a welcome reason to write.

As DevOps Engineer at Havbris Foods I was responsible for Kubernetes and part of Terraform. I am proudest of the quiet things: fewer surprises, better notes, and a handover that took one afternoon.

My resume is attached. I am happy to answer questions, and I have a few of my own.
Best wishes,
Friederike Brandt', 'in_review', 2, '2026-11-28 06:09:55.025+00', '2026-11-28 02:15:23.358+00', '2026-11-28 10:04:26.692+00', 'DevOps Engineer: Kubernetes, Terraform and Prometheus', 'Leipzig, DE', 'For 4 years I have made a living as DevOps Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about Linux.', 'Kubernetes
Terraform
Prometheus
Linux
AWS
Bash', 'https://friederike-brandt.example
https://portfolio.example/friederike.brandt', ''),
	('01a1f3f7-91ed-7aa0-be2b-eddd995e800b', '01a1a9c0-eaf8-79d6-be08-5265a58231e8', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '019f7dae-4200-70aa-9844-388600699af3', 'Friederike Brandt', 'seeker@demo.example', '+49 555 0189 293', 'Dear Wattfuchs Energie team,
I read about the Cabinet Maker position twice: once out of curiosity, and once to check that it is really in Münster.

What I would bring: solid practice in Kubernetes, working knowledge of Terraform, and the habit of finishing. At Havbris Foods I am the person who reads the manual, and who then writes a shorter one.

Thank you for reading this far. I look forward to hearing from you.
Sincerely,
Friederike Brandt', 'rejected', 4, '2026-11-20 13:28:26.4025+00', '2026-11-19 13:20:50.669+00', '2026-11-24 07:02:45.277+00', 'DevOps Engineer: Kubernetes, Terraform and Prometheus', 'Leipzig, DE', 'For 4 years I have made a living as DevOps Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about Linux.', 'Kubernetes
Terraform
Prometheus
Linux
AWS
Bash', 'https://friederike-brandt.example
https://portfolio.example/friederike.brandt', ''),
	('01a22b44-d069-7615-91ac-4d33d180a13e', '01a21b99-b178-7b79-a037-360a6cb350a1', '01a22b44-d057-7546-8693-8cbae6bd5cfe', '01a22b44-d069-7615-91ac-4d32572a939b', 'Hanna Hired', 'hanna@fixture.example', '+49 30 1234567', 'I would like to.', 'hired', 5, NULL, '2026-11-30 07:04:19.817926+00', '2026-11-30 07:04:19.838776+00', 'Hanna Hired, of the fixture', 'Graz', 'About me.', 'Pruning', 'https://example.org', '+49301234567');

INSERT INTO public.attachments VALUES
	('01a22b44-d1a9-75ee-ac29-71491c4e4a71', 'b0184b3c-fe23-4c69-864d-d0230b4edc65', 'paper', 'pdf', 5170, 'messages/a7b28426668447298d90dc3af447c712.pdf', '01a22b44-d151-77d6-95bf-bb665ef1282f', NULL);

INSERT INTO public.companies VALUES
	('019494ce-ac00-7b90-9e4f-194e1b35f10f', 'nordhafen-logistik', 'Nordhafen Logistik', 'nordhafen logistik', 'https://nordhafen-logistik.example', '**Nordhafen Logistik** runs warehouses and electric trucks around four northern ports. Founded in Hamburg in 1899, we are some two thousand people today, and still independent.

Decisions are written down where everyone can read them, and people are trusted with the reasons. Profit goes into better tools and training before it goes anywhere else. You will meet your future team before you decide, and they will meet you.', 'Hamburg', 'DE', '1001-5000', NULL, 0, '2025-01-23 20:16:00+00', '2025-01-23 20:16:00+00', 3, 'Nordhafen Logistik runs warehouses and electric trucks around four northern ports. Founded in Hamburg in 1899, we are some two thousand people today, and still…', '<p><strong>Nordhafen Logistik</strong> runs warehouses and electric trucks around four northern ports. Founded in Hamburg in 1899, we are some two thousand people today, and still independent.</p>
<p>Decisions are written down where everyone can read them, and people are trusted with the reasons. Profit goes into better tools and training before it goes anywhere else. You will meet your future team before you decide, and they will meet you.</p>
', '', 2, ' logistik nordhafen nordhafenlogistik'),
	('01a0ef26-4da0-706b-bd91-3c2bbc9f3efb', 'blaue-stunde-verlag', 'Blaue Stunde Verlag', 'blaue stunde verlag', 'https://blaue-stunde-verlag.example', '**Blaue Stunde Verlag** publishes photo books, a city magazine and a stubborn newsletter. Founded in Leipzig in 1978, we are a few dozen people today, and still independent.

Most of us stay for years; those who leave often come back with something new. Profit goes into better tools and training before it goes anywhere else. You will meet your future team before you decide, and they will meet you.', 'Leipzig', 'DE', '11-50', NULL, 0, '2026-09-29 21:51:00+00', '2026-09-29 21:51:00+00', 3, 'Blaue Stunde Verlag publishes photo books, a city magazine and a stubborn newsletter. Founded in Leipzig in 1978, we are a few dozen people today, and still…', '<p><strong>Blaue Stunde Verlag</strong> publishes photo books, a city magazine and a stubborn newsletter. Founded in Leipzig in 1978, we are a few dozen people today, and still independent.</p>
<p>Most of us stay for years; those who leave often come back with something new. Profit goes into better tools and training before it goes anywhere else. You will meet your future team before you decide, and they will meet you.</p>
', '', 2, ' blaue stund stunde verlag blauestunde stundeverlag'),
	('019ae3b0-b4c0-7bff-b9f6-c934ba457ad6', 'klinikum-sankt-ottil', 'Klinikum Sankt Ottil', 'klinikum sankt ottil', 'https://klinikum-sankt-ottil.example', '**Klinikum Sankt Ottil** cares for a region of half a million people, from birth to rehabilitation. Founded in Freiburg in 1968, we are some two thousand people today, and still independent.

About a third of the shares belong to the people who work here. Colleagues from more than twenty countries work here, in teams small enough to know each other. We look at what you can do and want to learn; gaps in a resume are not a problem.', 'Freiburg', 'DE', '1001-5000', NULL, 0, '2025-12-03 10:10:00+00', '2025-12-03 10:10:00+00', 3, 'Klinikum Sankt Ottil cares for a region of half a million people, from birth to rehabilitation. Founded in Freiburg in 1968, we are some two thousand people…', '<p><strong>Klinikum Sankt Ottil</strong> cares for a region of half a million people, from birth to rehabilitation. Founded in Freiburg in 1968, we are some two thousand people today, and still independent.</p>
<p>About a third of the shares belong to the people who work here. Colleagues from more than twenty countries work here, in teams small enough to know each other. We look at what you can do and want to learn; gaps in a resume are not a problem.</p>
', '', 2, ' klinikum ottil sankt klinikumsankt sanktottil'),
	('019e7be0-a360-758b-8fc9-9b5ff4dd6a1d', 'gravelstone-bikes', 'Gravelstone Bikes', 'gravelstone bikes', 'https://gravelstone-bikes.example', '**Gravelstone Bikes** sells, rents and repairs bicycles in thirty workshops. Founded in Utrecht in 1999, we are several hundred people today, and still independent.

We publish our pay bands, and we correct gaps when we find them. Every new colleague has a companion for the first hundred days. Applications are read by people, and everybody gets an answer within two weeks.', 'Utrecht', 'NL', '201-1000', NULL, 0, '2026-05-31 02:33:00+00', '2026-05-31 02:33:00+00', 3, 'Gravelstone Bikes sells, rents and repairs bicycles in thirty workshops. Founded in Utrecht in 1999, we are several hundred people today, and still…', '<p><strong>Gravelstone Bikes</strong> sells, rents and repairs bicycles in thirty workshops. Founded in Utrecht in 1999, we are several hundred people today, and still independent.</p>
<p>We publish our pay bands, and we correct gaps when we find them. Every new colleague has a companion for the first hundred days. Applications are read by people, and everybody gets an answer within two weeks.</p>
', '', 2, ' bike bikes gravelston gravelstone gravelstonebikes'),
	('019a31dd-f0a0-7685-abdf-3b5e69b38851', 'atelje-norrsken', 'Ateljé Norrsken', 'ateljé norrsken', 'https://atelje-norrsken.example', '**Ateljé Norrsken** designs signs, services and software for museums. Founded in Malmö in 1978, we are a few dozen people today, and still independent.

We publish our pay bands, and we correct gaps when we find them. Mistakes are discussed openly, with a view to the next time and not to the guilty. Interviews follow the same questions for everyone, and you get them in advance.', 'Malmö', 'SE', '11-50', NULL, 0, '2025-10-29 21:27:00+00', '2025-10-29 21:27:00+00', 3, 'Ateljé Norrsken designs signs, services and software for museums. Founded in Malmö in 1978, we are a few dozen people today, and still independent. We publish…', '<p><strong>Ateljé Norrsken</strong> designs signs, services and software for museums. Founded in Malmö in 1978, we are a few dozen people today, and still independent.</p>
<p>We publish our pay bands, and we correct gaps when we find them. Mistakes are discussed openly, with a view to the next time and not to the guilty. Interviews follow the same questions for everyone, and you get them in advance.</p>
', '', 2, ' atelj atelje norrsken ateljenorrsken'),
	('019a43a9-9aa0-7578-9371-fea0081d1e30', 'pasteis-filhos', 'Pasteis & Filhos', 'pasteis & filhos', 'https://pasteis-filhos.example', '**Pasteis & Filhos** bakes through the night and serves breakfast from five. Founded in Porto in 2021, we are a little over a hundred people today, and still independent.

Most of us stay for years; those who leave often come back with something new. Every new colleague has a companion for the first hundred days. Applications are read by people, and everybody gets an answer within two weeks.', 'Porto', 'PT', '51-200', NULL, 0, '2025-11-02 08:23:00+00', '2025-11-02 08:23:00+00', 3, 'Pasteis & Filhos bakes through the night and serves breakfast from five. Founded in Porto in 2021, we are a little over a hundred people today, and still…', '<p><strong>Pasteis &amp; Filhos</strong> bakes through the night and serves breakfast from five. Founded in Porto in 2021, we are a little over a hundred people today, and still independent.</p>
<p>Most of us stay for years; those who leave often come back with something new. Every new colleague has a companion for the first hundred days. Applications are read by people, and everybody gets an answer within two weeks.</p>
', '', 2, ' filho filhos pastei pasteis pasteisfilhos'),
	('019d194b-0480-7a86-b02c-92a7cc986855', 'lumenquay', 'Lumenquay', 'lumenquay', 'https://lumenquay.example', '**Lumenquay** gives freelancers an account that puts the tax aside. Founded in Dublin in 2010, we are several hundred people today, and still independent.

About a third of the shares belong to the people who work here. Mistakes are discussed openly, with a view to the next time and not to the guilty. We look at what you can do and want to learn; gaps in a resume are not a problem.', 'Dublin', 'IE', '201-1000', NULL, 0, '2026-03-23 06:04:00+00', '2026-03-23 06:04:00+00', 3, 'Lumenquay gives freelancers an account that puts the tax aside. Founded in Dublin in 2010, we are several hundred people today, and still independent. About a…', '<p><strong>Lumenquay</strong> gives freelancers an account that puts the tax aside. Founded in Dublin in 2010, we are several hundred people today, and still independent.</p>
<p>About a third of the shares belong to the people who work here. Mistakes are discussed openly, with a view to the next time and not to the guilty. We look at what you can do and want to learn; gaps in a resume are not a problem.</p>
', '', 2, ' lumenquay'),
	('019d1703-d3a0-7aa9-b543-685a8285aee0', 'orrery-research-trust', 'Orrery Research Trust', 'orrery research trust', 'https://orrery-research-trust.example', '**Orrery Research Trust** builds instruments for telescopes and weather stations. Founded in Edinburgh in 1988, we are several hundred people today, and still independent.

Decisions are written down where everyone can read them, and people are trusted with the reasons. Profit goes into better tools and training before it goes anywhere else. Applications are read by people, and everybody gets an answer within two weeks.', 'Edinburgh', 'GB', '201-1000', NULL, 0, '2026-03-22 19:27:00+00', '2026-03-22 19:27:00+00', 3, 'Orrery Research Trust builds instruments for telescopes and weather stations. Founded in Edinburgh in 1988, we are several hundred people today, and still…', '<p><strong>Orrery Research Trust</strong> builds instruments for telescopes and weather stations. Founded in Edinburgh in 1988, we are several hundred people today, and still independent.</p>
<p>Decisions are written down where everyone can read them, and people are trusted with the reasons. Profit goes into better tools and training before it goes anywhere else. Applications are read by people, and everybody gets an answer within two weeks.</p>
', '', 2, ' orreri orrery research trust orreryresearch researchtrust'),
	('019758c7-3620-71ab-8134-043ba58231e8', 'halloway-timber', 'Halloway Timber', 'halloway timber', 'https://halloway-timber.example', '**Halloway Timber** builds schools and homes from local timber. Founded in Portland in 1965, we are a little over a hundred people today, and still independent.

We publish our pay bands, and we correct gaps when we find them. Every new colleague has a companion for the first hundred days. We look at what you can do and want to learn; gaps in a resume are not a problem.', 'Portland', 'US', '51-200', NULL, 0, '2025-06-10 07:39:00+00', '2025-06-10 07:39:00+00', 3, 'Halloway Timber builds schools and homes from local timber. Founded in Portland in 1965, we are a little over a hundred people today, and still independent. We…', '<p><strong>Halloway Timber</strong> builds schools and homes from local timber. Founded in Portland in 1965, we are a little over a hundred people today, and still independent.</p>
<p>We publish our pay bands, and we correct gaps when we find them. Every new colleague has a companion for the first hundred days. We look at what you can do and want to learn; gaps in a resume are not a problem.</p>
', '', 2, ' halloway timber hallowaytimber'),
	('01933b1a-4e40-7006-b638-2c276cb350a1', 'kestrel-loom', 'Kestrel & Loom', 'kestrel & loom', 'https://kestrel-loom.example', '**Kestrel & Loom** makes planning software for textile mills and tailors. Founded in Bristol in 1998, we are a little over a hundred people today, and still independent.

Most of us stay for years; those who leave often come back with something new. Colleagues from more than twenty countries work here, in teams small enough to know each other. Our hiring takes two conversations and a paid trial day, no more.', 'Bristol', 'GB', '51-200', NULL, 7, '2024-11-17 17:10:00+00', '2024-11-17 17:10:00+00', 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Founded in Bristol in 1998, we are a little over a hundred people today, and still…', '<p><strong>Kestrel &amp; Loom</strong> makes planning software for textile mills and tailors. Founded in Bristol in 1998, we are a little over a hundred people today, and still independent.</p>
<p>Most of us stay for years; those who leave often come back with something new. Colleagues from more than twenty countries work here, in teams small enough to know each other. Our hiring takes two conversations and a paid trial day, no more.</p>
', '', 2, ' kestrel loom kestrelloom'),
	('0192b241-a6e0-781f-a686-ee94dc5a4acc', 'mirante-dados', 'Mirante Dados', 'mirante dados', 'https://mirante-dados.example', '**Mirante Dados** builds logistics software for farms and river ports. Founded in São Paulo in 2020, we are several hundred people today, and still independent.

About a third of the shares belong to the people who work here. Every new colleague has a companion for the first hundred days. We look at what you can do and want to learn; gaps in a resume are not a problem.', 'São Paulo', 'BR', '201-1000', NULL, 1, '2024-10-22 03:25:00+00', '2024-10-22 03:25:00+00', 3, 'Mirante Dados builds logistics software for farms and river ports. Founded in São Paulo in 2020, we are several hundred people today, and still independent.…', '<p><strong>Mirante Dados</strong> builds logistics software for farms and river ports. Founded in São Paulo in 2020, we are several hundred people today, and still independent.</p>
<p>About a third of the shares belong to the people who work here. Every new colleague has a companion for the first hundred days. We look at what you can do and want to learn; gaps in a resume are not a problem.</p>
', '', 2, ' dado dados mirant mirante mirantedados'),
	('0199c6d2-6020-7cdb-a3ab-36687ca2c189', 'wattfuchs-energie', 'Wattfuchs Energie', 'wattfuchs energie', 'https://wattfuchs-energie.example', '**Wattfuchs Energie** plans solar roofs and village heat networks with the people who use them. Founded in Münster in 1999, we are a little over a hundred people today, and still independent.

Meetings are short, lunch is long, and nobody is praised for answering mail at midnight. We publish our pay bands, and we correct gaps when we find them. We look at what you can do and want to learn; gaps in a resume are not a problem.', 'Münster', 'DE', '51-200', NULL, 1, '2025-10-09 02:35:00+00', '2025-10-09 02:35:00+00', 3, 'Wattfuchs Energie plans solar roofs and village heat networks with the people who use them. Founded in Münster in 1999, we are a little over a hundred people…', '<p><strong>Wattfuchs Energie</strong> plans solar roofs and village heat networks with the people who use them. Founded in Münster in 1999, we are a little over a hundred people today, and still independent.</p>
<p>Meetings are short, lunch is long, and nobody is praised for answering mail at midnight. We publish our pay bands, and we correct gaps when we find them. We look at what you can do and want to learn; gaps in a resume are not a problem.</p>
', '', 2, ' energi energie wattfuch wattfuchs wattfuchsenergie');

INSERT INTO public.company_members VALUES
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01933b1a-4e40-7006-b638-2c276cb350a1', '2026-10-03 16:58:00+00'),
	('01a0f73a-7ac0-7048-8be2-1574a1cfc756', '019494ce-ac00-7b90-9e4f-194e1b35f10f', '2026-10-01 11:30:00+00'),
	('01a0f8a3-3280-78e4-a1ba-39f07b09ea49', '01a0ef26-4da0-706b-bd91-3c2bbc9f3efb', '2026-10-01 18:04:00+00'),
	('01a0fe62-7320-79b2-af7e-1b9a997df9f1', '019ae3b0-b4c0-7bff-b9f6-c934ba457ad6', '2026-10-02 20:51:00+00'),
	('01a0f922-74a0-70b5-8b08-f83514edf4c0', '0199c6d2-6020-7cdb-a3ab-36687ca2c189', '2026-10-01 20:23:00+00'),
	('01a0f65b-1740-7ec0-ae20-26c1cf554e42', '019e7be0-a360-758b-8fc9-9b5ff4dd6a1d', '2026-10-01 07:26:00+00'),
	('01a0fc96-dae0-7772-8a86-bce245399fb7', '019a31dd-f0a0-7685-abdf-3b5e69b38851', '2026-10-02 12:29:00+00'),
	('01a0f9b4-0640-7740-926e-12073553a2cd', '019a43a9-9aa0-7578-9371-fea0081d1e30', '2026-10-01 23:02:00+00'),
	('01a0fe8f-4f80-76cd-803c-e71db73ab950', '0192b241-a6e0-781f-a686-ee94dc5a4acc', '2026-10-02 21:40:00+00'),
	('01a0f6b9-63e0-789b-9821-db4a7c1c04c6', '019d194b-0480-7a86-b02c-92a7cc986855', '2026-10-01 09:09:00+00'),
	('01a0ff86-80c0-76c3-a48f-1c0e8dd2d781', '019d1703-d3a0-7aa9-b543-685a8285aee0', '2026-10-03 02:10:00+00'),
	('01a0ff48-3f40-7ad7-b48e-32342225c84d', '019758c7-3620-71ab-8134-043ba58231e8', '2026-10-03 01:02:00+00'),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01933b1a-4e40-7006-b638-2c276cb350a1', '2026-10-02 14:25:00+00');

INSERT INTO public.conversation_reads VALUES
	('01a2262a-9a47-7df4-b26e-22da6cb350a1', '019eb5c7-06a0-7648-b988-f38d5fde8e6f', 2),
	('01a2262a-9a47-7df4-b26e-22da6cb350a1', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 1),
	('01a1d09e-9a70-7161-909d-3f771b35f10f', '019fe18c-5be0-7af7-8df4-9865bb5c57d2', 1),
	('01a1d09e-9a70-7161-909d-3f771b35f10f', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 1),
	('01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', '01a0dee1-91c0-765b-a000-77c623fecf5b', 2),
	('01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 3),
	('01a222b2-86ad-73d5-ae98-ef31ba457ad6', '019a55f3-9c60-781b-bccd-71da8285aee0', 2),
	('01a222b2-86ad-73d5-ae98-ef31ba457ad6', '01a0fe8f-4f80-76cd-803c-e71db73ab950', 2),
	('01a21a97-742f-754b-a4d7-0c0e7ca2c189', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 4),
	('01a21a97-742f-754b-a4d7-0c0e7ca2c189', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 5),
	('01a2219c-fec4-7b22-af70-c846f4dd6a1d', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 1),
	('01a2219c-fec4-7b22-af70-c846f4dd6a1d', '01a0fe8f-4f80-76cd-803c-e71db73ab950', 1),
	('01a20c5d-371d-7010-8b1c-9e9169b38851', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 0),
	('01a20c5d-371d-7010-8b1c-9e9169b38851', '01a0f922-74a0-70b5-8b08-f83514edf4c0', 1);

INSERT INTO public.conversations VALUES
	('01a2262a-9a47-7df4-b26e-22da6cb350a1', '01a21b99-b178-7b79-a037-360a6cb350a1', '019eb5c7-06a0-7648-b988-f38d5fde8e6f', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', false, NULL, 2, 'With pleasure! Thursday at 14 would be perfect, by video if I may.', 'seeker', '2026-11-29 23:08:31.981+00', '2026-11-29 07:17:35.943+00'),
	('01a1d09e-9a70-7161-909d-3f771b35f10f', '01a126a9-4188-7b7a-84f9-02a71b35f10f', '019fe18c-5be0-7af7-8df4-9865bb5c57d2', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', false, NULL, 1, 'Dear Rafael Nogueira, we have decided for somebody who has done just this work for some years. It was close, and we woul', 'company', '2026-11-13 16:36:57.584+00', '2026-11-12 16:36:57.584+00'),
	('01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', '01a1af74-c988-7e09-a993-cd71081d1e30', '01a0dee1-91c0-765b-a000-77c623fecf5b', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', false, NULL, 3, 'Of course. Take your time.', 'company', '2026-11-26 05:41:52.434+00', '2026-11-24 17:41:52.434+00'),
	('01a222b2-86ad-73d5-ae98-ef31ba457ad6', '01a21a5c-0928-7745-a248-55418285aee0', '019a55f3-9c60-781b-bccd-71da8285aee0', '0192b241-a6e0-781f-a686-ee94dc5a4acc', 'open', false, NULL, 2, 'With pleasure! Thursday at 14 would be perfect, by video if I may.', 'seeker', '2026-11-29 17:45:11.652333+00', '2026-11-28 15:07:34.957+00'),
	('01a21a97-742f-754b-a4d7-0c0e7ca2c189', '01a1dca8-5208-77dc-b1d5-6451bc9f3efb', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', false, NULL, 5, 'Nothing in particular. If you have something to show, do bring it.', 'company', '2026-11-28 17:21:03.023+00', '2026-11-27 01:21:03.023+00'),
	('01a2219c-fec4-7b22-af70-c846f4dd6a1d', '01a21a5c-0928-7745-a248-55418285aee0', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '0192b241-a6e0-781f-a686-ee94dc5a4acc', 'open', false, NULL, 1, 'Hello Friederike Brandt, thank you for your application. We are reading it with pleasure. When could you start?', 'company', '2026-11-29 08:34:13.346+00', '2026-11-28 10:04:26.692+00'),
	('01a20c5d-371d-7010-8b1c-9e9169b38851', '01a1a9c0-eaf8-79d6-be08-5265a58231e8', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '0199c6d2-6020-7cdb-a3ab-36687ca2c189', 'open', false, NULL, 1, 'Dear Friederike Brandt, we have decided for somebody who has done just this work for some years. It was close, and we wo', 'company', '2026-11-25 07:02:45.277+00', '2026-11-24 07:02:45.277+00'),
	('01a22b44-d19c-706d-8db8-864efe09b999', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '01a22b44-d151-77d6-95bf-bb665ef1282f', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', false, NULL, 2, 'Thank you.', 'company', '2026-11-30 07:04:20.148889+00', '2026-11-30 07:04:20.12489+00'),
	('01a22b44-d1d5-72d3-b331-8698ca9d5384', '01a1dca8-5208-77dc-b1d5-6451bc9f3efb', '01a22b44-d1d0-760f-b9de-46ac51538147', '01933b1a-4e40-7006-b638-2c276cb350a1', 'requested', true, NULL, 1, 'Is it far?', 'seeker', '2026-11-30 07:04:20.183336+00', '2026-11-30 07:04:20.181929+00');

INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(1, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 1, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.635814+00'),
	(2, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 1, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.635814+00'),
	(3, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.635814+00'),
	(4, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.635814+00'),
	(5, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 3, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.645156+00'),
	(6, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 3, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.645156+00'),
	(7, '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 1, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.645156+00'),
	(8, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 4, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.645156+00'),
	(9, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 4, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.645156+00'),
	(10, '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.645156+00'),
	(11, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 5, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.651817+00'),
	(12, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 5, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.651817+00'),
	(13, '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 3, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.651817+00'),
	(14, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 6, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.651817+00'),
	(15, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 6, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.651817+00'),
	(16, '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 4, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.651817+00'),
	(17, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 7, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.65953+00'),
	(18, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 7, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.65953+00'),
	(19, '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 5, 'application', '01a22b44-cfae-7189-9b37-115e6fb19bbd', '2026-11-30 07:04:19.65953+00'),
	(20, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 8, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.65953+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(21, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 8, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.65953+00'),
	(22, '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 6, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.65953+00'),
	(23, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 9, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.704476+00'),
	(24, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 9, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.704476+00'),
	(25, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 10, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.704476+00'),
	(26, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 10, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.704476+00'),
	(27, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 11, 'application', '01a22b44-cff6-7242-8972-47b8774cb4af', '2026-11-30 07:04:19.710067+00'),
	(28, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 11, 'application', '01a22b44-cff6-7242-8972-47b8774cb4af', '2026-11-30 07:04:19.710067+00'),
	(29, '01a22b44-cfe2-742d-993e-79cb40c1d8c3', 1, 'application', '01a22b44-cff6-7242-8972-47b8774cb4af', '2026-11-30 07:04:19.710067+00'),
	(30, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 12, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.710067+00'),
	(31, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 12, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.710067+00'),
	(32, '01a22b44-cfe2-742d-993e-79cb40c1d8c3', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.710067+00'),
	(33, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 13, 'application', '01a22b44-cff6-7242-8972-47b8774cb4af', '2026-11-30 07:04:19.715992+00'),
	(34, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 13, 'application', '01a22b44-cff6-7242-8972-47b8774cb4af', '2026-11-30 07:04:19.715992+00'),
	(35, '01a22b44-cfe2-742d-993e-79cb40c1d8c3', 3, 'application', '01a22b44-cff6-7242-8972-47b8774cb4af', '2026-11-30 07:04:19.715992+00'),
	(36, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 14, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.715992+00'),
	(37, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 14, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.715992+00'),
	(38, '01a22b44-cfe2-742d-993e-79cb40c1d8c3', 4, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.715992+00'),
	(39, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 15, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.758162+00'),
	(40, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 15, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.758162+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(41, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 16, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.758162+00'),
	(42, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 16, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.758162+00'),
	(43, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 17, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.763554+00'),
	(44, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 17, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.763554+00'),
	(45, '01a22b44-d01a-76d1-b33f-d9429bc43579', 1, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.763554+00'),
	(46, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 18, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.763554+00'),
	(47, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 18, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.763554+00'),
	(48, '01a22b44-d01a-76d1-b33f-d9429bc43579', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.763554+00'),
	(49, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 19, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.768597+00'),
	(50, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 19, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.768597+00'),
	(51, '01a22b44-d01a-76d1-b33f-d9429bc43579', 3, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.768597+00'),
	(52, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 20, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.768597+00'),
	(53, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 20, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.768597+00'),
	(54, '01a22b44-d01a-76d1-b33f-d9429bc43579', 4, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.768597+00'),
	(55, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 21, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.772993+00'),
	(56, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 21, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.772993+00'),
	(57, '01a22b44-d01a-76d1-b33f-d9429bc43579', 5, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.772993+00'),
	(58, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 22, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.772993+00'),
	(59, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 22, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.772993+00'),
	(60, '01a22b44-d01a-76d1-b33f-d9429bc43579', 6, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.772993+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(61, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 23, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.777535+00'),
	(62, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 23, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.777535+00'),
	(63, '01a22b44-d01a-76d1-b33f-d9429bc43579', 7, 'application', '01a22b44-d02c-7528-a633-5c801f1bacd1', '2026-11-30 07:04:19.777535+00'),
	(64, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 24, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.777535+00'),
	(65, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 24, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.777535+00'),
	(66, '01a22b44-d01a-76d1-b33f-d9429bc43579', 8, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.777535+00'),
	(67, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 25, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.819949+00'),
	(68, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 25, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.819949+00'),
	(69, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 26, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.819949+00'),
	(70, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 26, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.819949+00'),
	(71, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 27, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.825286+00'),
	(72, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 27, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.825286+00'),
	(73, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 1, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.825286+00'),
	(74, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 28, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.825286+00'),
	(75, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 28, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.825286+00'),
	(76, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.825286+00'),
	(77, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 29, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.830335+00'),
	(78, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 29, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.830335+00'),
	(79, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 3, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.830335+00'),
	(80, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 30, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.830335+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(81, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 30, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.830335+00'),
	(82, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 4, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.830335+00'),
	(83, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 31, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.835294+00'),
	(84, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 31, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.835294+00'),
	(85, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 5, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.835294+00'),
	(86, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 32, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.835294+00'),
	(87, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 32, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.835294+00'),
	(88, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 6, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.835294+00'),
	(95, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 35, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.881846+00'),
	(96, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 35, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.881846+00'),
	(97, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 36, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.881846+00'),
	(98, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 36, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.881846+00'),
	(89, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 33, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.840167+00'),
	(90, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 33, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.840167+00'),
	(91, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 7, 'application', '01a22b44-d069-7615-91ac-4d33d180a13e', '2026-11-30 07:04:19.840167+00'),
	(92, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 34, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.840167+00'),
	(93, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 34, 'posting', '01a21b99-b178-7b79-a037-360a6cb350a1', '2026-11-30 07:04:19.840167+00'),
	(94, '01a22b44-d057-7546-8693-8cbae6bd5cfe', 8, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.840167+00'),
	(99, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 37, 'application', '01a22b44-d0a7-778f-ae28-53f5cc264445', '2026-11-30 07:04:19.886871+00'),
	(100, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 37, 'application', '01a22b44-d0a7-778f-ae28-53f5cc264445', '2026-11-30 07:04:19.886871+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(101, '01a22b44-d095-7768-8bb4-6ee46e71fac6', 1, 'application', '01a22b44-d0a7-778f-ae28-53f5cc264445', '2026-11-30 07:04:19.886871+00'),
	(102, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 38, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.886871+00'),
	(103, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 38, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.886871+00'),
	(104, '01a22b44-d095-7768-8bb4-6ee46e71fac6', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.886871+00'),
	(111, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 41, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.929349+00'),
	(112, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 41, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.929349+00'),
	(113, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 42, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.929349+00'),
	(114, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 42, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.929349+00'),
	(121, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 45, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.972884+00'),
	(122, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 45, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.972884+00'),
	(123, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 46, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.972884+00'),
	(124, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 46, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.972884+00'),
	(105, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 39, 'application', '01a22b44-d0a7-778f-ae28-53f5cc264445', '2026-11-30 07:04:19.891207+00'),
	(106, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 39, 'application', '01a22b44-d0a7-778f-ae28-53f5cc264445', '2026-11-30 07:04:19.891207+00'),
	(107, '01a22b44-d095-7768-8bb4-6ee46e71fac6', 3, 'application', '01a22b44-d0a7-778f-ae28-53f5cc264445', '2026-11-30 07:04:19.891207+00'),
	(108, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 40, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.891207+00'),
	(109, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 40, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.891207+00'),
	(110, '01a22b44-d095-7768-8bb4-6ee46e71fac6', 4, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.891207+00'),
	(115, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 43, 'application', '01a22b44-d0d7-7306-b857-c4011b703347', '2026-11-30 07:04:19.93408+00'),
	(116, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 43, 'application', '01a22b44-d0d7-7306-b857-c4011b703347', '2026-11-30 07:04:19.93408+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(117, '01a22b44-d0c8-718b-a397-e5701f4933a8', 1, 'application', '01a22b44-d0d7-7306-b857-c4011b703347', '2026-11-30 07:04:19.93408+00'),
	(118, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 44, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.93408+00'),
	(119, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 44, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.93408+00'),
	(120, '01a22b44-d0c8-718b-a397-e5701f4933a8', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.93408+00'),
	(125, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 47, 'application', '01a22b44-d102-752f-8527-2c48d4d603e5', '2026-11-30 07:04:19.978004+00'),
	(126, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 47, 'application', '01a22b44-d102-752f-8527-2c48d4d603e5', '2026-11-30 07:04:19.978004+00'),
	(127, '01a22b44-d0f3-7386-96ec-a05acb8c508e', 1, 'application', '01a22b44-d102-752f-8527-2c48d4d603e5', '2026-11-30 07:04:19.978004+00'),
	(128, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 48, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.978004+00'),
	(129, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 48, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.978004+00'),
	(130, '01a22b44-d0f3-7386-96ec-a05acb8c508e', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.978004+00'),
	(138, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 52, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:20.022638+00'),
	(139, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 52, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:20.022638+00'),
	(140, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 53, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.022638+00'),
	(141, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 53, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.022638+00'),
	(149, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 57, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.069069+00'),
	(150, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 57, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.069069+00'),
	(151, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 58, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.069069+00'),
	(152, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 58, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.069069+00'),
	(159, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 61, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.112451+00'),
	(160, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 61, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.112451+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(161, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 62, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.112451+00'),
	(162, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 62, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.112451+00'),
	(180, '01a22b44-d151-77d6-95bf-bb665ef1282f', 4, 'message', 'efaf4a09-ad4d-4e02-a2ad-5c207d25f58f', '2026-11-30 07:04:20.15097+00'),
	(181, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 69, 'message', 'efaf4a09-ad4d-4e02-a2ad-5c207d25f58f', '2026-11-30 07:04:20.15097+00'),
	(182, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 69, 'message', 'efaf4a09-ad4d-4e02-a2ad-5c207d25f58f', '2026-11-30 07:04:20.15097+00'),
	(183, '01a22b44-d151-77d6-95bf-bb665ef1282f', 5, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.15097+00'),
	(184, '01a22b44-d1d0-760f-b9de-46ac51538147', 1, 'message', '36d020f0-465b-4b4a-9f9c-ac6153ee6485', '2026-11-30 07:04:20.185268+00'),
	(185, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 70, 'message', '36d020f0-465b-4b4a-9f9c-ac6153ee6485', '2026-11-30 07:04:20.185268+00'),
	(186, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 70, 'message', '36d020f0-465b-4b4a-9f9c-ac6153ee6485', '2026-11-30 07:04:20.185268+00'),
	(187, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 71, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.185268+00'),
	(188, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 71, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.185268+00'),
	(131, '01a22b44-d0f3-7386-96ec-a05acb8c508e', 3, 'application', '01a22b44-d102-752f-8527-2c48d4d603e5', '2026-11-30 07:04:19.983612+00'),
	(132, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 49, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.983612+00'),
	(133, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 49, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:19.983612+00'),
	(134, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 50, 'application', '01a22b44-d102-752f-8527-2c48d4d603e5', '2026-11-30 07:04:19.983612+00'),
	(135, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 50, 'application', '01a22b44-d102-752f-8527-2c48d4d603e5', '2026-11-30 07:04:19.983612+00'),
	(136, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 51, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.983612+00'),
	(137, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 51, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:19.983612+00'),
	(142, '01a22b44-d125-74fb-b523-56e670f5fff6', 1, 'application', '01a22b44-d135-7669-baf1-bbeac5b0142d', '2026-11-30 07:04:20.027955+00'),
	(143, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 54, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:20.027955+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(144, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 54, 'posting', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', '2026-11-30 07:04:20.027955+00'),
	(145, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 55, 'application', '01a22b44-d135-7669-baf1-bbeac5b0142d', '2026-11-30 07:04:20.027955+00'),
	(146, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 55, 'application', '01a22b44-d135-7669-baf1-bbeac5b0142d', '2026-11-30 07:04:20.027955+00'),
	(147, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 56, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.027955+00'),
	(148, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 56, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.027955+00'),
	(153, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 59, 'application', '01a22b44-d163-705f-8aea-64e03c345077', '2026-11-30 07:04:20.073874+00'),
	(154, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 59, 'application', '01a22b44-d163-705f-8aea-64e03c345077', '2026-11-30 07:04:20.073874+00'),
	(155, '01a22b44-d151-77d6-95bf-bb665ef1282f', 1, 'application', '01a22b44-d163-705f-8aea-64e03c345077', '2026-11-30 07:04:20.073874+00'),
	(156, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 60, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.073874+00'),
	(157, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 60, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.073874+00'),
	(158, '01a22b44-d151-77d6-95bf-bb665ef1282f', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.073874+00'),
	(163, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 63, 'application', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '2026-11-30 07:04:20.117066+00'),
	(164, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 63, 'application', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '2026-11-30 07:04:20.117066+00'),
	(165, '01a22b44-d17f-735b-b6b6-959b33fc1c2c', 1, 'application', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '2026-11-30 07:04:20.117066+00'),
	(166, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 64, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.117066+00'),
	(167, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 64, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.117066+00'),
	(168, '01a22b44-d17f-735b-b6b6-959b33fc1c2c', 2, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.117066+00'),
	(175, '01a22b44-d151-77d6-95bf-bb665ef1282f', 3, 'message', 'b0184b3c-fe23-4c69-864d-d0230b4edc65', '2026-11-30 07:04:20.143991+00'),
	(176, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 67, 'message', 'b0184b3c-fe23-4c69-864d-d0230b4edc65', '2026-11-30 07:04:20.143991+00'),
	(177, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 67, 'message', 'b0184b3c-fe23-4c69-864d-d0230b4edc65', '2026-11-30 07:04:20.143991+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	(178, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 68, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.143991+00'),
	(179, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 68, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.143991+00'),
	(189, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 72, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.215372+00'),
	(169, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 65, 'application', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '2026-11-30 07:04:20.121584+00'),
	(170, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 65, 'application', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '2026-11-30 07:04:20.121584+00'),
	(171, '01a22b44-d17f-735b-b6b6-959b33fc1c2c', 3, 'application', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', '2026-11-30 07:04:20.121584+00'),
	(172, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 66, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.121584+00'),
	(173, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 66, 'posting', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', '2026-11-30 07:04:20.121584+00'),
	(174, '01a22b44-d17f-735b-b6b6-959b33fc1c2c', 4, 'notifications', '00000000-0000-0000-0000-000000000000', '2026-11-30 07:04:20.121584+00'),
	(190, '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 73, 'posting', '01a1bee7-9350-7e7a-a94c-564b69b38851', '2026-11-30 07:04:20.22753+00'),
	(191, '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 72, 'posting', '01a1bee7-9350-7e7a-a94c-564b69b38851', '2026-11-30 07:04:20.22753+00');

INSERT INTO public.message_words VALUES
	('01a1d5c4-f670-737a-9973-b77fbc9f3efb', '01a1d09e-9a70-7161-909d-3f771b35f10f', 'o019fe18c5be07af78df49865bb5c57d2 o01933b1a4e407006b6382c276cb350a1 senior product manager kestrel loom rafael nogueira dear rafael nogueira we have decided for somebody who has done just this work for some years it was close and we would be glad to hear from you again', DEFAULT),
	('01a21139-86b2-7d82-bc35-49b8ba457ad6', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 'o01a0dee191c0765ba00077c623fecf5b o01933b1a4e407006b6382c276cb350a1 senior site reliability engineer kestrel loom amir demir dear amir demir we enjoyed our conversation and would like to work with you the offer comes by post do ask whatever you want to know about it', DEFAULT),
	('01a21183-931d-7768-8fc5-13510f1d18e6', '01a20c5d-371d-7010-8b1c-9e9169b38851', 'o019f7d4065007975b4c2e044a6a8d91d o0199c6d260207cdba3ab36687ca2c189 cabinet maker wattfuchs energie friederike brandt dear friederike brandt we have decided for somebody who has done just this work for some years it was close and we would be glad to hear from you again', DEFAULT),
	('01a213cc-b4b2-7db0-ada4-78dd7ca2c189', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 'o01a0dee191c0765ba00077c623fecf5b o01933b1a4e407006b6382c276cb350a1 that is wonderful news thank you may i have until friday to think it over', DEFAULT),
	('01a2165f-e2b2-7c74-94bd-4dd5f4dd6a1d', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 'o01a0dee191c0765ba00077c623fecf5b o01933b1a4e407006b6382c276cb350a1 of course take your time', DEFAULT),
	('01a21c4e-e82f-7468-a8e0-1f05dc5a4acc', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 'o019f7d4065007975b4c2e044a6a8d91d o01933b1a4e407006b6382c276cb350a1 junior test automation engineer kestrel loom friederike brandt hello friederike brandt we would like to meet you would tuesday at 10 or thursday at 14 suit you here in bristol or by video', DEFAULT),
	('01a21e06-5c2f-7e4b-8323-31fdcc986855', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 'o019f7d4065007975b4c2e044a6a8d91d o01933b1a4e407006b6382c276cb350a1 with pleasure thursday at 14 would be perfect by video if i may', DEFAULT),
	('01a21fbd-d02f-735b-ad1a-e2b78285aee0', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 'o019f7d4065007975b4c2e044a6a8d91d o01933b1a4e407006b6382c276cb350a1 thursday it is you will talk with two of us for about an hour first about your work then about ours', DEFAULT),
	('01a22175-442f-77ab-8f0d-4e50a58231e8', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 'o019f7d4065007975b4c2e044a6a8d91d o01933b1a4e407006b6382c276cb350a1 thank you is there anything that i should prepare', DEFAULT),
	('01a2232c-b82f-77e0-98ba-ba0d6472601a', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 'o019f7d4065007975b4c2e044a6a8d91d o01933b1a4e407006b6382c276cb350a1 nothing in particular if you have something to show do bring it', DEFAULT),
	('01a2258d-dac8-7a52-9d47-6b1669b38851', '01a222b2-86ad-73d5-ae98-ef31ba457ad6', 'o019a55f39c60781bbccd71da8285aee0 o0192b241a6e0781fa686ee94dc5a4acc sales engineer mirante dados rohan khan hello rohan khan we would like to meet you would tuesday at 10 or thursday at 14 suit you here in sao paulo or by video', DEFAULT),
	('01a22670-c0e2-7789-a56a-8ed8c0b2c3a1', '01a2219c-fec4-7b22-af70-c846f4dd6a1d', 'o019f7d4065007975b4c2e044a6a8d91d o0192b241a6e0781fa686ee94dc5a4acc sales engineer mirante dados friederike brandt hello friederike brandt thank you for your application we are reading it with pleasure when could you start', DEFAULT),
	('01a227dd-e7da-7c24-b6ec-06b26cb350a1', '01a2262a-9a47-7df4-b26e-22da6cb350a1', 'o019eb5c706a07648b988f38d5fde8e6f o01933b1a4e407006b6382c276cb350a1 learning and development manager kestrel loom leela menon hello leela menon we would like to meet you would tuesday at 10 or thursday at 14 suit you here in bristol or by video', DEFAULT),
	('01a22869-2ee4-7f4a-9177-54cf081d1e30', '01a222b2-86ad-73d5-ae98-ef31ba457ad6', 'o019a55f39c60781bbccd71da8285aee0 o0192b241a6e0781fa686ee94dc5a4acc with pleasure thursday at 14 would be perfect by video if i may', DEFAULT),
	('01a22991-356d-78ee-b9d5-a8f01b35f10f', '01a2262a-9a47-7df4-b26e-22da6cb350a1', 'o019eb5c706a07648b988f38d5fde8e6f o01933b1a4e407006b6382c276cb350a1 with pleasure thursday at 14 would be perfect by video if i may', DEFAULT),
	('b0184b3c-fe23-4c69-864d-d0230b4edc65', '01a22b44-d19c-706d-8db8-864efe09b999', 'o01a22b44d15177d695bfbb665ef1282f o01933b1a4e407006b6382c276cb350a1 communications manager kestrel loom sila speaks hello here is another paper', DEFAULT),
	('efaf4a09-ad4d-4e02-a2ad-5c207d25f58f', '01a22b44-d19c-706d-8db8-864efe09b999', 'o01a22b44d15177d695bfbb665ef1282f o01933b1a4e407006b6382c276cb350a1 thank you', DEFAULT),
	('36d020f0-465b-4b4a-9f9c-ac6153ee6485', '01a22b44-d1d5-72d3-b331-8698ca9d5384', 'o01a22b44d1d0760fb9de46ac51538147 o01933b1a4e407006b6382c276cb350a1 junior test automation engineer kestrel loom quinn question is it far', DEFAULT);

INSERT INTO public.messages VALUES
	('01a1d5c4-f670-737a-9973-b77fbc9f3efb', '01a1d09e-9a70-7161-909d-3f771b35f10f', 1, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Dear Rafael Nogueira, we have decided for somebody who has done just this work for some years. It was close, and we would be glad to hear from you again.', '2026-11-13 16:36:57.584+00', NULL, NULL, 1),
	('01a21139-86b2-7d82-bc35-49b8ba457ad6', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 1, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Dear Amir Demir, we enjoyed our conversation and would like to work with you. The offer comes by post; do ask whatever you want to know about it.', '2026-11-25 05:41:52.434+00', NULL, NULL, 1),
	('01a21183-931d-7768-8fc5-13510f1d18e6', '01a20c5d-371d-7010-8b1c-9e9169b38851', 1, 'company', '01a0f922-74a0-70b5-8b08-f83514edf4c0', 'Haruka Ōno', 'Dear Friederike Brandt, we have decided for somebody who has done just this work for some years. It was close, and we would be glad to hear from you again.', '2026-11-25 07:02:45.277+00', NULL, NULL, 1),
	('01a213cc-b4b2-7db0-ada4-78dd7ca2c189', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 2, 'seeker', '01a0dee1-91c0-765b-a000-77c623fecf5b', 'Amir Demir', 'That is wonderful news, thank you! May I have until Friday to think it over?', '2026-11-25 17:41:52.434+00', NULL, NULL, 1),
	('01a2165f-e2b2-7c74-94bd-4dd5f4dd6a1d', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 3, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Of course. Take your time.', '2026-11-26 05:41:52.434+00', NULL, NULL, 1),
	('01a21c4e-e82f-7468-a8e0-1f05dc5a4acc', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 1, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Hello Friederike Brandt, we would like to meet you. Would Tuesday at 10 or Thursday at 14 suit you, here in Bristol or by video?', '2026-11-27 09:21:03.023+00', NULL, NULL, 1),
	('01a21e06-5c2f-7e4b-8323-31fdcc986855', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 2, 'seeker', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 'Friederike Brandt', 'With pleasure! Thursday at 14 would be perfect, by video if I may.', '2026-11-27 17:21:03.023+00', NULL, NULL, 1),
	('01a21fbd-d02f-735b-ad1a-e2b78285aee0', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 3, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Thursday it is. You will talk with two of us for about an hour: first about your work, then about ours.', '2026-11-28 01:21:03.023+00', NULL, NULL, 1),
	('01a22175-442f-77ab-8f0d-4e50a58231e8', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 4, 'seeker', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 'Friederike Brandt', 'Thank you. Is there anything that I should prepare?', '2026-11-28 09:21:03.023+00', NULL, NULL, 1),
	('01a2232c-b82f-77e0-98ba-ba0d6472601a', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 5, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Nothing in particular. If you have something to show, do bring it.', '2026-11-28 17:21:03.023+00', NULL, NULL, 1),
	('01a2258d-dac8-7a52-9d47-6b1669b38851', '01a222b2-86ad-73d5-ae98-ef31ba457ad6', 1, 'company', '01a0fe8f-4f80-76cd-803c-e71db73ab950', 'Kenji Ueda', 'Hello Rohan Khan, we would like to meet you. Would Tuesday at 10 or Thursday at 14 suit you, here in São Paulo or by video?', '2026-11-29 04:26:23.304666+00', NULL, NULL, 1),
	('01a22670-c0e2-7789-a56a-8ed8c0b2c3a1', '01a2219c-fec4-7b22-af70-c846f4dd6a1d', 1, 'company', '01a0fe8f-4f80-76cd-803c-e71db73ab950', 'Kenji Ueda', 'Hello Friederike Brandt, thank you for your application. We are reading it with pleasure. When could you start?', '2026-11-29 08:34:13.346+00', NULL, NULL, 1),
	('01a227dd-e7da-7c24-b6ec-06b26cb350a1', '01a2262a-9a47-7df4-b26e-22da6cb350a1', 1, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Hello Leela Menon, we would like to meet you. Would Tuesday at 10 or Thursday at 14 suit you, here in Bristol or by video?', '2026-11-29 15:13:03.962+00', NULL, NULL, 1),
	('01a22869-2ee4-7f4a-9177-54cf081d1e30', '01a222b2-86ad-73d5-ae98-ef31ba457ad6', 2, 'seeker', '019a55f3-9c60-781b-bccd-71da8285aee0', 'Rohan Khan', 'With pleasure! Thursday at 14 would be perfect, by video if I may.', '2026-11-29 17:45:11.652333+00', NULL, NULL, 1),
	('01a22991-356d-78ee-b9d5-a8f01b35f10f', '01a2262a-9a47-7df4-b26e-22da6cb350a1', 2, 'seeker', '019eb5c7-06a0-7648-b988-f38d5fde8e6f', 'Leela Menon', 'With pleasure! Thursday at 14 would be perfect, by video if I may.', '2026-11-29 23:08:31.981+00', NULL, NULL, 1),
	('b0184b3c-fe23-4c69-864d-d0230b4edc65', '01a22b44-d19c-706d-8db8-864efe09b999', 1, 'seeker', '01a22b44-d151-77d6-95bf-bb665ef1282f', 'Sila Speaks', 'Hello, here is another paper.', '2026-11-30 07:04:20.140919+00', NULL, NULL, 1),
	('efaf4a09-ad4d-4e02-a2ad-5c207d25f58f', '01a22b44-d19c-706d-8db8-864efe09b999', 2, 'company', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'Jördis Großmann', 'Thank you.', '2026-11-30 07:04:20.148889+00', NULL, NULL, 1),
	('36d020f0-465b-4b4a-9f9c-ac6153ee6485', '01a22b44-d1d5-72d3-b331-8698ca9d5384', 1, 'seeker', '01a22b44-d1d0-760f-b9de-46ac51538147', 'Quinn Question', 'Is it far?', '2026-11-30 07:04:20.183336+00', NULL, NULL, 1);

INSERT INTO public.notification_settings VALUES
	('01a22b44-d151-77d6-95bf-bb665ef1282f', 'stage_changed', false),
	('01a22b44-d151-77d6-95bf-bb665ef1282f', 'message', true),
	('01a22b44-d151-77d6-95bf-bb665ef1282f', 'report_handled', false);

INSERT INTO public.notifications VALUES
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22991-356d-789b-8e36-4df06cb350a1', 'message', '01a2262a-9a47-7df4-b26e-22da6cb350a1', 'Learning and Development Manager', 'Leela Menon', 1, '2026-11-29 23:08:31.981+00', NULL, NULL),
	('01a0dee1-91c0-765b-a000-77c623fecf5b', '01a2165f-e2b2-71f1-aed3-b6771b35f10f', 'message', '01a20ea6-58b2-7a6e-ad1b-b3e0bc9f3efb', 'Senior Site Reliability Engineer', 'Kestrel & Loom', 1, '2026-11-26 05:41:52.434+00', NULL, NULL),
	('019f7d40-6500-7975-b4c2-e044a6a8d91d', '01a2232c-b82f-7e38-8c81-0852bc9f3efb', 'message', '01a21a97-742f-754b-a4d7-0c0e7ca2c189', 'Junior Test Automation Engineer', 'Kestrel & Loom', 1, '2026-11-28 17:21:03.023+00', NULL, NULL),
	('019f7d40-6500-7975-b4c2-e044a6a8d91d', '01a21183-931d-73fd-a1b7-ef24ba457ad6', 'message', '01a20c5d-371d-7010-8b1c-9e9169b38851', 'Cabinet Maker', 'Wattfuchs Energie', 1, '2026-11-25 07:02:45.277+00', NULL, NULL),
	('01a22b44-cf96-7668-ac93-f0ea6afe0f91', '01a22b44-cfca-75f9-83b2-38f7589960f8', 'stage_changed', '01a22b44-cfae-7189-9b37-115e6fb19bbd', 'Learning and Development Manager', 'rejected', 3, '2026-11-30 07:04:19.658528+00', NULL, NULL),
	('01a22b44-cfe2-742d-993e-79cb40c1d8c3', '01a22b44-d002-762d-9c1d-9fdfd3a3ab5a', 'stage_changed', '01a22b44-cff6-7242-8972-47b8774cb4af', 'Learning and Development Manager', 'interview', 2, '2026-11-30 07:04:19.714953+00', NULL, NULL),
	('01a22b44-d01a-76d1-b33f-d9429bc43579', '01a22b44-d040-7041-a50b-13e881d3cd54', 'stage_changed', '01a22b44-d02c-7528-a633-5c801f1bacd1', 'Learning and Development Manager', 'rejected', 4, '2026-11-30 07:04:19.776754+00', NULL, NULL),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01a22b44-d06a-7545-8a92-fa21e6d8f0ce', 'applied', '01a21b99-b178-7b79-a037-360a6cb350a1', 'Learning and Development Manager', 'Hanna Hired', 4, '2026-11-30 07:04:19.818974+00', NULL, '01a22b44-d069-7615-91ac-4d33d180a13e'),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22b44-d06a-7545-8a92-fa22c7758399', 'applied', '01a21b99-b178-7b79-a037-360a6cb350a1', 'Learning and Development Manager', 'Hanna Hired', 4, '2026-11-30 07:04:19.818974+00', NULL, '01a22b44-d069-7615-91ac-4d33d180a13e'),
	('01a22b44-d057-7546-8693-8cbae6bd5cfe', '01a22b44-d07f-7595-9e15-350774556861', 'stage_changed', '01a22b44-d069-7615-91ac-4d33d180a13e', 'Learning and Development Manager', 'hired', 4, '2026-11-30 07:04:19.839396+00', NULL, NULL),
	('01a22b44-d095-7768-8bb4-6ee46e71fac6', '01a22b44-d0b2-72f8-9117-a91697622c7d', 'stage_changed', '01a22b44-d0a7-778f-ae28-53f5cc264445', 'Lifecycle Marketing Manager', 'rejected', 2, '2026-11-30 07:04:19.890438+00', NULL, NULL),
	('01a22b44-d0c8-718b-a397-e5701f4933a8', '01a22b44-d0dd-7135-a41d-b507813d0378', 'stage_changed', '01a22b44-d0d7-7306-b857-c4011b703347', 'Lifecycle Marketing Manager', 'rejected', 1, '2026-11-30 07:04:19.933204+00', NULL, NULL),
	('01a22b44-d0f3-7386-96ec-a05acb8c508e', '01a22b44-d108-748d-ac29-3a66c53b9be3', 'stage_changed', '01a22b44-d102-752f-8527-2c48d4d603e5', 'Lifecycle Marketing Manager', 'interview', 1, '2026-11-30 07:04:19.976912+00', NULL, NULL),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01a22b44-d135-7669-baf1-bbecaffc48d2', 'applied', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', 'Lifecycle Marketing Manager', 'Wilma Withdrawnatonce', 4, '2026-11-30 07:04:20.021758+00', NULL, '01a22b44-d135-7669-baf1-bbeac5b0142d'),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22b44-d135-7669-baf1-bbedd536f02f', 'applied', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', 'Lifecycle Marketing Manager', 'Wilma Withdrawnatonce', 4, '2026-11-30 07:04:20.021758+00', NULL, '01a22b44-d135-7669-baf1-bbeac5b0142d'),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01a22b44-d13a-7685-b788-a5d484df58be', 'withdrawn', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', 'Lifecycle Marketing Manager', 'Wilma Withdrawnatonce', 2, '2026-11-30 07:04:20.026932+00', NULL, '01a22b44-d135-7669-baf1-bbeac5b0142d'),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22b44-d13a-7685-b788-a5d569a00b55', 'withdrawn', '01a1ed40-d338-7f53-86e6-7ee5ba457ad6', 'Lifecycle Marketing Manager', 'Wilma Withdrawnatonce', 2, '2026-11-30 07:04:20.026932+00', NULL, '01a22b44-d135-7669-baf1-bbeac5b0142d'),
	('01a22b44-d151-77d6-95bf-bb665ef1282f', '01a22b44-d169-7139-a00a-226c7264bd6c', 'stage_changed', '01a22b44-d163-705f-8aea-64e03c345077', 'Communications Manager', 'in_review', 1, '2026-11-30 07:04:20.072999+00', NULL, NULL),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01a22b44-d18f-7197-aff7-410fadf910ed', 'applied', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', 'Communications Manager', 'Hedda Hiredagain', 2, '2026-11-30 07:04:20.111592+00', NULL, '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78'),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22b44-d18f-7197-aff7-411055880b83', 'applied', '01a1ddce-20e0-7598-91bc-f53c7ca2c189', 'Communications Manager', 'Hedda Hiredagain', 2, '2026-11-30 07:04:20.111592+00', NULL, '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78');
INSERT INTO public.notifications VALUES
	('01a22b44-d17f-735b-b6b6-959b33fc1c2c', '01a22b44-d198-74d8-98a7-d9acd1f7fcd7', 'stage_changed', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', 'Communications Manager', 'hired', 2, '2026-11-30 07:04:20.120867+00', NULL, NULL),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01a22b44-d1ae-7333-ba45-4eb0e4647316', 'message', '01a22b44-d19c-706d-8db8-864efe09b999', 'Communications Manager', 'Sila Speaks', 1, '2026-11-30 07:04:20.142872+00', NULL, NULL),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22b44-d1ae-7333-ba45-4eb1cd34e3b0', 'message', '01a22b44-d19c-706d-8db8-864efe09b999', 'Communications Manager', 'Sila Speaks', 1, '2026-11-30 07:04:20.142872+00', NULL, NULL),
	('01a22b44-d151-77d6-95bf-bb665ef1282f', '01a22b44-d1b6-72e5-bb2a-098d0131920b', 'message', '01a22b44-d19c-706d-8db8-864efe09b999', 'Communications Manager', 'Kestrel & Loom', 1, '2026-11-30 07:04:20.15016+00', NULL, NULL),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '01a22b44-d1d8-75fd-8866-8f61d3f4ac01', 'message_request', '01a22b44-d1d5-72d3-b331-8698ca9d5384', 'Junior Test Automation Engineer', 'Quinn Question', 1, '2026-11-30 07:04:20.184319+00', NULL, NULL),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', '01a22b44-d1d8-75fd-8866-8f620dd7a0c5', 'message_request', '01a22b44-d1d5-72d3-b331-8698ca9d5384', 'Junior Test Automation Engineer', 'Quinn Question', 1, '2026-11-30 07:04:20.184319+00', '2026-11-30 07:04:20.21424+00', NULL);

INSERT INTO public.postings VALUES
	('01a1bee7-9350-7e7a-a94c-564b69b38851', 'digital-product-designer-onboarding-69b38851', '01933b1a-4e40-7006-b638-2c276cb350a1', 'closed', 'Digital Product Designer, Onboarding', 'design', 'Kestrel & Loom makes planning software for textile mills and tailors. Designers at Kestrel & Loom work in pairs with engineers and own a problem from first interview to release. The position is open from now on; we will wait for the right person. You work on site in Edinburgh, with colleagues within earshot.

## What you will do

- Sketch several answers to a problem before polishing one
- Prototype flows in enough detail to be proved wrong
- Shape the roadmap with a product manager and a lead engineer
- Present early drafts often, and finished work rarely
- Contribute to the shared design system

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- Experience designing digital products that shipped
- A good eye for typography and rhythm
- Confidence with complex forms and dense tables
- Practice with Figma, Prototyping and Interaction design
- Working knowledge of accessibility guidelines
- Fluency in Figma or a comparable tool
- Interest in how things are built

## What we offer

- A company pension with a real contribution
- Paid volunteer days, two each year
- Support with relocation, papers and finding a flat
- The option of a four-day week after the first half year
- Money for books, exhibitions and good chairs
- Direct access to the people who use what you make

Questions first? Send a message here and someone from the team will answer.', 'full_time', 'on_site', 'Edinburgh', 'Scotland', 'GB', 'Figma
Prototyping
Interaction design
Design systems
Usability testing
Accessibility', 5150000, 6350000, 'GBP', 'year', 63500, 261, 2, '2027-01-08 23:59:59+00', '2026-11-09 07:03:30+00', '2026-11-09 06:03:30+00', '2026-11-30 07:04:20.222865+00', false, '2026-11-30 07:04:20.222865+00', 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Designers at Kestrel & Loom work in pairs with engineers and own a problem from first…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Designers at Kestrel &amp; Loom work in pairs with engineers and own a problem from first interview to release. The position is open from now on; we will wait for the right person. You work on site in Edinburgh, with colleagues within earshot.</p>
<h2>What you will do</h2>
<ul>
<li>Sketch several answers to a problem before polishing one</li>
<li>Prototype flows in enough detail to be proved wrong</li>
<li>Shape the roadmap with a product manager and a lead engineer</li>
<li>Present early drafts often, and finished work rarely</li>
<li>Contribute to the shared design system</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>Experience designing digital products that shipped</li>
<li>A good eye for typography and rhythm</li>
<li>Confidence with complex forms and dense tables</li>
<li>Practice with Figma, Prototyping and Interaction design</li>
<li>Working knowledge of accessibility guidelines</li>
<li>Fluency in Figma or a comparable tool</li>
<li>Interest in how things are built</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>A company pension with a real contribution</li>
<li>Paid volunteer days, two each year</li>
<li>Support with relocation, papers and finding a flat</li>
<li>The option of a four-day week after the first half year</li>
<li>Money for books, exhibitions and good chairs</li>
<li>Direct access to the people who use what you make</li>
</ul>
<p>Questions first? Send a message here and someone from the team will answer.</p>
', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '''a'' ''access'' ''accessibility'' ''after'' ''an'' ''and'' ''answer'' ''answers'' ''are'' ''at'' ''be'' ''befor'' ''before'' ''book'' ''books'' ''bring'' ''built'' ''chair'' ''chairs'' ''colleagu'' ''colleagues'' ''compani'' ''company'' ''compar'' ''comparable'' ''complex'' ''confid'' ''confidence'' ''contribut'' ''contribute'' ''contribution'' ''day'' ''days'' ''dens'' ''dense'' ''design'' ''designer'' ''designers'' ''designing'' ''detail'' ''digit'' ''digital'' ''direct'' ''do'' ''draft'' ''drafts'' ''each'' ''earli'' ''early'' ''earshot'' ''edinburgh'' ''engin'' ''engineer'' ''engineers'' ''enough'' ''exhibit'' ''exhibitions'' ''experi'' ''experience'' ''eye'' ''figma'' ''find'' ''finding'' ''finish'' ''finished'' ''first'' ''flat'' ''flow'' ''flows'' ''fluenci'' ''fluency'' ''for'' ''form'' ''forms'' ''four'' ''fourday'' ''from'' ''good'' ''guidelin'' ''guidelines'' ''half'' ''here'' ''how'' ''in'' ''interact'' ''interaction'' ''interest'' ''interview'' ''is'' ''kestrel'' ''knowledg'' ''knowledge'' ''lead'' ''loom'' ''make'' ''makes'' ''manag'' ''manager'' ''messag'' ''message'' ''mill'' ''mills'' ''money'' ''now'' ''of'' ''offer'' ''often'' ''on'' ''onboard'' ''onboarding'' ''one'' ''open'' ''option'' ''or'' ''own'' ''paid'' ''pair'' ''pairs'' ''paper'' ''papers'' ''path'' ''pension'' ''peopl'' ''people'' ''person'' ''place'' ''plan'' ''planning'' ''polish'' ''polishing'' ''posit'' ''position'' ''practic'' ''practice'' ''present'' ''problem'' ''product'' ''products'' ''prototyp'' ''prototype'' ''prototyping'' ''prove'' ''proved'' ''question'' ''questions'' ''rare'' ''rarely'' ''real'' ''releas'' ''release'' ''reloc'' ''relocation'' ''rhythm'' ''right'' ''roadmap'' ''role'' ''same'' ''send'' ''sever'' ''several'' ''shape'' ''share'' ''shared'' ''ship'' ''shipped'' ''similar'' ''site'' ''sketch'' ''softwar'' ''software'' ''someon'' ''someone'' ''support'' ''system'' ''systems'' ''tabl'' ''tables'' ''tailor'' ''tailors'' ''team'' ''test'' ''testing'' ''textil'' ''textile'' ''that'' ''the'' ''thing'' ''things'' ''to'' ''tool'' ''two'' ''typographi'' ''typography'' ''unusu'' ''unusual'' ''usability'' ''usabl'' ''use'' ''volunt'' ''volunteer'' ''wait'' ''we'' ''week'' ''what'' ''who'' ''will'' ''with'' ''within'' ''work'' ''working'' ''wrong'' ''year'' ''years'' ''you'' ''design'' ''designer'' ''digit'' ''digital'' ''onboard'' ''onboarding'' ''product'' ''designeronboarding'' ''digitalproduct'' ''productdesigner'' ''access'' ''accessibility'' ''design'' ''designer'' ''digit'' ''digital'' ''figma'' ''interact'' ''interaction'' ''kestrel'' ''loom'' ''onboard'' ''onboarding'' ''product'' ''prototyp'' ''prototyping'' ''system'' ''systems'' ''test'' ''testing'' ''usability'' ''usabl'' ''designeronboarding'' ''designsystems'' ''digitalproduct'' ''interactiondesign'' ''kestrelloom'' ''productdesigner'' ''usabilitytesting'' ''alba'' ''dun'' ''ecoss'' ''ecosse'' ''edimbourg'' ''edimburgo'' ''edinburg'' ''edinburgh'' ''edynburg'' ''eideann'' ''escocia'' ''schotland'' ''schottland'' ''scotland'' ''scozia'' ''szkocja'' ''эдинбург'' ''丁'' ''丁堡'' ''堡'' ''爱'' ''爱丁'' ''duneideann'' ''gbedinburgh'' ''gbschottland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''designeronboarding'' ''designsystems'' ''digitalproduct'' ''interactiondesign'' ''kestrelloom'' ''productdesigner'' ''usabilitytesting''', '''design'' ''designer'' ''digit'' ''digital'' ''onboard'' ''onboarding'' ''product'' ''designeronboarding'' ''digitalproduct'' ''productdesigner'' ''access'' ''accessibility'' ''design'' ''designer'' ''digit'' ''digital'' ''figma'' ''interact'' ''interaction'' ''kestrel'' ''loom'' ''onboard'' ''onboarding'' ''product'' ''prototyp'' ''prototyping'' ''system'' ''systems'' ''test'' ''testing'' ''usability'' ''usabl'' ''designeronboarding'' ''designsystems'' ''digitalproduct'' ''interactiondesign'' ''kestrelloom'' ''productdesigner'' ''usabilitytesting''', 2, DEFAULT),
	('01a1ed40-d338-7f53-86e6-7ee5ba457ad6', 'lifecycle-marketing-manager-ba457ad6', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Lifecycle Marketing Manager', 'marketing', 'Kestrel & Loom makes planning software for textile mills and tailors. This role writes to people who already know us, and wants them to be glad about it. The position is open from now on; we will wait for the right person. Work from anywhere in United Kingdom; we meet in Bristol four times a year, at our expense.

## What you will do

- Set up customer journeys from welcome to renewal
- Segment audiences by what they need
- Watch deliverability and complaint rates daily
- Test subject lines, timing and silence
- Plan quarterly goals together with sales and product
- Keep consent and data protection in order across all channels

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- Experience with a marketing automation tool
- Working SQL or the will to learn it
- A firm grip on consent rules
- Practice with Segmentation, Email automation and HubSpot
- Confident, concrete writing
- An analytical streak and a tidy spreadsheet
- Respect for the reader''s time

## What we offer

- A permanent contract from the first day
- Flexible hours around a few fixed meetings
- Sabbaticals after five years, with a guaranteed return
- Short ways to the people who build the product
- A yearly training allowance, spent as you see fit

Please send a resume and a few lines about yourself; no photo and no date of birth needed.', 'full_time', 'remote', 'Bristol', 'England', 'GB', 'Segmentation
Email automation
HubSpot
SQL
Copywriting
Deliverability', 4450000, 5600000, 'GBP', 'year', 56000, 147, 1, '2027-01-17 23:59:59+00', '2026-11-18 07:03:31+00', '2026-11-18 06:03:31+00', '2026-11-18 07:03:31+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. This role writes to people who already know us, and wants them to be glad about it. The…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. This role writes to people who already know us, and wants them to be glad about it. The position is open from now on; we will wait for the right person. Work from anywhere in United Kingdom; we meet in Bristol four times a year, at our expense.</p>
<h2>What you will do</h2>
<ul>
<li>Set up customer journeys from welcome to renewal</li>
<li>Segment audiences by what they need</li>
<li>Watch deliverability and complaint rates daily</li>
<li>Test subject lines, timing and silence</li>
<li>Plan quarterly goals together with sales and product</li>
<li>Keep consent and data protection in order across all channels</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>Experience with a marketing automation tool</li>
<li>Working SQL or the will to learn it</li>
<li>A firm grip on consent rules</li>
<li>Practice with Segmentation, Email automation and HubSpot</li>
<li>Confident, concrete writing</li>
<li>An analytical streak and a tidy spreadsheet</li>
<li>Respect for the reader''s time</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>A permanent contract from the first day</li>
<li>Flexible hours around a few fixed meetings</li>
<li>Sabbaticals after five years, with a guaranteed return</li>
<li>Short ways to the people who build the product</li>
<li>A yearly training allowance, spent as you see fit</li>
</ul>
<p>Please send a resume and a few lines about yourself; no photo and no date of birth needed.</p>
', NULL, '''a'' ''about'' ''across'' ''after'' ''all'' ''allow'' ''allowance'' ''alreadi'' ''already'' ''an'' ''analyt'' ''analytical'' ''and'' ''anywher'' ''anywhere'' ''around'' ''as'' ''at'' ''audienc'' ''audiences'' ''autom'' ''automation'' ''be'' ''birth'' ''bring'' ''bristol'' ''build'' ''by'' ''channel'' ''channels'' ''complaint'' ''concret'' ''concrete'' ''confid'' ''confident'' ''consent'' ''contract'' ''copywrit'' ''copywriting'' ''custom'' ''customer'' ''daili'' ''daily'' ''data'' ''date'' ''day'' ''deliver'' ''deliverability'' ''do'' ''email'' ''expens'' ''expense'' ''experi'' ''experience'' ''few'' ''firm'' ''first'' ''fit'' ''five'' ''fix'' ''fixed'' ''flexibl'' ''flexible'' ''for'' ''four'' ''from'' ''glad'' ''goal'' ''goals'' ''grip'' ''guarante'' ''guaranteed'' ''hour'' ''hours'' ''hubspot'' ''in'' ''is'' ''it'' ''journey'' ''journeys'' ''keep'' ''kestrel'' ''kingdom'' ''know'' ''learn'' ''lifecycl'' ''lifecycle'' ''line'' ''lines'' ''loom'' ''make'' ''makes'' ''manag'' ''manager'' ''market'' ''marketing'' ''meet'' ''meetings'' ''mill'' ''mills'' ''need'' ''needed'' ''no'' ''now'' ''of'' ''offer'' ''on'' ''open'' ''or'' ''order'' ''our'' ''path'' ''peopl'' ''people'' ''perman'' ''permanent'' ''person'' ''photo'' ''place'' ''plan'' ''planning'' ''pleas'' ''please'' ''posit'' ''position'' ''practic'' ''practice'' ''product'' ''protect'' ''protection'' ''quarter'' ''quarterly'' ''rate'' ''rates'' ''reader'' ''readers'' ''renew'' ''renewal'' ''respect'' ''resum'' ''resume'' ''return'' ''right'' ''role'' ''rule'' ''rules'' ''s'' ''sabbat'' ''sabbaticals'' ''sale'' ''sales'' ''same'' ''see'' ''segment'' ''segmentation'' ''send'' ''set'' ''short'' ''silenc'' ''silence'' ''similar'' ''softwar'' ''software'' ''spent'' ''spreadsheet'' ''sql'' ''streak'' ''subject'' ''tailor'' ''tailors'' ''test'' ''textil'' ''textile'' ''the'' ''them'' ''they'' ''this'' ''tidi'' ''tidy'' ''time'' ''times'' ''timing'' ''to'' ''togeth'' ''together'' ''tool'' ''train'' ''training'' ''two'' ''unit'' ''united'' ''unusu'' ''unusual'' ''up'' ''us'' ''wait'' ''want'' ''wants'' ''watch'' ''way'' ''ways'' ''we'' ''welcom'' ''welcome'' ''what'' ''who'' ''will'' ''with'' ''work'' ''working'' ''write'' ''writes'' ''writing'' ''year'' ''yearly'' ''years'' ''you'' ''yourself'' ''lifecycl'' ''lifecycle'' ''manag'' ''manager'' ''market'' ''marketing'' ''lifecyclemarketing'' ''marketingmanager'' ''autom'' ''automation'' ''copywrit'' ''copywriting'' ''deliver'' ''deliverability'' ''email'' ''hubspot'' ''kestrel'' ''lifecycl'' ''lifecycle'' ''loom'' ''manag'' ''manager'' ''market'' ''marketing'' ''segment'' ''segmentation'' ''sql'' ''emailautomation'' ''kestrelloom'' ''lifecyclemarketing'' ''marketingmanager'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''emailautomation'' ''kestrelloom'' ''lifecyclemarketing'' ''marketingmanager''', '''lifecycl'' ''lifecycle'' ''manag'' ''manager'' ''market'' ''marketing'' ''lifecyclemarketing'' ''marketingmanager'' ''autom'' ''automation'' ''copywrit'' ''copywriting'' ''deliver'' ''deliverability'' ''email'' ''hubspot'' ''kestrel'' ''lifecycl'' ''lifecycle'' ''loom'' ''manag'' ''manager'' ''market'' ''marketing'' ''segment'' ''segmentation'' ''sql'' ''emailautomation'' ''kestrelloom'' ''lifecyclemarketing'' ''marketingmanager''', 2, DEFAULT),
	('01a21b99-b178-7b79-a037-360a6cb350a1', 'learning-and-development-manager-6cb350a1', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Learning and Development Manager', 'people', 'Kestrel & Loom makes planning software for textile mills and tailors. Learning here happens in the workshop, at the desk and on the train. The position is open from now on; we will wait for the right person. You work on site in Bristol, with colleagues within earshot.

## What you will do

- Identify what teams need to learn next
- Design courses with in-house experts
- Facilitate workshops in two languages
- Evaluate what people do differently afterwards
- Advise team leads on the difficult conversations too
- Look after personal data as if it were your own

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- Experience in adult education
- Familiarity with digital learning formats
- Practice with E-learning, Needs analysis and Coaching
- Sound knowledge of labour law basics
- Discretion and warmth in equal parts
- Clear writing, also when the news is bad

## What we offer

- Thirty days of leave, plus the days between the years
- A company pension with a real contribution
- A quiet room, a loud room and a good kitchen
- A part-time coaching qualification, if you want one

Questions first? Send a message here and someone from the team will answer.', 'full_time', 'on_site', 'Bristol', 'England', 'GB', 'E-learning
Needs analysis
Coaching
Evaluation', 4400000, 5350000, 'GBP', 'year', 53500, 70, 1, '2027-01-26 23:59:59+00', '2026-11-27 07:03:07+00', '2026-11-27 06:03:07+00', '2026-11-27 07:03:07+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Learning here happens in the workshop, at the desk and on the train. The position is open…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Learning here happens in the workshop, at the desk and on the train. The position is open from now on; we will wait for the right person. You work on site in Bristol, with colleagues within earshot.</p>
<h2>What you will do</h2>
<ul>
<li>Identify what teams need to learn next</li>
<li>Design courses with in-house experts</li>
<li>Facilitate workshops in two languages</li>
<li>Evaluate what people do differently afterwards</li>
<li>Advise team leads on the difficult conversations too</li>
<li>Look after personal data as if it were your own</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>Experience in adult education</li>
<li>Familiarity with digital learning formats</li>
<li>Practice with E-learning, Needs analysis and Coaching</li>
<li>Sound knowledge of labour law basics</li>
<li>Discretion and warmth in equal parts</li>
<li>Clear writing, also when the news is bad</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Thirty days of leave, plus the days between the years</li>
<li>A company pension with a real contribution</li>
<li>A quiet room, a loud room and a good kitchen</li>
<li>A part-time coaching qualification, if you want one</li>
</ul>
<p>Questions first? Send a message here and someone from the team will answer.</p>
', NULL, '''a'' ''adult'' ''advis'' ''advise'' ''after'' ''afterward'' ''afterwards'' ''also'' ''an'' ''analysi'' ''analysis'' ''and'' ''answer'' ''as'' ''at'' ''bad'' ''basic'' ''basics'' ''between'' ''bring'' ''bristol'' ''clear'' ''coach'' ''coaching'' ''colleagu'' ''colleagues'' ''compani'' ''company'' ''contribut'' ''contribution'' ''convers'' ''conversations'' ''cours'' ''courses'' ''data'' ''day'' ''days'' ''design'' ''desk'' ''develop'' ''development'' ''differ'' ''differently'' ''difficult'' ''digit'' ''digital'' ''discret'' ''discretion'' ''do'' ''e'' ''earshot'' ''educ'' ''education'' ''elearning'' ''equal'' ''evalu'' ''evaluate'' ''evaluation'' ''experi'' ''experience'' ''expert'' ''experts'' ''facilit'' ''facilitate'' ''familiar'' ''familiarity'' ''first'' ''for'' ''format'' ''formats'' ''four'' ''from'' ''good'' ''happen'' ''happens'' ''here'' ''hous'' ''house'' ''identifi'' ''identify'' ''if'' ''in'' ''inhouse'' ''is'' ''it'' ''kestrel'' ''kitchen'' ''knowledg'' ''knowledge'' ''labour'' ''languag'' ''languages'' ''law'' ''lead'' ''leads'' ''learn'' ''learning'' ''leav'' ''leave'' ''look'' ''loom'' ''loud'' ''make'' ''makes'' ''manag'' ''manager'' ''messag'' ''message'' ''mill'' ''mills'' ''need'' ''needs'' ''news'' ''next'' ''now'' ''of'' ''offer'' ''on'' ''one'' ''open'' ''or'' ''own'' ''part'' ''parts'' ''parttime'' ''path'' ''pension'' ''peopl'' ''people'' ''person'' ''personal'' ''place'' ''plan'' ''planning'' ''plus'' ''posit'' ''position'' ''practic'' ''practice'' ''qualif'' ''qualification'' ''question'' ''questions'' ''quiet'' ''real'' ''right'' ''role'' ''room'' ''same'' ''send'' ''similar'' ''site'' ''softwar'' ''software'' ''someon'' ''someone'' ''sound'' ''tailor'' ''tailors'' ''team'' ''teams'' ''textil'' ''textile'' ''the'' ''thirti'' ''thirty'' ''time'' ''to'' ''too'' ''train'' ''two'' ''unusu'' ''unusual'' ''wait'' ''want'' ''warmth'' ''we'' ''were'' ''what'' ''when'' ''will'' ''with'' ''within'' ''work'' ''workshop'' ''workshops'' ''write'' ''writing'' ''year'' ''years'' ''you'' ''your'' ''and'' ''develop'' ''development'' ''learn'' ''learning'' ''manag'' ''manager'' ''anddevelopment'' ''developmentmanager'' ''learningand'' ''analysi'' ''analysis'' ''and'' ''coach'' ''coaching'' ''develop'' ''development'' ''e'' ''elearning'' ''evalu'' ''evaluation'' ''kestrel'' ''learn'' ''learning'' ''loom'' ''manag'' ''manager'' ''need'' ''needs'' ''anddevelopment'' ''developmentmanager'' ''kestrelloom'' ''learningand'' ''needsanalysis'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''anddevelopment'' ''developmentmanager'' ''kestrelloom'' ''learningand'' ''needsanalysis''', '''and'' ''develop'' ''development'' ''learn'' ''learning'' ''manag'' ''manager'' ''anddevelopment'' ''developmentmanager'' ''learningand'' ''analysi'' ''analysis'' ''and'' ''coach'' ''coaching'' ''develop'' ''development'' ''e'' ''elearning'' ''evalu'' ''evaluation'' ''kestrel'' ''learn'' ''learning'' ''loom'' ''manag'' ''manager'' ''need'' ''needs'' ''anddevelopment'' ''developmentmanager'' ''kestrelloom'' ''learningand'' ''needsanalysis''', 2, DEFAULT),
	('01a126a9-4188-7b7a-84f9-02a71b35f10f', 'senior-product-manager-1b35f10f', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Senior Product Manager', 'product', 'Kestrel & Loom makes planning software for textile mills and tailors. Product managers at Kestrel & Loom own a problem and a number, with a standing team of six to eight. As Product Manager you join a team that knows its work and enjoys showing newcomers around. Two or three days a week we meet in Cardiff; the others are yours to place.

## What you will do

- Set quarterly goals together with the team
- Balance customer wishes, technical debt and the calendar
- Define success before the first ticket exists
- Write down what we will not do, and why
- Track outcomes after release as carefully as the release itself

## What you bring

- Five or more years of practice, some of them as the person others ask
- Several years of owning a digital product
- Evidence of discovery work that changed a plan
- Experience with pricing, growth or platform topics
- Practice with Discovery, Roadmapping and User interviews
- Clear writing: one page that replaces three meetings
- Knowledge of how software gets built

## What we offer

- Flexible hours around a few fixed meetings
- Places at a nearby nursery
- Language courses during working hours
- A yearly talk about pay that you do not have to ask for
- Real ownership, including of the budget
- A peer group of product people across the company

Not every point fits? Write to us all the same, and tell us what you would bring instead.', 'full_time', 'hybrid', 'Cardiff', 'Wales', 'GB', 'Discovery
Roadmapping
User interviews
Prioritisation
SQL
Analytics
Backlog management', 6600000, 7900000, 'GBP', 'year', 79000, 1041, 1, '2026-12-09 23:59:59+00', '2026-10-10 17:33:09+00', '2026-10-10 16:33:09+00', '2026-10-10 17:33:09+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Product managers at Kestrel & Loom own a problem and a number, with a standing team of…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Product managers at Kestrel &amp; Loom own a problem and a number, with a standing team of six to eight. As Product Manager you join a team that knows its work and enjoys showing newcomers around. Two or three days a week we meet in Cardiff; the others are yours to place.</p>
<h2>What you will do</h2>
<ul>
<li>Set quarterly goals together with the team</li>
<li>Balance customer wishes, technical debt and the calendar</li>
<li>Define success before the first ticket exists</li>
<li>Write down what we will not do, and why</li>
<li>Track outcomes after release as carefully as the release itself</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Five or more years of practice, some of them as the person others ask</li>
<li>Several years of owning a digital product</li>
<li>Evidence of discovery work that changed a plan</li>
<li>Experience with pricing, growth or platform topics</li>
<li>Practice with Discovery, Roadmapping and User interviews</li>
<li>Clear writing: one page that replaces three meetings</li>
<li>Knowledge of how software gets built</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Flexible hours around a few fixed meetings</li>
<li>Places at a nearby nursery</li>
<li>Language courses during working hours</li>
<li>A yearly talk about pay that you do not have to ask for</li>
<li>Real ownership, including of the budget</li>
<li>A peer group of product people across the company</li>
</ul>
<p>Not every point fits? Write to us all the same, and tell us what you would bring instead.</p>
', NULL, '''a'' ''about'' ''across'' ''after'' ''all'' ''analyt'' ''analytics'' ''and'' ''are'' ''around'' ''as'' ''ask'' ''at'' ''backlog'' ''balanc'' ''balance'' ''befor'' ''before'' ''bring'' ''budget'' ''built'' ''calendar'' ''cardiff'' ''care'' ''carefully'' ''chang'' ''changed'' ''clear'' ''compani'' ''company'' ''cours'' ''courses'' ''custom'' ''customer'' ''day'' ''days'' ''debt'' ''defin'' ''define'' ''digit'' ''digital'' ''discoveri'' ''discovery'' ''do'' ''down'' ''dure'' ''during'' ''eight'' ''enjoy'' ''enjoys'' ''everi'' ''every'' ''evid'' ''evidence'' ''exist'' ''exists'' ''experi'' ''experience'' ''few'' ''first'' ''fit'' ''fits'' ''five'' ''fix'' ''fixed'' ''flexibl'' ''flexible'' ''for'' ''get'' ''gets'' ''goal'' ''goals'' ''group'' ''growth'' ''have'' ''hour'' ''hours'' ''how'' ''in'' ''includ'' ''including'' ''instead'' ''interview'' ''interviews'' ''its'' ''itself'' ''join'' ''kestrel'' ''know'' ''knowledg'' ''knowledge'' ''knows'' ''languag'' ''language'' ''loom'' ''make'' ''makes'' ''manag'' ''management'' ''manager'' ''managers'' ''meet'' ''meetings'' ''mill'' ''mills'' ''more'' ''nearbi'' ''nearby'' ''newcom'' ''newcomers'' ''not'' ''number'' ''nurseri'' ''nursery'' ''of'' ''offer'' ''one'' ''or'' ''other'' ''others'' ''outcom'' ''outcomes'' ''own'' ''ownership'' ''owning'' ''page'' ''pay'' ''peer'' ''peopl'' ''people'' ''person'' ''place'' ''places'' ''plan'' ''planning'' ''platform'' ''point'' ''practic'' ''practice'' ''price'' ''pricing'' ''prioritis'' ''prioritisation'' ''problem'' ''product'' ''quarter'' ''quarterly'' ''real'' ''releas'' ''release'' ''replac'' ''replaces'' ''roadmap'' ''roadmapping'' ''same'' ''senior'' ''set'' ''sever'' ''several'' ''show'' ''showing'' ''six'' ''softwar'' ''software'' ''some'' ''sql'' ''stand'' ''standing'' ''success'' ''tailor'' ''tailors'' ''talk'' ''team'' ''technic'' ''technical'' ''tell'' ''textil'' ''textile'' ''that'' ''the'' ''them'' ''three'' ''ticket'' ''to'' ''togeth'' ''together'' ''topic'' ''topics'' ''track'' ''two'' ''us'' ''user'' ''we'' ''week'' ''what'' ''why'' ''will'' ''wish'' ''wishes'' ''with'' ''work'' ''working'' ''would'' ''write'' ''writing'' ''year'' ''yearly'' ''years'' ''you'' ''your'' ''yours'' ''manag'' ''manager'' ''product'' ''senior'' ''productmanager'' ''seniorproduct'' ''analyt'' ''analytics'' ''backlog'' ''discoveri'' ''discovery'' ''interview'' ''interviews'' ''kestrel'' ''loom'' ''manag'' ''management'' ''manager'' ''prioritis'' ''prioritisation'' ''product'' ''roadmap'' ''roadmapping'' ''senior'' ''sql'' ''user'' ''backlogmanagement'' ''kestrelloom'' ''productmanager'' ''seniorproduct'' ''userinterviews'' ''caerdydd'' ''cardiff'' ''cymru'' ''gale'' ''gales'' ''gall'' ''galles'' ''pay'' ''pays'' ''wale'' ''wales'' ''walia'' ''degalles'' ''paysde'' ''gbcardiff'' ''gbwales'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''backlogmanagement'' ''kestrelloom'' ''productmanager'' ''seniorproduct'' ''userinterviews''', '''manag'' ''manager'' ''product'' ''senior'' ''productmanager'' ''seniorproduct'' ''analyt'' ''analytics'' ''backlog'' ''discoveri'' ''discovery'' ''interview'' ''interviews'' ''kestrel'' ''loom'' ''manag'' ''management'' ''manager'' ''prioritis'' ''prioritisation'' ''product'' ''roadmap'' ''roadmapping'' ''senior'' ''sql'' ''user'' ''backlogmanagement'' ''kestrelloom'' ''productmanager'' ''seniorproduct'' ''userinterviews''', 2, DEFAULT),
	('01a1dca8-5208-77dc-b1d5-6451bc9f3efb', 'junior-test-automation-engineer-bc9f3efb', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Junior Test Automation Engineer', 'engineering', 'Kestrel & Loom makes planning software for textile mills and tailors. Quality belongs to everyone here; this role gives teams the tools and the questions to live up to it. You follow a colleague who is retiring and who will be around for the first weeks. You work remotely from United Kingdom, with a desk in Bristol whenever you want one.

## What you will do

- Develop end-to-end suites that fail for one reason only
- Coach teams in exploratory testing before each release
- Simulate peak load with traffic that looks like ours
- Keep the documentation honest, so that a newcomer can ship in the first week
- Turn vague requests into small, testable steps together with product and design

## What you bring

- First practice from training, study or a job; the rest you learn with us
- Experience with browser automation and API tests
- A tester''s eye for the case nobody wrote down
- Practice with Playwright, Python and Test design
- A habit of small pull requests and clear commit messages
- Experience with automated tests and continuous delivery

## What we offer

- Thirty days of leave, plus the days between the years
- Sabbaticals after five years, with a guaranteed return
- A yearly talk about pay that you do not have to ask for
- Every second Friday for learning, tools or open source

Not every point fits? Write to us all the same, and tell us what you would bring instead.', 'full_time', 'remote', 'Bristol', 'England', 'GB', 'Playwright
Python
Test design
SQL', 3600000, 4350000, 'GBP', 'year', 43500, 371, 1, '2027-01-14 23:59:59+00', '2026-11-15 01:43:01+00', '2026-11-15 00:43:01+00', '2026-11-15 01:43:01+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Quality belongs to everyone here; this role gives teams the tools and the questions to…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Quality belongs to everyone here; this role gives teams the tools and the questions to live up to it. You follow a colleague who is retiring and who will be around for the first weeks. You work remotely from United Kingdom, with a desk in Bristol whenever you want one.</p>
<h2>What you will do</h2>
<ul>
<li>Develop end-to-end suites that fail for one reason only</li>
<li>Coach teams in exploratory testing before each release</li>
<li>Simulate peak load with traffic that looks like ours</li>
<li>Keep the documentation honest, so that a newcomer can ship in the first week</li>
<li>Turn vague requests into small, testable steps together with product and design</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>First practice from training, study or a job; the rest you learn with us</li>
<li>Experience with browser automation and API tests</li>
<li>A tester''s eye for the case nobody wrote down</li>
<li>Practice with Playwright, Python and Test design</li>
<li>A habit of small pull requests and clear commit messages</li>
<li>Experience with automated tests and continuous delivery</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Thirty days of leave, plus the days between the years</li>
<li>Sabbaticals after five years, with a guaranteed return</li>
<li>A yearly talk about pay that you do not have to ask for</li>
<li>Every second Friday for learning, tools or open source</li>
</ul>
<p>Not every point fits? Write to us all the same, and tell us what you would bring instead.</p>
', NULL, '''a'' ''about'' ''after'' ''all'' ''and'' ''api'' ''around'' ''ask'' ''autom'' ''automated'' ''automation'' ''be'' ''befor'' ''before'' ''belong'' ''belongs'' ''between'' ''bring'' ''bristol'' ''browser'' ''can'' ''case'' ''clear'' ''coach'' ''colleagu'' ''colleague'' ''commit'' ''continu'' ''continuous'' ''day'' ''days'' ''deliveri'' ''delivery'' ''design'' ''desk'' ''develop'' ''do'' ''document'' ''documentation'' ''down'' ''each'' ''end'' ''endto'' ''endtoend'' ''engin'' ''engineer'' ''everi'' ''every'' ''everyon'' ''everyone'' ''experi'' ''experience'' ''exploratori'' ''exploratory'' ''eye'' ''fail'' ''first'' ''fit'' ''fits'' ''five'' ''follow'' ''for'' ''friday'' ''from'' ''give'' ''gives'' ''guarante'' ''guaranteed'' ''habit'' ''have'' ''here'' ''honest'' ''in'' ''instead'' ''into'' ''is'' ''it'' ''job'' ''junior'' ''keep'' ''kestrel'' ''kingdom'' ''learn'' ''learning'' ''leav'' ''leave'' ''like'' ''live'' ''load'' ''look'' ''looks'' ''loom'' ''make'' ''makes'' ''messag'' ''messages'' ''mill'' ''mills'' ''newcom'' ''newcomer'' ''nobodi'' ''nobody'' ''not'' ''of'' ''offer'' ''one'' ''onli'' ''only'' ''open'' ''or'' ''our'' ''ours'' ''pay'' ''peak'' ''plan'' ''planning'' ''playwright'' ''plus'' ''point'' ''practic'' ''practice'' ''product'' ''pull'' ''python'' ''qualiti'' ''quality'' ''question'' ''questions'' ''reason'' ''releas'' ''release'' ''remot'' ''remotely'' ''request'' ''requests'' ''rest'' ''retir'' ''retiring'' ''return'' ''role'' ''s'' ''sabbat'' ''sabbaticals'' ''same'' ''second'' ''ship'' ''simul'' ''simulate'' ''small'' ''so'' ''softwar'' ''software'' ''sourc'' ''source'' ''sql'' ''step'' ''steps'' ''studi'' ''study'' ''suit'' ''suites'' ''tailor'' ''tailors'' ''talk'' ''team'' ''teams'' ''tell'' ''test'' ''testabl'' ''testable'' ''tester'' ''testers'' ''testing'' ''tests'' ''textil'' ''textile'' ''that'' ''the'' ''thirti'' ''thirty'' ''this'' ''to'' ''toend'' ''togeth'' ''together'' ''tool'' ''tools'' ''traffic'' ''train'' ''training'' ''turn'' ''unit'' ''united'' ''up'' ''us'' ''vagu'' ''vague'' ''want'' ''we'' ''week'' ''weeks'' ''what'' ''whenev'' ''whenever'' ''who'' ''will'' ''with'' ''work'' ''would'' ''write'' ''wrote'' ''year'' ''yearly'' ''years'' ''you'' ''autom'' ''automation'' ''engin'' ''engineer'' ''junior'' ''test'' ''automationengineer'' ''juniortest'' ''testautomation'' ''autom'' ''automation'' ''design'' ''engin'' ''engineer'' ''junior'' ''kestrel'' ''loom'' ''playwright'' ''python'' ''sql'' ''test'' ''automationengineer'' ''juniortest'' ''kestrelloom'' ''testautomation'' ''testdesign'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''automationengineer'' ''juniortest'' ''kestrelloom'' ''testautomation'' ''testdesign''', '''autom'' ''automation'' ''engin'' ''engineer'' ''junior'' ''test'' ''automationengineer'' ''juniortest'' ''testautomation'' ''autom'' ''automation'' ''design'' ''engin'' ''engineer'' ''junior'' ''kestrel'' ''loom'' ''playwright'' ''python'' ''sql'' ''test'' ''automationengineer'' ''juniortest'' ''kestrelloom'' ''testautomation'' ''testdesign''', 2, DEFAULT),
	('01a1ddce-20e0-7598-91bc-f53c7ca2c189', 'communications-manager-7ca2c189', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Communications Manager', 'marketing', 'Kestrel & Loom makes planning software for textile mills and tailors. The brand team makes sure that Kestrel & Loom sounds like one company in every town and on every box. The position is open from now on; we will wait for the right person. The place of work is Bristol, ten minutes from the station.

## What you will do

- Develop campaigns with a single strong idea
- Answer press enquiries quickly and truthfully
- Guide partners in using the brand well
- Plan quarterly goals together with sales and product
- Report results plainly, including the campaigns that flopped
- Brief agencies and freelancers so that first drafts hit the mark

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- Experience on the brand or agency side
- A steady hand in tricky press situations
- Taste, plus reasons for it
- Practice with Brand strategy, Press relations and Campaign planning
- Confident, concrete writing
- Respect for the reader''s time

## What we offer

- Support with relocation, papers and finding a flat
- Fresh fruit is fine, but what we are proud of is sick pay from day one
- The option of a four-day week after the first half year
- A budget that matches the goals
- Short ways to the people who build the product

Not every point fits? Write to us all the same, and tell us what you would bring instead.', 'temporary', 'on_site', 'Bristol', 'England', 'GB', 'Brand strategy
Press relations
Campaign planning
Agency management
Market research', 2700, 3400, 'GBP', 'hour', 70720, 30, 1, '2027-01-14 23:59:59+00', '2026-11-15 07:03:56+00', '2026-11-15 06:03:56+00', '2026-11-15 07:03:56+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. The brand team makes sure that Kestrel & Loom sounds like one company in every town and…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. The brand team makes sure that Kestrel &amp; Loom sounds like one company in every town and on every box. The position is open from now on; we will wait for the right person. The place of work is Bristol, ten minutes from the station.</p>
<h2>What you will do</h2>
<ul>
<li>Develop campaigns with a single strong idea</li>
<li>Answer press enquiries quickly and truthfully</li>
<li>Guide partners in using the brand well</li>
<li>Plan quarterly goals together with sales and product</li>
<li>Report results plainly, including the campaigns that flopped</li>
<li>Brief agencies and freelancers so that first drafts hit the mark</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>Experience on the brand or agency side</li>
<li>A steady hand in tricky press situations</li>
<li>Taste, plus reasons for it</li>
<li>Practice with Brand strategy, Press relations and Campaign planning</li>
<li>Confident, concrete writing</li>
<li>Respect for the reader''s time</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Support with relocation, papers and finding a flat</li>
<li>Fresh fruit is fine, but what we are proud of is sick pay from day one</li>
<li>The option of a four-day week after the first half year</li>
<li>A budget that matches the goals</li>
<li>Short ways to the people who build the product</li>
</ul>
<p>Not every point fits? Write to us all the same, and tell us what you would bring instead.</p>
', NULL, '''a'' ''after'' ''agenc'' ''agencies'' ''agency'' ''all'' ''an'' ''and'' ''answer'' ''are'' ''box'' ''brand'' ''brief'' ''bring'' ''bristol'' ''budget'' ''build'' ''but'' ''campaign'' ''campaigns'' ''communic'' ''communications'' ''compani'' ''company'' ''concret'' ''concrete'' ''confid'' ''confident'' ''day'' ''develop'' ''do'' ''draft'' ''drafts'' ''enquiri'' ''enquiries'' ''everi'' ''every'' ''experi'' ''experience'' ''find'' ''finding'' ''fine'' ''first'' ''fit'' ''fits'' ''flat'' ''flop'' ''flopped'' ''for'' ''four'' ''fourday'' ''freelanc'' ''freelancers'' ''fresh'' ''from'' ''fruit'' ''goal'' ''goals'' ''guid'' ''guide'' ''half'' ''hand'' ''hit'' ''idea'' ''in'' ''includ'' ''including'' ''instead'' ''is'' ''it'' ''kestrel'' ''like'' ''loom'' ''make'' ''makes'' ''manag'' ''management'' ''manager'' ''mark'' ''market'' ''match'' ''matches'' ''mill'' ''mills'' ''minut'' ''minutes'' ''not'' ''now'' ''of'' ''offer'' ''on'' ''one'' ''open'' ''option'' ''or'' ''paper'' ''papers'' ''partner'' ''partners'' ''path'' ''pay'' ''peopl'' ''people'' ''person'' ''place'' ''plain'' ''plainly'' ''plan'' ''planning'' ''plus'' ''point'' ''posit'' ''position'' ''practic'' ''practice'' ''press'' ''product'' ''proud'' ''quarter'' ''quarterly'' ''quick'' ''quickly'' ''reader'' ''readers'' ''reason'' ''reasons'' ''relat'' ''relations'' ''reloc'' ''relocation'' ''report'' ''research'' ''respect'' ''result'' ''results'' ''right'' ''role'' ''s'' ''sale'' ''sales'' ''same'' ''short'' ''sick'' ''side'' ''similar'' ''singl'' ''single'' ''situat'' ''situations'' ''so'' ''softwar'' ''software'' ''sound'' ''sounds'' ''station'' ''steadi'' ''steady'' ''strategi'' ''strategy'' ''strong'' ''support'' ''sure'' ''tailor'' ''tailors'' ''tast'' ''taste'' ''team'' ''tell'' ''ten'' ''textil'' ''textile'' ''that'' ''the'' ''time'' ''to'' ''togeth'' ''together'' ''town'' ''tricki'' ''tricky'' ''truth'' ''truthfully'' ''two'' ''unusu'' ''unusual'' ''us'' ''use'' ''using'' ''wait'' ''way'' ''ways'' ''we'' ''week'' ''well'' ''what'' ''who'' ''will'' ''with'' ''work'' ''would'' ''write'' ''writing'' ''year'' ''years'' ''you'' ''communic'' ''communications'' ''manag'' ''manager'' ''communicationsmanager'' ''agenc'' ''agency'' ''brand'' ''campaign'' ''communic'' ''communications'' ''kestrel'' ''loom'' ''manag'' ''management'' ''manager'' ''market'' ''plan'' ''planning'' ''press'' ''relat'' ''relations'' ''research'' ''strategi'' ''strategy'' ''agencymanagement'' ''brandstrategy'' ''campaignplanning'' ''communicationsmanager'' ''kestrelloom'' ''marketresearch'' ''pressrelations'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''agencymanagement'' ''brandstrategy'' ''campaignplanning'' ''communicationsmanager'' ''kestrelloom'' ''marketresearch'' ''pressrelations''', '''communic'' ''communications'' ''manag'' ''manager'' ''communicationsmanager'' ''agenc'' ''agency'' ''brand'' ''campaign'' ''communic'' ''communications'' ''kestrel'' ''loom'' ''manag'' ''management'' ''manager'' ''market'' ''plan'' ''planning'' ''press'' ''relat'' ''relations'' ''research'' ''strategi'' ''strategy'' ''agencymanagement'' ''brandstrategy'' ''campaignplanning'' ''communicationsmanager'' ''kestrelloom'' ''marketresearch'' ''pressrelations''', 2, DEFAULT),
	('01a1ce5a-bec0-7491-9fa2-d285f4dd6a1d', 'lead-ios-engineer-f4dd6a1d', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Lead iOS Engineer', 'engineering', 'Kestrel & Loom makes planning software for textile mills and tailors. Our apps are used outdoors, with gloves and with one bar of signal; the mobile team makes them work anyway. The position is open from now on; we will wait for the right person. The position is remote within United Kingdom, with a team week in Bristol each quarter.

## What you will do

- Ship a release every two weeks with a staged rollout
- Profile start-up time, battery drain and memory on old devices
- Guard the crash-free rate as a number the whole team knows
- Turn vague requests into small, testable steps together with product and design
- Measure before and after every change that claims to be faster

## What you bring

- Experience in guiding a team of three to ten people
- At least one app in a store that you are proud of
- Command of Kotlin or Swift and its concurrency model
- Experience with offline storage and background work
- Practice with Kotlin, Jetpack Compose and SwiftUI
- A habit of small pull requests and clear commit messages
- Judgement about when a plain solution is enough
- Curiosity about how the systems beneath yours work

## What we offer

- Thirty days of leave, plus the days between the years
- Pay bands that are open to everyone in the house
- Places at a nearby nursery
- Fresh fruit is fine, but what we are proud of is sick pay from day one
- Every second Friday for learning, tools or open source
- A yearly conference budget, travel included

Questions first? Send a message here and someone from the team will answer.', 'full_time', 'remote', 'Bristol', 'England', 'GB', 'Kotlin
Jetpack Compose
SwiftUI
Offline sync
Mobile CI
GraphQL', 6800000, 8450000, 'GBP', 'year', 84500, 178, 1, '2027-01-11 23:59:59+00', '2026-11-12 07:03:36+00', '2026-11-12 06:03:36+00', '2026-11-12 07:03:36+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Our apps are used outdoors, with gloves and with one bar of signal; the mobile team makes…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Our apps are used outdoors, with gloves and with one bar of signal; the mobile team makes them work anyway. The position is open from now on; we will wait for the right person. The position is remote within United Kingdom, with a team week in Bristol each quarter.</p>
<h2>What you will do</h2>
<ul>
<li>Ship a release every two weeks with a staged rollout</li>
<li>Profile start-up time, battery drain and memory on old devices</li>
<li>Guard the crash-free rate as a number the whole team knows</li>
<li>Turn vague requests into small, testable steps together with product and design</li>
<li>Measure before and after every change that claims to be faster</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Experience in guiding a team of three to ten people</li>
<li>At least one app in a store that you are proud of</li>
<li>Command of Kotlin or Swift and its concurrency model</li>
<li>Experience with offline storage and background work</li>
<li>Practice with Kotlin, Jetpack Compose and SwiftUI</li>
<li>A habit of small pull requests and clear commit messages</li>
<li>Judgement about when a plain solution is enough</li>
<li>Curiosity about how the systems beneath yours work</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Thirty days of leave, plus the days between the years</li>
<li>Pay bands that are open to everyone in the house</li>
<li>Places at a nearby nursery</li>
<li>Fresh fruit is fine, but what we are proud of is sick pay from day one</li>
<li>Every second Friday for learning, tools or open source</li>
<li>A yearly conference budget, travel included</li>
</ul>
<p>Questions first? Send a message here and someone from the team will answer.</p>
', NULL, '''a'' ''about'' ''after'' ''and'' ''answer'' ''anyway'' ''app'' ''apps'' ''are'' ''as'' ''at'' ''background'' ''band'' ''bands'' ''bar'' ''batteri'' ''battery'' ''be'' ''befor'' ''before'' ''beneath'' ''between'' ''bring'' ''bristol'' ''budget'' ''but'' ''chang'' ''change'' ''ci'' ''claim'' ''claims'' ''clear'' ''command'' ''commit'' ''compos'' ''compose'' ''concurr'' ''concurrency'' ''confer'' ''conference'' ''crash'' ''crashfree'' ''curios'' ''curiosity'' ''day'' ''days'' ''design'' ''devic'' ''devices'' ''do'' ''drain'' ''each'' ''engin'' ''engineer'' ''enough'' ''everi'' ''every'' ''everyon'' ''everyone'' ''experi'' ''experience'' ''faster'' ''fine'' ''first'' ''for'' ''free'' ''fresh'' ''friday'' ''from'' ''fruit'' ''glove'' ''gloves'' ''graphql'' ''guard'' ''guid'' ''guiding'' ''habit'' ''here'' ''hous'' ''house'' ''how'' ''in'' ''includ'' ''included'' ''into'' ''ios'' ''is'' ''its'' ''jetpack'' ''judgement'' ''kestrel'' ''kingdom'' ''know'' ''knows'' ''kotlin'' ''lead'' ''learn'' ''learning'' ''least'' ''leav'' ''leave'' ''loom'' ''make'' ''makes'' ''measur'' ''measure'' ''memori'' ''memory'' ''messag'' ''message'' ''messages'' ''mill'' ''mills'' ''mobil'' ''mobile'' ''model'' ''nearbi'' ''nearby'' ''now'' ''number'' ''nurseri'' ''nursery'' ''of'' ''offer'' ''offlin'' ''offline'' ''old'' ''on'' ''one'' ''open'' ''or'' ''our'' ''outdoor'' ''outdoors'' ''pay'' ''peopl'' ''people'' ''person'' ''place'' ''places'' ''plain'' ''plan'' ''planning'' ''plus'' ''posit'' ''position'' ''practic'' ''practice'' ''product'' ''profil'' ''profile'' ''proud'' ''pull'' ''quarter'' ''question'' ''questions'' ''rate'' ''releas'' ''release'' ''remot'' ''remote'' ''request'' ''requests'' ''right'' ''rollout'' ''second'' ''send'' ''ship'' ''sick'' ''signal'' ''small'' ''softwar'' ''software'' ''solut'' ''solution'' ''someon'' ''someone'' ''sourc'' ''source'' ''stage'' ''staged'' ''start'' ''startup'' ''step'' ''steps'' ''storag'' ''storage'' ''store'' ''swift'' ''swiftui'' ''sync'' ''system'' ''systems'' ''tailor'' ''tailors'' ''team'' ''ten'' ''testabl'' ''testable'' ''textil'' ''textile'' ''that'' ''the'' ''them'' ''thirti'' ''thirty'' ''three'' ''time'' ''to'' ''togeth'' ''together'' ''tool'' ''tools'' ''travel'' ''turn'' ''two'' ''unit'' ''united'' ''up'' ''use'' ''used'' ''vagu'' ''vague'' ''wait'' ''we'' ''week'' ''weeks'' ''what'' ''when'' ''whole'' ''will'' ''with'' ''within'' ''work'' ''year'' ''yearly'' ''years'' ''you'' ''your'' ''yours'' ''engin'' ''engineer'' ''ios'' ''lead'' ''iosengineer'' ''leadios'' ''ci'' ''compos'' ''compose'' ''engin'' ''engineer'' ''graphql'' ''ios'' ''jetpack'' ''kestrel'' ''kotlin'' ''lead'' ''loom'' ''mobil'' ''mobile'' ''offlin'' ''offline'' ''swiftui'' ''sync'' ''iosengineer'' ''jetpackcompose'' ''kestrelloom'' ''leadios'' ''mobileci'' ''offlinesync'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''iosengineer'' ''jetpackcompose'' ''kestrelloom'' ''leadios'' ''mobileci'' ''offlinesync''', '''engin'' ''engineer'' ''ios'' ''lead'' ''iosengineer'' ''leadios'' ''ci'' ''compos'' ''compose'' ''engin'' ''engineer'' ''graphql'' ''ios'' ''jetpack'' ''kestrel'' ''kotlin'' ''lead'' ''loom'' ''mobil'' ''mobile'' ''offlin'' ''offline'' ''swiftui'' ''sync'' ''iosengineer'' ''jetpackcompose'' ''kestrelloom'' ''leadios'' ''mobileci'' ''offlinesync''', 2, DEFAULT),
	('01a1af74-c988-7e09-a993-cd71081d1e30', 'senior-site-reliability-engineer-081d1e30', '01933b1a-4e40-7006-b638-2c276cb350a1', 'open', 'Senior Site Reliability Engineer', 'engineering', 'Kestrel & Loom makes planning software for textile mills and tailors. The platform team gives every engineer at Kestrel & Loom a paved road from laptop to production. As Site Reliability Engineer you join a team that knows its work and enjoys showing newcomers around. Work from anywhere in United Kingdom; we meet in Edinburgh four times a year, at our expense.

## What you will do

- Automate the chores that still need a person at three in the morning
- Define service levels with the teams that own them
- Run game days that find weak spots before customers do
- Rebuild clusters from code alone, as a drill, twice a year
- Share the on-call rota: one week in six, with a day off after a rough night
- Turn vague requests into small, testable steps together with product and design

## What you bring

- Five or more years of practice, some of them as the person others ask
- Experience running Linux systems under real load
- A calm voice during incidents and an honest pen afterwards
- Practice with Terraform, Prometheus and Linux
- A habit of small pull requests and clear commit messages
- Judgement about when a plain solution is enough

## What we offer

- A company pension with a real contribution
- Pay bands that are open to everyone in the house
- A companion for your first hundred days
- Every second Friday for learning, tools or open source
- A yearly conference budget, travel included

Not every point fits? Write to us all the same, and tell us what you would bring instead.', 'full_time', 'remote', 'Edinburgh', 'Scotland', 'GB', 'Terraform
Prometheus
Linux
AWS
Ansible
Grafana
Networking
Bash', 6700000, 8550000, 'GBP', 'year', 85500, 115, 1, '2027-01-05 23:59:59+00', '2026-11-06 07:03:49+00', '2026-11-06 06:03:49+00', '2026-11-06 07:03:49+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. The platform team gives every engineer at Kestrel & Loom a paved road from laptop to…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. The platform team gives every engineer at Kestrel &amp; Loom a paved road from laptop to production. As Site Reliability Engineer you join a team that knows its work and enjoys showing newcomers around. Work from anywhere in United Kingdom; we meet in Edinburgh four times a year, at our expense.</p>
<h2>What you will do</h2>
<ul>
<li>Automate the chores that still need a person at three in the morning</li>
<li>Define service levels with the teams that own them</li>
<li>Run game days that find weak spots before customers do</li>
<li>Rebuild clusters from code alone, as a drill, twice a year</li>
<li>Share the on-call rota: one week in six, with a day off after a rough night</li>
<li>Turn vague requests into small, testable steps together with product and design</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Five or more years of practice, some of them as the person others ask</li>
<li>Experience running Linux systems under real load</li>
<li>A calm voice during incidents and an honest pen afterwards</li>
<li>Practice with Terraform, Prometheus and Linux</li>
<li>A habit of small pull requests and clear commit messages</li>
<li>Judgement about when a plain solution is enough</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>A company pension with a real contribution</li>
<li>Pay bands that are open to everyone in the house</li>
<li>A companion for your first hundred days</li>
<li>Every second Friday for learning, tools or open source</li>
<li>A yearly conference budget, travel included</li>
</ul>
<p>Not every point fits? Write to us all the same, and tell us what you would bring instead.</p>
', NULL, '''a'' ''about'' ''after'' ''afterward'' ''afterwards'' ''all'' ''alon'' ''alone'' ''an'' ''and'' ''ansibl'' ''ansible'' ''anywher'' ''anywhere'' ''are'' ''around'' ''as'' ''ask'' ''at'' ''autom'' ''automate'' ''aws'' ''band'' ''bands'' ''bash'' ''befor'' ''before'' ''bring'' ''budget'' ''call'' ''calm'' ''chore'' ''chores'' ''clear'' ''cluster'' ''clusters'' ''code'' ''commit'' ''compani'' ''companion'' ''company'' ''confer'' ''conference'' ''contribut'' ''contribution'' ''custom'' ''customers'' ''day'' ''days'' ''defin'' ''define'' ''design'' ''do'' ''drill'' ''dure'' ''during'' ''edinburgh'' ''engin'' ''engineer'' ''enjoy'' ''enjoys'' ''enough'' ''everi'' ''every'' ''everyon'' ''everyone'' ''expens'' ''expense'' ''experi'' ''experience'' ''find'' ''first'' ''fit'' ''fits'' ''five'' ''for'' ''four'' ''friday'' ''from'' ''game'' ''give'' ''gives'' ''grafana'' ''habit'' ''honest'' ''hous'' ''house'' ''hundr'' ''hundred'' ''in'' ''incid'' ''incidents'' ''includ'' ''included'' ''instead'' ''into'' ''is'' ''its'' ''join'' ''judgement'' ''kestrel'' ''kingdom'' ''know'' ''knows'' ''laptop'' ''learn'' ''learning'' ''level'' ''levels'' ''linux'' ''load'' ''loom'' ''make'' ''makes'' ''meet'' ''messag'' ''messages'' ''mill'' ''mills'' ''more'' ''morn'' ''morning'' ''need'' ''network'' ''networking'' ''newcom'' ''newcomers'' ''night'' ''not'' ''of'' ''off'' ''offer'' ''on'' ''oncall'' ''one'' ''open'' ''or'' ''other'' ''others'' ''our'' ''own'' ''pave'' ''paved'' ''pay'' ''pen'' ''pension'' ''person'' ''plain'' ''plan'' ''planning'' ''platform'' ''point'' ''practic'' ''practice'' ''product'' ''production'' ''prometheus'' ''pull'' ''real'' ''rebuild'' ''reliability'' ''reliabl'' ''request'' ''requests'' ''road'' ''rota'' ''rough'' ''run'' ''running'' ''same'' ''second'' ''senior'' ''servic'' ''service'' ''share'' ''show'' ''showing'' ''site'' ''six'' ''small'' ''softwar'' ''software'' ''solut'' ''solution'' ''some'' ''sourc'' ''source'' ''spot'' ''spots'' ''step'' ''steps'' ''still'' ''system'' ''systems'' ''tailor'' ''tailors'' ''team'' ''teams'' ''tell'' ''terraform'' ''testabl'' ''testable'' ''textil'' ''textile'' ''that'' ''the'' ''them'' ''three'' ''time'' ''times'' ''to'' ''togeth'' ''together'' ''tool'' ''tools'' ''travel'' ''turn'' ''twice'' ''under'' ''unit'' ''united'' ''us'' ''vagu'' ''vague'' ''voic'' ''voice'' ''we'' ''weak'' ''week'' ''what'' ''when'' ''will'' ''with'' ''work'' ''would'' ''write'' ''year'' ''yearly'' ''years'' ''you'' ''your'' ''engin'' ''engineer'' ''reliability'' ''reliabl'' ''senior'' ''site'' ''reliabilityengineer'' ''seniorsite'' ''sitereliability'' ''ansibl'' ''ansible'' ''aws'' ''bash'' ''engin'' ''engineer'' ''grafana'' ''kestrel'' ''linux'' ''loom'' ''network'' ''networking'' ''prometheus'' ''reliability'' ''reliabl'' ''senior'' ''site'' ''terraform'' ''kestrelloom'' ''reliabilityengineer'' ''seniorsite'' ''sitereliability'' ''alba'' ''dun'' ''ecoss'' ''ecosse'' ''edimbourg'' ''edimburgo'' ''edinburg'' ''edinburgh'' ''edynburg'' ''eideann'' ''escocia'' ''schotland'' ''schottland'' ''scotland'' ''scozia'' ''szkocja'' ''эдинбург'' ''丁'' ''丁堡'' ''堡'' ''爱'' ''爱丁'' ''duneideann'' ''gbedinburgh'' ''gbschottland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''kestrelloom'' ''reliabilityengineer'' ''seniorsite'' ''sitereliability''', '''engin'' ''engineer'' ''reliability'' ''reliabl'' ''senior'' ''site'' ''reliabilityengineer'' ''seniorsite'' ''sitereliability'' ''ansibl'' ''ansible'' ''aws'' ''bash'' ''engin'' ''engineer'' ''grafana'' ''kestrel'' ''linux'' ''loom'' ''network'' ''networking'' ''prometheus'' ''reliability'' ''reliabl'' ''senior'' ''site'' ''terraform'' ''kestrelloom'' ''reliabilityengineer'' ''seniorsite'' ''sitereliability''', 2, DEFAULT),
	('01a1a001-01d8-7d81-a82c-a123dc5a4acc', 'data-governance-specialist-dc5a4acc', '01933b1a-4e40-7006-b638-2c276cb350a1', 'draft', 'Data Governance Specialist', 'data', 'Kestrel & Loom makes planning software for textile mills and tailors. Someone has to know what each field means, and at Kestrel & Loom that person is well respected. You will be one of nine people in the team, with experience from one year to thirty. The office is in Bristol, and half of the week can be spent at home.

## What you will do

- Maintain the catalogue of data sets, owners and retention rules
- Audit access rights every quarter
- Advise projects on lawful and sensible use of data
- Challenge requests kindly until the real question appears
- Present findings at the monthly open forum

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- Experience with data catalogues or master data
- Working knowledge of the GDPR
- Practice with Data catalogues, GDPR and Metadata
- Experience with version control and reviewed code
- Respect for privacy law in daily work

## What we offer

- Public transport pass or bicycle lease
- Support with relocation, papers and finding a flat
- Language courses during working hours
- A yearly talk about pay that you do not have to ask for
- Access to clean, documented data and the people who produce it
- A reading group that meets in paid time

Please send a resume and a few lines about yourself; no photo and no date of birth needed.', 'full_time', 'hybrid', 'Bristol', 'England', 'GB', 'Data catalogues
GDPR
Metadata
Data quality
SQL
Stakeholder management', 4150000, 5250000, 'GBP', 'year', 52500, 0, 1, NULL, NULL, '2026-11-03 06:03:03+00', '2026-11-03 07:03:03+00', false, NULL, 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Someone has to know what each field means, and at Kestrel & Loom that person is well…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Someone has to know what each field means, and at Kestrel &amp; Loom that person is well respected. You will be one of nine people in the team, with experience from one year to thirty. The office is in Bristol, and half of the week can be spent at home.</p>
<h2>What you will do</h2>
<ul>
<li>Maintain the catalogue of data sets, owners and retention rules</li>
<li>Audit access rights every quarter</li>
<li>Advise projects on lawful and sensible use of data</li>
<li>Challenge requests kindly until the real question appears</li>
<li>Present findings at the monthly open forum</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>Experience with data catalogues or master data</li>
<li>Working knowledge of the GDPR</li>
<li>Practice with Data catalogues, GDPR and Metadata</li>
<li>Experience with version control and reviewed code</li>
<li>Respect for privacy law in daily work</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Public transport pass or bicycle lease</li>
<li>Support with relocation, papers and finding a flat</li>
<li>Language courses during working hours</li>
<li>A yearly talk about pay that you do not have to ask for</li>
<li>Access to clean, documented data and the people who produce it</li>
<li>A reading group that meets in paid time</li>
</ul>
<p>Please send a resume and a few lines about yourself; no photo and no date of birth needed.</p>
', NULL, '''a'' ''about'' ''access'' ''advis'' ''advise'' ''an'' ''and'' ''appear'' ''appears'' ''ask'' ''at'' ''audit'' ''be'' ''bicycl'' ''bicycle'' ''birth'' ''bring'' ''bristol'' ''can'' ''catalogu'' ''catalogue'' ''catalogues'' ''challeng'' ''challenge'' ''clean'' ''code'' ''control'' ''cours'' ''courses'' ''daili'' ''daily'' ''data'' ''date'' ''do'' ''document'' ''documented'' ''dure'' ''during'' ''each'' ''everi'' ''every'' ''experi'' ''experience'' ''few'' ''field'' ''find'' ''finding'' ''findings'' ''flat'' ''for'' ''forum'' ''four'' ''from'' ''gdpr'' ''govern'' ''governance'' ''group'' ''half'' ''has'' ''have'' ''home'' ''hour'' ''hours'' ''in'' ''is'' ''it'' ''kestrel'' ''kind'' ''kindly'' ''know'' ''knowledg'' ''knowledge'' ''languag'' ''language'' ''law'' ''lawful'' ''leas'' ''lease'' ''line'' ''lines'' ''loom'' ''maintain'' ''make'' ''makes'' ''manag'' ''management'' ''master'' ''mean'' ''means'' ''meet'' ''meets'' ''metadata'' ''mill'' ''mills'' ''month'' ''monthly'' ''need'' ''needed'' ''nine'' ''no'' ''not'' ''of'' ''offer'' ''offic'' ''office'' ''on'' ''one'' ''open'' ''or'' ''owner'' ''owners'' ''paid'' ''paper'' ''papers'' ''pass'' ''path'' ''pay'' ''peopl'' ''people'' ''person'' ''photo'' ''place'' ''plan'' ''planning'' ''pleas'' ''please'' ''practic'' ''practice'' ''present'' ''privaci'' ''privacy'' ''produc'' ''produce'' ''project'' ''projects'' ''public'' ''qualiti'' ''quality'' ''quarter'' ''question'' ''read'' ''reading'' ''real'' ''reloc'' ''relocation'' ''request'' ''requests'' ''respect'' ''respected'' ''resum'' ''resume'' ''retent'' ''retention'' ''review'' ''reviewed'' ''right'' ''rights'' ''role'' ''rule'' ''rules'' ''same'' ''send'' ''sensibl'' ''sensible'' ''set'' ''sets'' ''similar'' ''softwar'' ''software'' ''someon'' ''someone'' ''specialist'' ''spent'' ''sql'' ''stakehold'' ''stakeholder'' ''support'' ''tailor'' ''tailors'' ''talk'' ''team'' ''textil'' ''textile'' ''that'' ''the'' ''thirti'' ''thirty'' ''time'' ''to'' ''transport'' ''two'' ''until'' ''unusu'' ''unusual'' ''use'' ''version'' ''we'' ''week'' ''well'' ''what'' ''who'' ''will'' ''with'' ''work'' ''working'' ''year'' ''yearly'' ''years'' ''you'' ''yourself'' ''data'' ''govern'' ''governance'' ''specialist'' ''datagovernance'' ''governancespecialist'' ''catalogu'' ''catalogues'' ''data'' ''gdpr'' ''govern'' ''governance'' ''kestrel'' ''loom'' ''manag'' ''management'' ''metadata'' ''qualiti'' ''quality'' ''specialist'' ''sql'' ''stakehold'' ''stakeholder'' ''datacatalogues'' ''datagovernance'' ''dataquality'' ''governancespecialist'' ''kestrelloom'' ''stakeholdermanagement'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''datacatalogues'' ''datagovernance'' ''dataquality'' ''governancespecialist'' ''kestrelloom'' ''stakeholdermanagement''', '''data'' ''govern'' ''governance'' ''specialist'' ''datagovernance'' ''governancespecialist'' ''catalogu'' ''catalogues'' ''data'' ''gdpr'' ''govern'' ''governance'' ''kestrel'' ''loom'' ''manag'' ''management'' ''metadata'' ''qualiti'' ''quality'' ''specialist'' ''sql'' ''stakehold'' ''stakeholder'' ''datacatalogues'' ''datagovernance'' ''dataquality'' ''governancespecialist'' ''kestrelloom'' ''stakeholdermanagement''', 2, DEFAULT),
	('01a1351d-8710-7964-97c6-9b29cc986855', 'senior-frontend-developer-onboarding-cc986855', '01933b1a-4e40-7006-b638-2c276cb350a1', 'closed', 'Senior Frontend Developer, Onboarding', 'engineering', 'Kestrel & Loom makes planning software for textile mills and tailors. Everything our customers see passes through the frontend team, which sits right next to design. You follow a colleague who is retiring and who will be around for the first weeks. The position is remote within United Kingdom, with a team week in Bristol each quarter.

## What you will do

- Build interfaces that work with a keyboard, a screen reader and a slow phone
- Maintain the component library shared by four product teams
- Trim the bundle until the first page is readable within a second
- Pair with designers from the first sketch instead of the final handover
- Review the work of others with care, and ask for the same in return
- Keep the documentation honest, so that a newcomer can ship in the first week
- Measure before and after every change that claims to be faster

## What you bring

- Five or more years of practice, some of them as the person others ask
- Deep knowledge of HTML, CSS and the browser''s event model
- Practical experience with accessibility audits
- Practice with Accessibility, Playwright and WebAssembly
- A habit of small pull requests and clear commit messages
- Experience with automated tests and continuous delivery
- Curiosity about how the systems beneath yours work

## What we offer

- Paid volunteer days, two each year
- The option of a four-day week after the first half year
- Sabbaticals after five years, with a guaranteed return
- A laptop of your choice, and Linux is welcome
- A yearly conference budget, travel included

Not every point fits? Write to us all the same, and tell us what you would bring instead.', 'full_time', 'remote', 'Bristol', 'England', 'GB', 'Accessibility
Playwright
WebAssembly
Svelte
Web performance', 6600000, 7900000, 'GBP', 'year', 79000, 200, 1, '2026-12-12 23:59:59+00', '2026-10-13 12:54:50+00', '2026-10-13 11:54:50+00', '2026-11-14 09:00:56.666666+00', false, '2026-11-14 09:00:56.666666+00', 3, 'Kestrel & Loom makes planning software for textile mills and tailors. Everything our customers see passes through the frontend team, which sits right next to…', '<p>Kestrel &amp; Loom makes planning software for textile mills and tailors. Everything our customers see passes through the frontend team, which sits right next to design. You follow a colleague who is retiring and who will be around for the first weeks. The position is remote within United Kingdom, with a team week in Bristol each quarter.</p>
<h2>What you will do</h2>
<ul>
<li>Build interfaces that work with a keyboard, a screen reader and a slow phone</li>
<li>Maintain the component library shared by four product teams</li>
<li>Trim the bundle until the first page is readable within a second</li>
<li>Pair with designers from the first sketch instead of the final handover</li>
<li>Review the work of others with care, and ask for the same in return</li>
<li>Keep the documentation honest, so that a newcomer can ship in the first week</li>
<li>Measure before and after every change that claims to be faster</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Five or more years of practice, some of them as the person others ask</li>
<li>Deep knowledge of HTML, CSS and the browser''s event model</li>
<li>Practical experience with accessibility audits</li>
<li>Practice with Accessibility, Playwright and WebAssembly</li>
<li>A habit of small pull requests and clear commit messages</li>
<li>Experience with automated tests and continuous delivery</li>
<li>Curiosity about how the systems beneath yours work</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Paid volunteer days, two each year</li>
<li>The option of a four-day week after the first half year</li>
<li>Sabbaticals after five years, with a guaranteed return</li>
<li>A laptop of your choice, and Linux is welcome</li>
<li>A yearly conference budget, travel included</li>
</ul>
<p>Not every point fits? Write to us all the same, and tell us what you would bring instead.</p>
', NULL, '''a'' ''about'' ''access'' ''accessibility'' ''after'' ''all'' ''and'' ''around'' ''as'' ''ask'' ''audit'' ''audits'' ''autom'' ''automated'' ''be'' ''befor'' ''before'' ''beneath'' ''bring'' ''bristol'' ''browser'' ''browsers'' ''budget'' ''build'' ''bundl'' ''bundle'' ''by'' ''can'' ''care'' ''chang'' ''change'' ''choic'' ''choice'' ''claim'' ''claims'' ''clear'' ''colleagu'' ''colleague'' ''commit'' ''compon'' ''component'' ''confer'' ''conference'' ''continu'' ''continuous'' ''css'' ''curios'' ''curiosity'' ''custom'' ''customers'' ''day'' ''days'' ''deep'' ''deliveri'' ''delivery'' ''design'' ''designers'' ''develop'' ''developer'' ''do'' ''document'' ''documentation'' ''each'' ''event'' ''everi'' ''every'' ''everyth'' ''everything'' ''experi'' ''experience'' ''faster'' ''final'' ''first'' ''fit'' ''fits'' ''five'' ''follow'' ''for'' ''four'' ''fourday'' ''from'' ''frontend'' ''guarante'' ''guaranteed'' ''habit'' ''half'' ''handov'' ''handover'' ''honest'' ''how'' ''html'' ''in'' ''includ'' ''included'' ''instead'' ''interfac'' ''interfaces'' ''is'' ''keep'' ''kestrel'' ''keyboard'' ''kingdom'' ''knowledg'' ''knowledge'' ''laptop'' ''librari'' ''library'' ''linux'' ''loom'' ''maintain'' ''make'' ''makes'' ''measur'' ''measure'' ''messag'' ''messages'' ''mill'' ''mills'' ''model'' ''more'' ''newcom'' ''newcomer'' ''next'' ''not'' ''of'' ''offer'' ''onboard'' ''onboarding'' ''option'' ''or'' ''other'' ''others'' ''our'' ''page'' ''paid'' ''pair'' ''pass'' ''passes'' ''perform'' ''performance'' ''person'' ''phone'' ''plan'' ''planning'' ''playwright'' ''point'' ''posit'' ''position'' ''practic'' ''practical'' ''practice'' ''product'' ''pull'' ''quarter'' ''readabl'' ''readable'' ''reader'' ''remot'' ''remote'' ''request'' ''requests'' ''retir'' ''retiring'' ''return'' ''review'' ''right'' ''s'' ''sabbat'' ''sabbaticals'' ''same'' ''screen'' ''second'' ''see'' ''senior'' ''share'' ''shared'' ''ship'' ''sit'' ''sits'' ''sketch'' ''slow'' ''small'' ''so'' ''softwar'' ''software'' ''some'' ''svelt'' ''svelte'' ''system'' ''systems'' ''tailor'' ''tailors'' ''team'' ''teams'' ''tell'' ''test'' ''tests'' ''textil'' ''textile'' ''that'' ''the'' ''them'' ''through'' ''to'' ''travel'' ''trim'' ''two'' ''unit'' ''united'' ''until'' ''us'' ''volunt'' ''volunteer'' ''we'' ''web'' ''webassembl'' ''webassembly'' ''week'' ''weeks'' ''welcom'' ''welcome'' ''what'' ''which'' ''who'' ''will'' ''with'' ''within'' ''work'' ''would'' ''write'' ''year'' ''yearly'' ''years'' ''you'' ''your'' ''yours'' ''develop'' ''developer'' ''frontend'' ''onboard'' ''onboarding'' ''senior'' ''developeronboarding'' ''frontenddeveloper'' ''seniorfrontend'' ''access'' ''accessibility'' ''develop'' ''developer'' ''frontend'' ''kestrel'' ''loom'' ''onboard'' ''onboarding'' ''perform'' ''performance'' ''playwright'' ''senior'' ''svelt'' ''svelte'' ''web'' ''webassembl'' ''webassembly'' ''developeronboarding'' ''frontenddeveloper'' ''kestrelloom'' ''seniorfrontend'' ''webperformance'' ''angleterr'' ''angleterre'' ''anglia'' ''bristol'' ''engeland'' ''england'' ''inghilterra'' ''inglaterra'' ''gbengland'' ''britain'' ''brytania'' ''gb'' ''gbr'' ''great'' ''grossbritannien'' ''k'' ''kingdom'' ''koenigreich'' ''konigreich'' ''regno'' ''reino'' ''royaum'' ''royaume'' ''royaumeuni'' ''u'' ''uk'' ''uni'' ''unido'' ''unit'' ''united'' ''unito'' ''vereinigt'' ''vereinigtes'' ''wielka'' ''greatbritain'' ''regnounito'' ''reinounido'' ''unitedkingdom'' ''vereinigteskoenigreich'' ''vereinigteskonigreich'' ''wielkabrytania'' ''developeronboarding'' ''frontenddeveloper'' ''kestrelloom'' ''seniorfrontend'' ''webperformance''', '''develop'' ''developer'' ''frontend'' ''onboard'' ''onboarding'' ''senior'' ''developeronboarding'' ''frontenddeveloper'' ''seniorfrontend'' ''access'' ''accessibility'' ''develop'' ''developer'' ''frontend'' ''kestrel'' ''loom'' ''onboard'' ''onboarding'' ''perform'' ''performance'' ''playwright'' ''senior'' ''svelt'' ''svelte'' ''web'' ''webassembl'' ''webassembly'' ''developeronboarding'' ''frontenddeveloper'' ''kestrelloom'' ''seniorfrontend'' ''webperformance''', 2, DEFAULT),
	('01a21a5c-0928-7745-a248-55418285aee0', 'sales-engineer-8285aee0', '0192b241-a6e0-781f-a686-ee94dc5a4acc', 'open', 'Sales Engineer', 'sales', 'Mirante Dados builds logistics software for farms and river ports. The technical conscience of every deal: this team promises only what can be delivered. The position is new, because there is more good work than the present team can do. We share the week between São Paulo and the kitchen table.

## What you will do

- Analyse requirements on site with the customer
- Demonstrate the product with the customer''s own data
- Design pilots with clear criteria for success
- Answer tenders and security questionnaires
- Listen first: half of each first meeting belongs to the customer
- Represent {company} at fairs and customer events

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- A technical degree or practice, plus joy in explaining
- Experience with demos and pilots
- Practice with Product demos, Requirements analysis and APIs
- The discipline to follow up
- Confidence with a CRM system
- Another European language is a real advantage

## What we offer

- Thirty days of leave, plus the days between the years
- A company pension with a real contribution
- The option of a four-day week after the first half year
- A territory that is yours to develop

Not every point fits? Write to us all the same, and tell us what you would bring instead.', 'full_time', 'hybrid', 'São Paulo', 'São Paulo', 'BR', 'Product demos
Requirements analysis
APIs
Technical presentations
Proof of concept
SQL', 1400000, 1850000, 'BRL', 'month', 222000, 71, 1, '2027-01-26 23:59:59+00', '2026-11-27 01:16:09+00', '2026-11-27 00:16:09+00', '2026-11-27 01:16:09+00', false, NULL, 3, 'Mirante Dados builds logistics software for farms and river ports. The technical conscience of every deal: this team promises only what can be delivered. The…', '<p>Mirante Dados builds logistics software for farms and river ports. The technical conscience of every deal: this team promises only what can be delivered. The position is new, because there is more good work than the present team can do. We share the week between São Paulo and the kitchen table.</p>
<h2>What you will do</h2>
<ul>
<li>Analyse requirements on site with the customer</li>
<li>Demonstrate the product with the customer''s own data</li>
<li>Design pilots with clear criteria for success</li>
<li>Answer tenders and security questionnaires</li>
<li>Listen first: half of each first meeting belongs to the customer</li>
<li>Represent {company} at fairs and customer events</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>A technical degree or practice, plus joy in explaining</li>
<li>Experience with demos and pilots</li>
<li>Practice with Product demos, Requirements analysis and APIs</li>
<li>The discipline to follow up</li>
<li>Confidence with a CRM system</li>
<li>Another European language is a real advantage</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Thirty days of leave, plus the days between the years</li>
<li>A company pension with a real contribution</li>
<li>The option of a four-day week after the first half year</li>
<li>A territory that is yours to develop</li>
</ul>
<p>Not every point fits? Write to us all the same, and tell us what you would bring instead.</p>
', NULL, '''a'' ''advantag'' ''advantage'' ''after'' ''all'' ''an'' ''analys'' ''analyse'' ''analysi'' ''analysis'' ''and'' ''anoth'' ''another'' ''answer'' ''api'' ''apis'' ''at'' ''be'' ''becaus'' ''because'' ''belong'' ''belongs'' ''between'' ''bring'' ''build'' ''builds'' ''can'' ''clear'' ''compani'' ''company'' ''concept'' ''confid'' ''confidence'' ''conscienc'' ''conscience'' ''contribut'' ''contribution'' ''criteria'' ''crm'' ''custom'' ''customer'' ''customers'' ''dado'' ''dados'' ''data'' ''day'' ''days'' ''deal'' ''degre'' ''degree'' ''deliv'' ''delivered'' ''demo'' ''demonstr'' ''demonstrate'' ''demos'' ''design'' ''develop'' ''disciplin'' ''discipline'' ''do'' ''each'' ''engin'' ''engineer'' ''european'' ''event'' ''events'' ''everi'' ''every'' ''experi'' ''experience'' ''explain'' ''explaining'' ''fair'' ''fairs'' ''farm'' ''farms'' ''first'' ''fit'' ''fits'' ''follow'' ''for'' ''four'' ''fourday'' ''good'' ''half'' ''in'' ''instead'' ''is'' ''joy'' ''kitchen'' ''languag'' ''language'' ''leav'' ''leave'' ''listen'' ''logist'' ''logistics'' ''meet'' ''meeting'' ''mirant'' ''mirante'' ''more'' ''new'' ''not'' ''of'' ''offer'' ''on'' ''onli'' ''only'' ''option'' ''or'' ''own'' ''path'' ''paulo'' ''pension'' ''pilot'' ''pilots'' ''place'' ''plus'' ''point'' ''port'' ''ports'' ''posit'' ''position'' ''practic'' ''practice'' ''present'' ''presentations'' ''product'' ''promis'' ''promises'' ''proof'' ''questionnair'' ''questionnaires'' ''real'' ''repres'' ''represent'' ''requir'' ''requirements'' ''river'' ''role'' ''s'' ''sale'' ''sales'' ''same'' ''sao'' ''secur'' ''security'' ''share'' ''similar'' ''site'' ''softwar'' ''software'' ''sql'' ''success'' ''system'' ''tabl'' ''table'' ''team'' ''technic'' ''technical'' ''tell'' ''tender'' ''tenders'' ''territori'' ''territory'' ''than'' ''that'' ''the'' ''there'' ''thirti'' ''thirty'' ''this'' ''to'' ''two'' ''unusu'' ''unusual'' ''up'' ''us'' ''we'' ''week'' ''what'' ''will'' ''with'' ''work'' ''would'' ''write'' ''year'' ''years'' ''you'' ''your'' ''yours'' ''engin'' ''engineer'' ''sale'' ''sales'' ''salesengineer'' ''analysi'' ''analysis'' ''api'' ''apis'' ''concept'' ''dado'' ''dados'' ''demo'' ''demos'' ''engin'' ''engineer'' ''mirant'' ''mirante'' ''of'' ''present'' ''presentations'' ''product'' ''proof'' ''requir'' ''requirements'' ''sale'' ''sales'' ''sql'' ''technic'' ''technical'' ''mirantedados'' ''ofconcept'' ''productdemos'' ''proofof'' ''requirementsanalysis'' ''salesengineer'' ''technicalpresentations'' ''paulo'' ''sampa'' ''sao'' ''saopaulo'' ''brsaopaulo'' ''br'' ''bra'' ''brasil'' ''brasile'' ''brasilien'' ''brazil'' ''bresil'' ''mirantedados'' ''ofconcept'' ''productdemos'' ''proofof'' ''requirementsanalysis'' ''salesengineer'' ''technicalpresentations''', '''engin'' ''engineer'' ''sale'' ''sales'' ''salesengineer'' ''analysi'' ''analysis'' ''api'' ''apis'' ''concept'' ''dado'' ''dados'' ''demo'' ''demos'' ''engin'' ''engineer'' ''mirant'' ''mirante'' ''of'' ''present'' ''presentations'' ''product'' ''proof'' ''requir'' ''requirements'' ''sale'' ''sales'' ''sql'' ''technic'' ''technical'' ''mirantedados'' ''ofconcept'' ''productdemos'' ''proofof'' ''requirementsanalysis'' ''salesengineer'' ''technicalpresentations''', 2, DEFAULT),
	('01a1a9c0-eaf8-79d6-be08-5265a58231e8', 'cabinet-maker-a58231e8', '0199c6d2-6020-7cdb-a3ab-36687ca2c189', 'open', 'Cabinet Maker', 'trades', 'Wattfuchs Energie plans solar roofs and village heat networks with the people who use them. The workshop in Münster smells of oak and has a machine park from 1960 to today. As Cabinet Maker you join a team that knows its work and enjoys showing newcomers around. This job is done in Münster, where the people and the tools are.

## What you will do

- Build furniture, stairs and timber frames
- Operate hand tools and CNC machines
- Install pieces on site
- Read drawings and mark up what differs on site
- Follow safety rules, also on the last metre

## What you bring

- Two to four years in a similar role, or an unusual path to the same place
- Training as a joiner or carpenter
- An eye for joints and proportions
- Confidence with technical drawings
- Practice with Joinery, CNC and Surface finishing
- Completed vocational training
- Independent, clean work
- Team spirit on site

## What we offer

- Places at a nearby nursery
- Fresh fruit is fine, but what we are proud of is sick pay from day one
- The option of a four-day week after the first half year
- Language courses during working hours
- Good tools, replaced without discussion
- Master craftsman''s course paid by the company

Questions first? Send a message here and someone from the team will answer.', 'full_time', 'on_site', 'Münster', 'North Rhine-Westphalia', 'DE', 'Joinery
CNC
Surface finishing
Reading drawings', 275000, 360000, 'EUR', 'month', 43200, 463, 1, '2027-01-04 23:59:59+00', '2026-11-05 04:29:15+00', '2026-11-05 03:29:15+00', '2026-11-05 04:29:15+00', false, NULL, 3, 'Wattfuchs Energie plans solar roofs and village heat networks with the people who use them. The workshop in Münster smells of oak and has a machine park from…', '<p>Wattfuchs Energie plans solar roofs and village heat networks with the people who use them. The workshop in Münster smells of oak and has a machine park from 1960 to today. As Cabinet Maker you join a team that knows its work and enjoys showing newcomers around. This job is done in Münster, where the people and the tools are.</p>
<h2>What you will do</h2>
<ul>
<li>Build furniture, stairs and timber frames</li>
<li>Operate hand tools and CNC machines</li>
<li>Install pieces on site</li>
<li>Read drawings and mark up what differs on site</li>
<li>Follow safety rules, also on the last metre</li>
</ul>
<h2>What you bring</h2>
<ul>
<li>Two to four years in a similar role, or an unusual path to the same place</li>
<li>Training as a joiner or carpenter</li>
<li>An eye for joints and proportions</li>
<li>Confidence with technical drawings</li>
<li>Practice with Joinery, CNC and Surface finishing</li>
<li>Completed vocational training</li>
<li>Independent, clean work</li>
<li>Team spirit on site</li>
</ul>
<h2>What we offer</h2>
<ul>
<li>Places at a nearby nursery</li>
<li>Fresh fruit is fine, but what we are proud of is sick pay from day one</li>
<li>The option of a four-day week after the first half year</li>
<li>Language courses during working hours</li>
<li>Good tools, replaced without discussion</li>
<li>Master craftsman''s course paid by the company</li>
</ul>
<p>Questions first? Send a message here and someone from the team will answer.</p>
', NULL, '''1960'' ''a'' ''after'' ''also'' ''an'' ''and'' ''answer'' ''are'' ''around'' ''as'' ''at'' ''bring'' ''build'' ''but'' ''by'' ''cabinet'' ''carpent'' ''carpenter'' ''clean'' ''cnc'' ''compani'' ''company'' ''complet'' ''completed'' ''confid'' ''confidence'' ''cours'' ''course'' ''courses'' ''craftsman'' ''craftsmans'' ''day'' ''differ'' ''differs'' ''discuss'' ''discussion'' ''do'' ''done'' ''draw'' ''drawings'' ''dure'' ''during'' ''energi'' ''energie'' ''enjoy'' ''enjoys'' ''eye'' ''fine'' ''finish'' ''finishing'' ''first'' ''follow'' ''for'' ''four'' ''fourday'' ''frame'' ''frames'' ''fresh'' ''from'' ''fruit'' ''furnitur'' ''furniture'' ''good'' ''half'' ''hand'' ''has'' ''heat'' ''here'' ''hour'' ''hours'' ''in'' ''independ'' ''independent'' ''instal'' ''install'' ''is'' ''its'' ''job'' ''join'' ''joiner'' ''joineri'' ''joinery'' ''joint'' ''joints'' ''know'' ''knows'' ''languag'' ''language'' ''last'' ''machin'' ''machine'' ''machines'' ''maker'' ''mark'' ''master'' ''messag'' ''message'' ''metr'' ''metre'' ''muenster'' ''munster'' ''nearbi'' ''nearby'' ''network'' ''networks'' ''newcom'' ''newcomers'' ''nurseri'' ''nursery'' ''oak'' ''of'' ''offer'' ''on'' ''one'' ''oper'' ''operate'' ''option'' ''or'' ''paid'' ''park'' ''path'' ''pay'' ''peopl'' ''people'' ''piec'' ''pieces'' ''place'' ''places'' ''plan'' ''plans'' ''practic'' ''practice'' ''proport'' ''proportions'' ''proud'' ''question'' ''questions'' ''read'' ''reading'' ''replac'' ''replaced'' ''role'' ''roof'' ''roofs'' ''rule'' ''rules'' ''s'' ''safeti'' ''safety'' ''same'' ''send'' ''show'' ''showing'' ''sick'' ''similar'' ''site'' ''smell'' ''smells'' ''solar'' ''someon'' ''someone'' ''spirit'' ''stair'' ''stairs'' ''surfac'' ''surface'' ''team'' ''technic'' ''technical'' ''that'' ''the'' ''them'' ''this'' ''timber'' ''to'' ''today'' ''tool'' ''tools'' ''train'' ''training'' ''two'' ''unusu'' ''unusual'' ''up'' ''use'' ''villag'' ''village'' ''vocat'' ''vocational'' ''wattfuch'' ''wattfuchs'' ''we'' ''week'' ''what'' ''where'' ''who'' ''will'' ''with'' ''without'' ''work'' ''working'' ''workshop'' ''year'' ''years'' ''you'' ''cabinet'' ''maker'' ''cabinetmaker'' ''cabinet'' ''cnc'' ''draw'' ''drawings'' ''energi'' ''energie'' ''finish'' ''finishing'' ''joineri'' ''joinery'' ''maker'' ''read'' ''reading'' ''surfac'' ''surface'' ''wattfuch'' ''wattfuchs'' ''cabinetmaker'' ''readingdrawings'' ''surfacefinishing'' ''wattfuchsenergie'' ''muenster'' ''munster'' ''nordrhein'' ''nordrheinwestfalen'' ''north'' ''nrw'' ''rhine'' ''rhinewestphalia'' ''westfalen'' ''westphalia'' ''nordrheinwestfalen'' ''northrhine'' ''rhinewestphalia'' ''denordrheinwestfalen'' ''alemanha'' ''alemania'' ''allemagn'' ''allemagne'' ''almanya'' ''brd'' ''bundesrepublik'' ''de'' ''deu'' ''deutschland'' ''duitsland'' ''feder'' ''federal'' ''ger'' ''germani'' ''germania'' ''germany'' ''nemecko'' ''nemetorszag'' ''niemci'' ''niemcy'' ''of'' ''republ'' ''republic'' ''tyskland'' ''германия'' ''німеччина'' ''イ'' ''イツ'' ''ツ'' ''ド'' ''ドイ'' ''国'' ''德'' ''德国'' ''bundesrepublikdeutschland'' ''federalrepublic'' ''ofgermany'' ''republicof'' ''cabinetmaker'' ''readingdrawings'' ''surfacefinishing'' ''wattfuchsenergie''', '''cabinet'' ''maker'' ''cabinetmaker'' ''cabinet'' ''cnc'' ''draw'' ''drawings'' ''energi'' ''energie'' ''finish'' ''finishing'' ''joineri'' ''joinery'' ''maker'' ''read'' ''reading'' ''surfac'' ''surface'' ''wattfuch'' ''wattfuchs'' ''cabinetmaker'' ''readingdrawings'' ''surfacefinishing'' ''wattfuchsenergie''', 2, DEFAULT);

INSERT INTO public.probes VALUES
	(1, '2026-11-30 07:04:19.321655+00');

INSERT INTO public.profiles VALUES
	('019aacde-9660-7b8c-8c9a-cdecba457ad6', 'Training Specialist: Training design, Facilitation and E-learning', 'Aarhus, DK', '+45 555 0112 826', 'I have worked as Training Specialist for 14 years and still like Mondays. I learn fastest from people who disagree with me kindly, and I care a lot about Facilitation.', 'Training design
Facilitation
E-learning
Needs analysis
Coaching
Evaluation', 'https://kaisa-lindqvist.example
https://portfolio.example/kaisa.lindqvist', '', '', '', '', '', NULL, 'EUR', '2025-11-22 19:41:00+00', ''),
	('019a4208-1fa0-7afc-a457-f49ff4dd6a1d', 'Motion Designer: After Effects, Blender and Storyboarding', 'Pune, IN', '+91 555 0174 415', 'Motion Designer with 10 years of practice, most of them in teams that ship, repair and explain. I enjoy teaching Blender as much as doing it.', 'After Effects
Blender
Storyboarding
Rigging
Lottie
Sound design', 'https://arjun-khan.example', '', '', '', '', '', NULL, 'EUR', '2025-11-02 01:47:00+00', ''),
	('019a55f3-9c60-781b-bccd-71da8285aee0', 'Sales Engineer: Product demos, Requirements analysis and APIs', 'Cardiff, GB', '+44 555 0177 381', 'For 7 years I have made a living as Sales Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about APIs.', 'Product demos
Requirements analysis
APIs
Technical presentations', 'https://rohan-khan.example
https://portfolio.example/rohan.khan', 'Sales Engineer', 'sales', 'Cardiff', '', 'full_time', NULL, 'EUR', '2025-11-05 22:37:00+00', ''),
	('01a22b44-cf96-7668-ac93-f0ea6afe0f91', 'Rita Rejected, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.614484+00', ''),
	('01a22b44-d095-7768-8bb4-6ee46e71fac6', 'Heidi Hiredthenrejected, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.866712+00', ''),
	('01a0dee1-91c0-765b-a000-77c623fecf5b', 'Backend Engineer: Rust, PostgreSQL and Go', 'Cardiff, GB', '+44 555 0168 301', '10 years of experience as Backend Engineer, in small firms and large ones. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
PostgreSQL
Go
gRPC
Kafka
REST APIs', 'https://amir-demir.example', 'Senior Backend Engineer', 'engineering', 'Cardiff', '', 'full_time', NULL, 'EUR', '2026-09-26 19:02:00+00', ''),
	('019e5101-4be0-74d8-b474-c779359f3be0', 'Software Engineer (Backend): Rust, Go and Java', 'Stockholm, SE', '+46 555 0147 378', 'Software Engineer (Backend) with 8 years of practice, most of them in teams that ship, repair and explain. My strength is gRPC; my weakness is leaving a problem alone over lunch.', 'Rust
Go
Java
gRPC
Kafka
Redis
Docker', 'https://karim-celik.example', '', '', '', '', '', NULL, 'EUR', '2026-05-22 19:45:00+00', ''),
	('019fe18c-5be0-7af7-8df4-9865bb5c57d2', 'Product Analyst: SQL, A/B testing and Amplitude', 'Porto, PT', '+351 555 0197 549', 'I have worked as Product Analyst for 7 years and still like Mondays. I enjoy teaching Dashboards as much as doing it.', 'SQL
A/B testing
Amplitude
Dashboards
Process design
Survey analysis', 'https://rafael-nogueira.example', '', '', '', '', '', NULL, 'EUR', '2026-08-08 14:25:00+00', ''),
	('01a0e56c-11a0-7569-ae2b-1c81fc5c604d', 'Brand Manager: Brand strategy, Press relations and Campaign planning', 'Berlin, DE', '+49 555 0153 645', '5 years of experience as Brand Manager, in small firms and large ones. What I look for: honest work, clear agreements and a chance to go deeper into Agency management.', 'Brand strategy
Press relations
Campaign planning
Agency management
Market research', 'https://thijs-van-dijk.example', '', '', '', '', '', NULL, 'EUR', '2026-09-28 01:31:00+00', ''),
	('01a22b44-cfe2-742d-993e-79cb40c1d8c3', 'Una Undone, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.687483+00', ''),
	('019eb5c7-06a0-7648-b988-f38d5fde8e6f', 'Training Specialist: Training design, Facilitation and E-learning', 'Pune, IN', '+91 555 0183 221', 'Training Specialist with 4 years of practice, most of them in teams that ship, repair and explain. Colleagues come to me with questions about Facilitation, and leave with a plan.', 'Training design
Facilitation
E-learning
Needs analysis
Coaching
Evaluation', 'https://leela-menon.example
https://portfolio.example/leela.menon', 'Training Specialist', 'people', 'Pune', '', 'full_time', NULL, 'EUR', '2026-06-11 09:23:00+00', ''),
	('019f433b-cb60-71d7-ae8b-f7644e732bc2', 'Talent Partner: Active sourcing, Structured interviews and Applicant tracking', 'Tokyo, JP', '+81 555 0121 858', 'For 2 years I have made a living as Talent Partner, and a habit of finishing what I start. I enjoy teaching Active sourcing as much as doing it.', 'Active sourcing
Structured interviews
Applicant tracking
Employer branding
Candidate care', 'https://daichi-tanaka.example', 'Talent Partner', 'people', 'Tokyo', '', 'full_time', NULL, 'EUR', '2026-07-08 20:37:00+00', ''),
	('019cf363-57e0-775e-8115-d2215f7d475a', 'Product Owner: Discovery, Roadmapping and User interviews', 'Oslo, NO', '+47 555 0150 787', 'Product Owner with 12 years of practice, most of them in teams that ship, repair and explain. What I look for: honest work, clear agreements and a chance to go deeper into Analytics.', 'Discovery
Roadmapping
User interviews
SQL
Analytics
Backlog management', 'https://sigrid-laine.example
https://portfolio.example/sigrid.laine', '', '', '', '', '', NULL, 'EUR', '2026-03-15 22:25:00+00', ''),
	('01a22b44-d01a-76d1-b33f-d9429bc43579', 'Tilda Twice, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.743978+00', ''),
	('019d20d2-33e0-70cd-90ff-bae8bc8d76c4', 'User Researcher: Usability testing, Survey design and Synthesis', 'Prague, CZ', '+420 555 0168 075', 'User Researcher with 1 years of practice, most of them in teams that ship, repair and explain. What I look for: honest work, clear agreements and a chance to go deeper into Diary studies.', 'Usability testing
Survey design
Synthesis
Diary studies
Workshop facilitation', 'https://katerina-sikora.example', '', '', '', '', '', NULL, 'EUR', '2026-03-24 18:09:00+00', ''),
	('019b1532-59e0-7c78-933b-67867ce1173e', 'Service Designer: Journey mapping, Blueprinting and Facilitation', 'Utrecht, NL', '+31 555 0197 461', 'Service Designer with 3 years of practice, most of them in teams that ship, repair and explain. My strength is Prototyping; my weakness is leaving a problem alone over lunch.', 'Journey mapping
Blueprinting
Facilitation
Stakeholder interviews
Prototyping
Policy design', 'https://jelle-verbeek.example', 'Service Designer', 'design', 'Utrecht', '', 'full_time', NULL, 'EUR', '2025-12-13 01:53:00+00', ''),
	('019e9cc4-be40-79e6-95a4-7c69cf7b6c0b', 'Business Development Manager: Negotiation, CRM and Contract drafting', 'Manchester, GB', '+44 555 0147 529', 'Business Development Manager with 5 years of practice, most of them in teams that ship, repair and explain. What I look for: honest work, clear agreements and a chance to go deeper into CRM.', 'Negotiation
CRM
Contract drafting
Presentations', 'https://arjun-reddy.example
https://portfolio.example/arjun.reddy', '', '', '', '', '', NULL, 'EUR', '2026-06-06 12:50:00+00', ''),
	('019ec33f-d140-7456-a0b8-0e752a76729b', 'Experience Designer: Journey mapping, Blueprinting and Facilitation', 'Stuttgart, DE', '+49 555 0199 746', 'For 8 years I have made a living as Experience Designer, and a habit of finishing what I start. What I look for: honest work, clear agreements and a chance to go deeper into Prototyping.', 'Journey mapping
Blueprinting
Facilitation
Stakeholder interviews
Prototyping
Policy design', 'https://joerdis-weiss.example', '', '', '', '', '', NULL, 'EUR', '2026-06-14 00:10:00+00', ''),
	('019f7d40-6500-7975-b4c2-e044a6a8d91d', 'DevOps Engineer: Kubernetes, Terraform and Prometheus', 'Leipzig, DE', '+49 555 0189 293', 'For 4 years I have made a living as DevOps Engineer, and a habit of finishing what I start. I learn fastest from people who disagree with me kindly, and I care a lot about Linux.', 'Kubernetes
Terraform
Prometheus
Linux
AWS
Bash', 'https://friederike-brandt.example
https://portfolio.example/friederike.brandt', 'DevOps Engineer', 'engineering
data', 'Leipzig', 'hybrid
remote', 'full_time', 45000, 'EUR', '2026-07-20 03:00:00+00', ''),
	('01a22b44-d057-7546-8693-8cbae6bd5cfe', 'Hanna Hired, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.805286+00', '');
INSERT INTO public.profiles VALUES
	('01a22b44-d0c8-718b-a397-e5701f4933a8', 'Ruth Rejectedatonce, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.917049+00', ''),
	('01a22b44-d0f3-7386-96ec-a05acb8c508e', 'Wanda Withdrawn, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:19.960471+00', ''),
	('01a22b44-d125-74fb-b523-56e670f5fff6', 'Wilma Withdrawnatonce, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:20.010446+00', ''),
	('01a22b44-d151-77d6-95bf-bb665ef1282f', 'Sila Speaks, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:20.056073+00', ''),
	('01a22b44-d17f-735b-b6b6-959b33fc1c2c', 'Hedda Hiredagain, of the fixture', 'Graz', '', 'About me.', 'Pruning', 'https://example.org', '', '', '', '', '', NULL, 'EUR', '2026-11-30 07:04:20.100125+00', '');

INSERT INTO public.reports VALUES
	('01a22b44-d1ba-732c-af93-8d48d6c1c0ff', '01a22b44-d19c-706d-8db8-864efe09b999', '01a22b44-d151-77d6-95bf-bb665ef1282f', 'A test of reports.', '2026-11-30 07:04:20.154676+00', NULL);

INSERT INTO public.resumes VALUES
	('019aad4c-7360-79f3-9201-f1ed69b38851', '019aacde-9660-7b8c-8c9a-cdecba457ad6', 'Kaisa Lindqvist, resume', 'resumes/b0d1219671044c70a36926511c017923.pdf', 6112, true, '2025-11-22 20:41:00+00', NULL, NULL),
	('019a4275-fca0-704d-b789-c3e38285aee0', '019a4208-1fa0-7afc-a457-f49ff4dd6a1d', 'Arjun Khan, resume', 'resumes/9ee9f6bdd77a43b3845df3273b056e6d.pdf', 6211, true, '2025-11-02 02:47:00+00', NULL, NULL),
	('019a5661-7960-7674-a4c7-4d202cbf5211', '019a55f3-9c60-781b-bccd-71da8285aee0', 'Rohan Khan, resume', 'resumes/ef40ac1777e946d0b5b1c69c73bc9dc1.pdf', 5122, true, '2025-11-05 23:37:00+00', NULL, NULL),
	('01a0df4f-6ec0-7826-95d9-634684139ef0', '01a0dee1-91c0-765b-a000-77c623fecf5b', 'Amir Demir, resume', 'resumes/3bb86e4e56064659bd1792ee9ff33c0a.pdf', 6155, true, '2026-09-26 20:02:00+00', NULL, NULL),
	('019e516f-28e0-73f1-89d8-817a90ffe15a', '019e5101-4be0-74d8-b474-c779359f3be0', 'Karim Çelik, resume', 'resumes/715e3231e675470ea4793900e32e5df6.pdf', 6971, true, '2026-05-22 20:45:00+00', NULL, NULL),
	('019fe1fa-38e0-7db2-8f2e-909d8296de70', '019fe18c-5be0-7af7-8df4-9865bb5c57d2', 'Rafael Nogueira, resume', 'resumes/b8500cc0ae0f427ba2b58b9487a70a58.pdf', 5583, true, '2026-08-08 15:25:00+00', NULL, NULL),
	('01a0e5d9-eea0-7259-87fa-609a341c6dbe', '01a0e56c-11a0-7569-ae2b-1c81fc5c604d', 'Thijs van Dijk, resume', 'resumes/6e2f9ca941574b1487b882aa4057fa46.pdf', 5214, true, '2026-09-28 02:31:00+00', NULL, NULL),
	('019eb634-e3a0-748b-8c92-44c261ea3fd1', '019eb5c7-06a0-7648-b988-f38d5fde8e6f', 'Leela Menon, resume', 'resumes/58cbb4ea2c2344078eeee3f0f62bee05.pdf', 4798, true, '2026-06-11 10:23:00+00', NULL, NULL),
	('019f43a9-a860-78fd-8678-00a6acfe7769', '019f433b-cb60-71d7-ae8b-f7644e732bc2', 'Daichi Tanaka, resume', 'resumes/698f9c2628494839a76998a335ee9ff1.pdf', 4815, true, '2026-07-08 21:37:00+00', NULL, NULL),
	('019f43e0-96e0-70df-bb93-83cec73f1c73', '019f433b-cb60-71d7-ae8b-f7644e732bc2', 'Daichi Tanaka, short resume', 'resumes/8b895852ee5a448eba0026fdf1f481eb.pdf', 4815, false, '2026-07-08 22:37:00+00', NULL, NULL),
	('019cf3d1-34e0-73ab-b9fc-d83435727a0c', '019cf363-57e0-775e-8115-d2215f7d475a', 'Sigrid Laine, resume', 'resumes/bb1a61ad46af4554ab549fc6686cfd82.pdf', 6310, true, '2026-03-15 23:25:00+00', NULL, NULL),
	('019d2140-10e0-7ea4-9e8d-0295c67a6b08', '019d20d2-33e0-70cd-90ff-bae8bc8d76c4', 'Kateřina Sikora, resume', 'resumes/105a8cef70854765819e9d5adb5b8c83.pdf', 5076, true, '2026-03-24 19:09:00+00', NULL, NULL),
	('019b15a0-36e0-7270-b738-dd7967d62097', '019b1532-59e0-7c78-933b-67867ce1173e', 'Jelle Verbeek, resume', 'resumes/ed699e3f9beb44469237223680dcea86.pdf', 5052, true, '2025-12-13 02:53:00+00', NULL, NULL),
	('019e9d32-9b40-7486-8c9d-e54608eac166', '019e9cc4-be40-79e6-95a4-7c69cf7b6c0b', 'Arjun Reddy, resume', 'resumes/0791f0eb8d1d48499fe7df34609b0c7f.pdf', 5170, true, '2026-06-06 13:50:00+00', NULL, NULL),
	('019ec3ad-ae40-787c-bffa-83e7b4f29dc4', '019ec33f-d140-7456-a0b8-0e752a76729b', 'Jördis Weiß, resume', 'resumes/d06245dbd2154d21ad9a3512f750bab7.pdf', 6254, true, '2026-06-14 01:10:00+00', NULL, NULL),
	('019f7dae-4200-70aa-9844-388600699af3', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 'Friederike Brandt, resume', 'resumes/1466bde9d46d45148795d7bd3e53c77d.pdf', 5982, true, '2026-07-20 04:00:00+00', NULL, NULL),
	('019f7de5-3080-7dd0-8c8f-3a65106573ec', '019f7d40-6500-7975-b4c2-e044a6a8d91d', 'Friederike Brandt, short resume', 'resumes/6365fd6dc95b4fba9e2489d4441f818b.pdf', 5112, false, '2026-07-20 05:00:00+00', NULL, NULL),
	('01a22b44-cfae-7189-9b37-115dffa795d4', '01a22b44-cf96-7668-ac93-f0ea6afe0f91', 'cv', 'resumes/1b2a09370ccb49f8866f8474d035eab3.pdf', 5170, true, '2026-11-30 07:04:19.630108+00', NULL, NULL),
	('01a22b44-cff5-7498-939a-3065c7c56a8f', '01a22b44-cfe2-742d-993e-79cb40c1d8c3', 'cv', 'resumes/3e15f59a07434fafbaece8b3af38180e.pdf', 5170, true, '2026-11-30 07:04:19.701717+00', NULL, NULL),
	('01a22b44-d02b-748b-a174-dffc10b100af', '01a22b44-d01a-76d1-b33f-d9429bc43579', 'cv', 'resumes/c3f1bb71dd094d79a7f77d1af3e3752f.pdf', 5170, true, '2026-11-30 07:04:19.755725+00', NULL, NULL);
INSERT INTO public.resumes VALUES
	('01a22b44-d069-7615-91ac-4d32572a939b', '01a22b44-d057-7546-8693-8cbae6bd5cfe', 'cv', 'resumes/0b28374bdbb640e2861acb18660e57ab.pdf', 5170, true, '2026-11-30 07:04:19.817305+00', NULL, NULL),
	('01a22b44-d0a7-778f-ae28-53f46ee3152a', '01a22b44-d095-7768-8bb4-6ee46e71fac6', 'cv', 'resumes/99c9fa8ea4874d828c7a8166680f7cec.pdf', 5170, true, '2026-11-30 07:04:19.87903+00', NULL, NULL),
	('01a22b44-d0d7-7306-b857-c400c36de2da', '01a22b44-d0c8-718b-a397-e5701f4933a8', 'cv', 'resumes/3239bb337aed42f09def67a5c7f749d8.pdf', 5170, true, '2026-11-30 07:04:19.92743+00', NULL, NULL),
	('01a22b44-d102-752f-8527-2c47676509ec', '01a22b44-d0f3-7386-96ec-a05acb8c508e', 'cv', 'resumes/28d66b9d43c24d56948f842d3241e3a8.pdf', 5170, true, '2026-11-30 07:04:19.9707+00', NULL, NULL),
	('01a22b44-d134-75a2-8e98-b35f8497bb52', '01a22b44-d125-74fb-b523-56e670f5fff6', 'cv', 'resumes/1f6125412440426b91533d052fb3cc4b.pdf', 5170, true, '2026-11-30 07:04:20.020779+00', NULL, NULL),
	('01a22b44-d162-76a4-89cb-cf363640ef17', '01a22b44-d151-77d6-95bf-bb665ef1282f', 'cv', 'resumes/749e4f4624e54e72848708fc3008b6b0.pdf', 5170, true, '2026-11-30 07:04:20.066813+00', NULL, NULL),
	('01a22b44-d18e-76c3-b7e8-0f9a2a03e247', '01a22b44-d17f-735b-b6b6-959b33fc1c2c', 'cv', 'resumes/3d29b8c372584930846694a4043c8c7b.pdf', 5170, true, '2026-11-30 07:04:20.110526+00', NULL, NULL);

INSERT INTO public.stage_changes VALUES
	('01a225ec-6b9c-75ee-8094-b6cc6cb350a1', '01a225ec-6b9c-74ab-b3dd-b8c66cb350a1', 'received', '019f433b-cb60-71d7-ae8b-f7644e732bc2', '2026-11-29 06:09:40.764+00'),
	('01a227db-9024-7c16-a02a-9f6f1b35f10f', '01a225ec-6b9c-74ab-b3dd-b8c66cb350a1', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-29 15:10:30.436+00'),
	('01a22928-81f8-70e6-b27e-1dbbbc9f3efb', '01a225ec-6b9c-74ab-b3dd-b8c66cb350a1', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-29 21:14:10.296+00'),
	('01a22999-734d-79b9-84b0-4a8aba457ad6', '01a225ec-6b9c-74ab-b3dd-b8c66cb350a1', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-29 23:17:32.109+00'),
	('01a226fd-1a89-73b4-bead-2c587ca2c189', '01a226fd-1a89-7a1d-b44d-57f51b35f10f', 'received', '019aacde-9660-7b8c-8c9a-cdecba457ad6', '2026-11-29 11:07:31.337+00'),
	('01a21f0b-0ce7-7d1d-aa5b-e4cff4dd6a1d', '01a21f0b-0ce7-7d9e-b0a4-3ad5bc9f3efb', 'received', '019eb5c7-06a0-7648-b988-f38d5fde8e6f', '2026-11-27 22:05:47.623+00'),
	('01a223ae-b7b4-7fed-9cac-db1269b38851', '01a21f0b-0ce7-7d9e-b0a4-3ad5bc9f3efb', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-28 19:43:02.58+00'),
	('01a2262a-9a47-7ae0-9a44-decb081d1e30', '01a21f0b-0ce7-7d9e-b0a4-3ad5bc9f3efb', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-29 07:17:35.943+00'),
	('01a197ac-58f0-778a-ad16-2fcfdc5a4acc', '01a197ac-58f0-7ef0-9af0-1e48ba457ad6', 'received', '019fe18c-5be0-7af7-8df4-9865bb5c57d2', '2026-11-01 15:13:37.008+00'),
	('01a1c917-4cf5-7f47-89c5-60c7cc986855', '01a197ac-58f0-7ef0-9af0-1e48ba457ad6', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-11 05:31:49.877+00'),
	('01a1d09e-9a70-7eea-b08f-26fc8285aee0', '01a197ac-58f0-7ef0-9af0-1e48ba457ad6', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-12 16:36:57.584+00'),
	('01a1c3ec-2fc0-713a-aca8-2dcaa58231e8', '01a1c3ec-2fc0-7c6a-9939-543a7ca2c189', 'received', '019cf363-57e0-775e-8115-d2215f7d475a', '2026-11-10 05:26:38.272+00'),
	('01a1d006-08de-706b-b47f-06a46472601a', '01a1c3ec-2fc0-7c6a-9939-543a7ca2c189', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-12 13:50:18.846+00'),
	('01a20e8c-84dd-7408-83e8-d2abc0b2c3a1', '01a20e8c-84dd-7324-ad87-9d9cf4dd6a1d', 'received', '019e5101-4be0-74d8-b474-c779359f3be0', '2026-11-24 17:13:39.805+00'),
	('01a210d8-b507-73c2-8d43-4e840f1d18e6', '01a210d8-b507-71b3-b6a2-faf969b38851', 'received', '01a0dee1-91c0-765b-a000-77c623fecf5b', '2026-11-25 03:56:07.303+00'),
	('01a20dd9-7a74-7f3a-9c1d-dff9c1bb924a', '01a20dd9-7a74-78f4-8c36-51b6081d1e30', 'received', '01a0e56c-11a0-7569-ae2b-1c81fc5c604d', '2026-11-24 13:58:06.196+00'),
	('01a1fff8-8ead-78d7-82d7-879dcba10acd', '01a1fff8-8ead-7ba3-b140-8e1fdc5a4acc', 'received', '01a0e56c-11a0-7569-ae2b-1c81fc5c604d', '2026-11-21 21:17:21.965+00'),
	('01a20979-0bf1-715b-b1e2-d0b3821ba7ec', '01a1fff8-8ead-7ba3-b140-8e1fdc5a4acc', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-23 17:34:17.585+00'),
	('01a1eae9-1ec3-7870-8a36-d2bc11c1357e', '01a1eae9-1ec3-7b4d-810d-9a2ecc986855', 'received', '01a0dee1-91c0-765b-a000-77c623fecf5b', '2026-11-17 19:08:28.739+00'),
	('01a1f5d8-fa7b-754b-bc66-43e4bf2f561f', '01a1eae9-1ec3-7b4d-810d-9a2ecc986855', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-19 22:06:40.251+00');
INSERT INTO public.stage_changes VALUES
	('01a20866-cf93-72d6-9643-8ee62cbf5211', '01a1eae9-1ec3-7b4d-810d-9a2ecc986855', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-23 12:34:45.267+00'),
	('01a20f0e-d808-7b06-9e32-3ea404ea5867', '01a1eae9-1ec3-7b4d-810d-9a2ecc986855', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-24 19:36:00.776+00'),
	('01a21232-60a0-754a-86fd-637223fecf5b', '01a21232-60a0-7f52-a3f4-c5678285aee0', 'received', '019e5101-4be0-74d8-b474-c779359f3be0', '2026-11-25 10:13:41.152+00'),
	('01a215df-bd49-7627-9fe7-8c34359f3be0', '01a21232-60a0-7f52-a3f4-c5678285aee0', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-26 03:21:54.249+00'),
	('01a20d47-f257-7bc2-a64d-a7f0995e800b', '01a20d47-f257-7422-8af2-b5e9a58231e8', 'received', '019d20d2-33e0-70cd-90ff-bae8bc8d76c4', '2026-11-24 11:19:08.631+00'),
	('01a2184a-d54e-7d73-8841-e7ccbb5c57d2', '01a20d47-f257-7422-8af2-b5e9a58231e8', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-26 14:38:07.182+00'),
	('01a21c85-99e6-7800-8b9c-4929974509ad', '01a20d47-f257-7422-8af2-b5e9a58231e8', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-27 10:20:47.462+00'),
	('01a21d6f-aca9-7f3d-a3ca-f9781cd85064', '01a20d47-f257-7422-8af2-b5e9a58231e8', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-27 14:36:27.689+00'),
	('01a1fd58-78e0-72d7-9c23-819bccb2ff3d', '01a1fd58-78e0-7553-9e61-60dc6472601a', 'received', '019a4208-1fa0-7afc-a457-f49ff4dd6a1d', '2026-11-21 09:03:16.192+00'),
	('01a2076b-afc5-738c-98da-a257fc5c604d', '01a1fd58-78e0-7553-9e61-60dc6472601a', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-23 08:00:27.589+00'),
	('01a1dbf4-246c-789e-b54a-5d91104e86b7', '01a1dbf4-246c-730c-8036-79a2c0b2c3a1', 'received', '019b1532-59e0-7c78-933b-67867ce1173e', '2026-11-14 21:26:12.844+00'),
	('01a1e074-9a47-7278-a630-b131d65e0ee0', '01a1dbf4-246c-730c-8036-79a2c0b2c3a1', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-15 18:25:00.487+00'),
	('01a1eddc-07b0-7a04-9de6-e7b63cbceea4', '01a1dbf4-246c-730c-8036-79a2c0b2c3a1', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-18 08:53:02.512+00'),
	('01a1d575-4b0c-7e9a-8b4f-8943caf2dfb9', '01a1d575-4b0c-7651-b609-e1f60f1d18e6', 'received', '019ec33f-d140-7456-a0b8-0e752a76729b', '2026-11-13 15:09:56.364+00'),
	('01a1f114-88e6-7188-936d-a4cb6e1d13ae', '01a1f114-88e6-7091-a6ed-f6eac1bb924a', 'received', '019e5101-4be0-74d8-b474-c779359f3be0', '2026-11-18 23:53:37.254+00'),
	('01a1ea2d-7460-7d98-a8f0-665c8f54a7d0', '01a1ea2d-7460-7114-aa6b-c47dcba10acd', 'received', '01a0dee1-91c0-765b-a000-77c623fecf5b', '2026-11-17 15:43:29.888+00'),
	('01a20253-a6ec-7ac9-ae54-3f8b672ae598', '01a1ea2d-7460-7114-aa6b-c47dcba10acd', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-22 08:16:06.38+00'),
	('01a20737-a72e-7549-a277-6eff3eb94423', '01a1ea2d-7460-7114-aa6b-c47dcba10acd', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-23 07:03:37.518+00'),
	('01a20ea6-58b2-7361-863a-9e295fde8e6f', '01a1ea2d-7460-7114-aa6b-c47dcba10acd', 'offer', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-24 17:41:52.434+00'),
	('01a1cbd7-1a6e-7509-8bba-757859f1236a', '01a1cbd7-1a6e-7b2a-8927-690d821ba7ec', 'received', '019e5101-4be0-74d8-b474-c779359f3be0', '2026-11-11 18:20:34.286+00');
INSERT INTO public.stage_changes VALUES
	('01a1d78a-cd94-7b33-af0f-b92a4e732bc2', '01a1cbd7-1a6e-7b2a-8927-690d821ba7ec', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-14 00:52:40.468+00'),
	('01a15b9e-ec08-72e9-aa3e-c0445f7d475a', '01a15b9e-ec08-7688-8abe-397e11c1357e', 'received', '01a0dee1-91c0-765b-a000-77c623fecf5b', '2026-10-20 23:21:44.2+00'),
	('01a18fc6-40e0-7eed-a1d6-a170a1a1c4bd', '01a15b9e-ec08-7688-8abe-397e11c1357e', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-10-31 02:24:57.056+00'),
	('01a1c44b-cc65-7699-b388-9a87ff107ca0', '01a15b9e-ec08-7688-8abe-397e11c1357e', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-10 07:11:04.293+00'),
	('01a2257f-3c66-7a1a-bbda-e66e84139ef0', '01a2257f-3c66-718e-9081-4306bf2f561f', 'received', '019e9cc4-be40-79e6-95a4-7c69cf7b6c0b', '2026-11-29 04:10:25.254+00'),
	('01a225cc-f807-7024-a7a2-7d8a5ac8d4d5', '01a2257f-3c66-718e-9081-4306bf2f561f', 'in_review', '01a0fe8f-4f80-76cd-803c-e71db73ab950', '2026-11-29 05:35:19.559+00'),
	('01a21ceb-aec4-7cc5-a446-434a90ffe15a', '01a21ceb-aec4-792e-9d20-80bc2cbf5211', 'received', '019a55f3-9c60-781b-bccd-71da8285aee0', '2026-11-27 12:12:17.476+00'),
	('01a220a4-539a-7be6-b6a8-65ca945a8b90', '01a21ceb-aec4-792e-9d20-80bc2cbf5211', 'in_review', '01a0fe8f-4f80-76cd-803c-e71db73ab950', '2026-11-28 05:32:49.946+00'),
	('01a222b2-86ad-7506-ab12-127c23a5ca0a', '01a21ceb-aec4-792e-9d20-80bc2cbf5211', 'interview', '01a0fe8f-4f80-76cd-803c-e71db73ab950', '2026-11-28 15:07:34.957+00'),
	('01a20a80-6185-7b58-b80b-0307bc8d76c4', '01a20a80-6185-73ba-a8a9-aa0704ea5867', 'received', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '2026-11-23 22:21:55.461+00'),
	('01a21623-c81b-7ce8-b715-b90d8296de70', '01a20a80-6185-73ba-a8a9-aa0704ea5867', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-26 04:36:13.467+00'),
	('01a21a97-742f-7aeb-b715-ff82db4e2748', '01a20a80-6185-73ba-a8a9-aa0704ea5867', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-27 01:21:03.023+00'),
	('01a1f1dd-c2d0-7cef-acf2-077586860cef', '01a1f1dd-c2d0-7c55-ac96-c27b23fecf5b', 'received', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '2026-11-19 03:33:24.816+00'),
	('01a21fef-8fde-7a49-8921-5d55684e2189', '01a21fef-8fde-778c-9aae-b72a359f3be0', 'received', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '2026-11-28 02:15:23.358+00'),
	('01a2219c-fec4-7a1a-88f2-0fa17ce1173e', '01a21fef-8fde-778c-9aae-b72a359f3be0', 'in_review', '01a0fe8f-4f80-76cd-803c-e71db73ab950', '2026-11-28 10:04:26.692+00'),
	('01a1f3f7-91ed-7809-ba3a-7b4ecf7b6c0b', '01a1f3f7-91ed-7aa0-be2b-eddd995e800b', 'received', '019f7d40-6500-7975-b4c2-e044a6a8d91d', '2026-11-19 13:20:50.669+00'),
	('01a1fe52-3258-722f-ae74-c3124ac45920', '01a1f3f7-91ed-7aa0-be2b-eddd995e800b', 'in_review', '01a0f922-74a0-70b5-8b08-f83514edf4c0', '2026-11-21 13:36:02.136+00'),
	('01a20269-e219-7a56-9931-d244433eaede', '01a1f3f7-91ed-7aa0-be2b-eddd995e800b', 'interview', '01a0f922-74a0-70b5-8b08-f83514edf4c0', '2026-11-22 08:40:23.321+00'),
	('01a20c5d-371d-71fc-8177-7562341c6dbe', '01a1f3f7-91ed-7aa0-be2b-eddd995e800b', 'rejected', '01a0f922-74a0-70b5-8b08-f83514edf4c0', '2026-11-24 07:02:45.277+00'),
	('01a22b44-cfb1-7788-966b-a92114afe965', '01a22b44-cfae-7189-9b37-115e6fb19bbd', 'received', '01a22b44-cf96-7668-ac93-f0ea6afe0f91', '2026-11-30 07:04:19.630739+00');
INSERT INTO public.stage_changes VALUES
	('01a22b44-cfba-74e4-8972-4e4c3d8eb6e1', '01a22b44-cfae-7189-9b37-115e6fb19bbd', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.640941+00'),
	('01a22b44-cfc1-76b3-9474-a8b23d60156f', '01a22b44-cfae-7189-9b37-115e6fb19bbd', 'interview', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.649289+00'),
	('01a22b44-cfc9-7489-ae1b-7e630cb2b34d', '01a22b44-cfae-7189-9b37-115e6fb19bbd', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.655876+00'),
	('01a22b44-cff6-7242-8972-47b958dba12e', '01a22b44-cff6-7242-8972-47b8774cb4af', 'received', '01a22b44-cfe2-742d-993e-79cb40c1d8c3', '2026-11-30 07:04:19.702169+00'),
	('01a22b44-cffc-7175-adcd-0f9c4f21d215', '01a22b44-cff6-7242-8972-47b8774cb4af', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.708509+00'),
	('01a22b44-d002-762d-9c1d-9fde759fd1ea', '01a22b44-cff6-7242-8972-47b8774cb4af', 'interview', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.713714+00'),
	('01a22b44-d02c-7528-a633-5c8192e246c4', '01a22b44-d02c-7528-a633-5c801f1bacd1', 'received', '01a22b44-d01a-76d1-b33f-d9429bc43579', '2026-11-30 07:04:19.756172+00'),
	('01a22b44-d032-712f-93e7-0c64a33b1a2e', '01a22b44-d02c-7528-a633-5c801f1bacd1', 'offer', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.761821+00'),
	('01a22b44-d037-7519-b433-a2ea9b9472c2', '01a22b44-d02c-7528-a633-5c801f1bacd1', 'rejected', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.767039+00'),
	('01a22b44-d03b-75b5-a4f1-02fec2b311fd', '01a22b44-d02c-7528-a633-5c801f1bacd1', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.77174+00'),
	('01a22b44-d040-7041-a50b-13e7d281493d', '01a22b44-d02c-7528-a633-5c801f1bacd1', 'rejected', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.776163+00'),
	('01a22b44-d06a-7545-8a92-fa201586cfcd', '01a22b44-d069-7615-91ac-4d33d180a13e', 'received', '01a22b44-d057-7546-8693-8cbae6bd5cfe', '2026-11-30 07:04:19.817926+00'),
	('01a22b44-d06f-75db-b5f8-05c2ddfb570e', '01a22b44-d069-7615-91ac-4d33d180a13e', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.823628+00'),
	('01a22b44-d075-7425-a4ba-2fa852b94ede', '01a22b44-d069-7615-91ac-4d33d180a13e', 'interview', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.829002+00'),
	('01a22b44-d079-7354-ae2e-ad2e08ad8a1a', '01a22b44-d069-7615-91ac-4d33d180a13e', 'offer', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.833467+00'),
	('01a22b44-d07e-7412-b631-72cf63ab3e95', '01a22b44-d069-7615-91ac-4d33d180a13e', 'hired', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.838776+00'),
	('01a22b44-d0a8-733e-95b9-5c2bb2b5dd66', '01a22b44-d0a7-778f-ae28-53f5cc264445', 'received', '01a22b44-d095-7768-8bb4-6ee46e71fac6', '2026-11-30 07:04:19.879578+00'),
	('01a22b44-d0ad-7570-a1e7-e67b155e6b85', '01a22b44-d0a7-778f-ae28-53f5cc264445', 'hired', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.885434+00'),
	('01a22b44-d0b2-72f8-9117-a915d9cc40a8', '01a22b44-d0a7-778f-ae28-53f5cc264445', 'rejected', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:19.889844+00'),
	('01a22b44-d0d8-75f1-a4de-e09b144ec5eb', '01a22b44-d0d7-7306-b857-c4011b703347', 'received', '01a22b44-d0c8-718b-a397-e5701f4933a8', '2026-11-30 07:04:19.927742+00');
INSERT INTO public.stage_changes VALUES
	('01a22b44-d0dc-764b-baa6-28a7b2a37540', '01a22b44-d0d7-7306-b857-c4011b703347', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.932611+00'),
	('01a22b44-d103-7158-a3ea-706147dd4770', '01a22b44-d102-752f-8527-2c48d4d603e5', 'received', '01a22b44-d0f3-7386-96ec-a05acb8c508e', '2026-11-30 07:04:19.970958+00'),
	('01a22b44-d108-748d-ac29-3a65e1d4a572', '01a22b44-d102-752f-8527-2c48d4d603e5', 'interview', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:19.976324+00'),
	('01a22b44-d135-7669-baf1-bbebc9b0cd79', '01a22b44-d135-7669-baf1-bbeac5b0142d', 'received', '01a22b44-d125-74fb-b523-56e670f5fff6', '2026-11-30 07:04:20.021046+00'),
	('01a22b44-d163-705f-8aea-64e160aa226a', '01a22b44-d163-705f-8aea-64e03c345077', 'received', '01a22b44-d151-77d6-95bf-bb665ef1282f', '2026-11-30 07:04:20.067071+00'),
	('01a22b44-d18f-7197-aff7-410ee7997efd', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', 'received', '01a22b44-d17f-735b-b6b6-959b33fc1c2c', '2026-11-30 07:04:20.110795+00'),
	('01a22b44-d10d-7179-95d5-0189cb6e910f', '01a22b44-d102-752f-8527-2c48d4d603e5', 'withdrawn', '01a22b44-d0f3-7386-96ec-a05acb8c508e', '2026-11-30 07:04:19.9806+00'),
	('01a22b44-d13a-7685-b788-a5d3d454f88a', '01a22b44-d135-7669-baf1-bbeac5b0142d', 'withdrawn', '01a22b44-d125-74fb-b523-56e670f5fff6', '2026-11-30 07:04:20.025615+00'),
	('01a22b44-d168-7667-b7a6-211287caca26', '01a22b44-d163-705f-8aea-64e03c345077', 'in_review', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:20.072485+00'),
	('01a22b44-d193-7283-8daf-79c836fc60a4', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', 'rejected', '01a102b3-7dc0-7222-b5f8-1c94107e2de0', '2026-11-30 07:04:20.115421+00'),
	('01a22b44-d198-74d8-98a7-d9ab350af211', '01a22b44-d18e-76c3-b7e8-0f9b5c7fed78', 'hired', '01a0fd01-0e60-7088-a406-0a2a16fb5fc7', '2026-11-30 07:04:20.120065+00');

INSERT INTO public.users VALUES
	('019aacde-9660-7b8c-8c9a-cdecba457ad6', 'kaisa.lindqvist.3@seeker.example', 'kaisa.lindqvist.3@seeker.example', 'Kaisa Lindqvist', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2025-11-22 18:41:00+00', 0, NULL, NULL, true, true, true),
	('019a4208-1fa0-7afc-a457-f49ff4dd6a1d', 'arjun.khan.5@seeker.example', 'arjun.khan.5@seeker.example', 'Arjun Khan', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2025-11-02 00:47:00+00', 0, NULL, NULL, true, true, true),
	('019a55f3-9c60-781b-bccd-71da8285aee0', 'rohan.khan.10@seeker.example', 'rohan.khan.10@seeker.example', 'Rohan Khan', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2025-11-05 21:37:00+00', 0, NULL, NULL, true, true, true),
	('01a0dee1-91c0-765b-a000-77c623fecf5b', 'amir.demir.22@seeker.example', 'amir.demir.22@seeker.example', 'Amir Demir', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-09-26 18:02:00+00', 0, NULL, NULL, true, true, true),
	('019e5101-4be0-74d8-b474-c779359f3be0', 'karim.celik.23@seeker.example', 'karim.celik.23@seeker.example', 'Karim Çelik', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-05-22 18:45:00+00', 0, NULL, NULL, true, true, true),
	('019fe18c-5be0-7af7-8df4-9865bb5c57d2', 'rafael.nogueira.25@seeker.example', 'rafael.nogueira.25@seeker.example', 'Rafael Nogueira', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-08-08 13:25:00+00', 0, NULL, NULL, true, true, true),
	('01a0e56c-11a0-7569-ae2b-1c81fc5c604d', 'thijs.van-dijk.29@seeker.example', 'thijs.van-dijk.29@seeker.example', 'Thijs van Dijk', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-09-28 00:31:00+00', 0, NULL, NULL, true, true, true),
	('019eb5c7-06a0-7648-b988-f38d5fde8e6f', 'leela.menon.38@seeker.example', 'leela.menon.38@seeker.example', 'Leela Menon', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-06-11 08:23:00+00', 0, NULL, NULL, true, true, true),
	('019f433b-cb60-71d7-ae8b-f7644e732bc2', 'daichi.tanaka.40@seeker.example', 'daichi.tanaka.40@seeker.example', 'Daichi Tanaka', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-07-08 19:37:00+00', 0, NULL, NULL, true, true, true),
	('019cf363-57e0-775e-8115-d2215f7d475a', 'sigrid.laine.41@seeker.example', 'sigrid.laine.41@seeker.example', 'Sigrid Laine', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-03-15 21:25:00+00', 0, NULL, NULL, true, true, true),
	('019d20d2-33e0-70cd-90ff-bae8bc8d76c4', 'katerina.sikora.49@seeker.example', 'katerina.sikora.49@seeker.example', 'Kateřina Sikora', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-03-24 17:09:00+00', 0, NULL, NULL, true, true, true),
	('019b1532-59e0-7c78-933b-67867ce1173e', 'jelle.verbeek.54@seeker.example', 'jelle.verbeek.54@seeker.example', 'Jelle Verbeek', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2025-12-13 00:53:00+00', 0, NULL, NULL, true, true, true),
	('019e9cc4-be40-79e6-95a4-7c69cf7b6c0b', 'arjun.reddy.55@seeker.example', 'arjun.reddy.55@seeker.example', 'Arjun Reddy', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-06-06 11:50:00+00', 0, NULL, NULL, true, true, true),
	('019ec33f-d140-7456-a0b8-0e752a76729b', 'joerdis.weiss.59@seeker.example', 'joerdis.weiss.59@seeker.example', 'Jördis Weiß', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-06-13 23:10:00+00', 0, NULL, NULL, true, true, true),
	('019f7d40-6500-7975-b4c2-e044a6a8d91d', 'seeker@demo.example', 'seeker@demo.example', 'Friederike Brandt', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-07-20 02:00:00+00', 0, NULL, NULL, true, true, true),
	('01a0f73a-7ac0-7048-8be2-1574a1cfc756', 'employer2@demo.example', 'employer2@demo.example', 'Élodie Vasseur', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-01 11:30:00+00', 0, NULL, NULL, true, true, true),
	('01a0f8a3-3280-78e4-a1ba-39f07b09ea49', 'employer3@demo.example', 'employer3@demo.example', 'Björn Hofmann', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-01 18:04:00+00', 0, NULL, NULL, true, true, true),
	('01a0fe62-7320-79b2-af7e-1b9a997df9f1', 'employer4@demo.example', 'employer4@demo.example', 'Aoi Aoki', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-02 20:51:00+00', 0, NULL, NULL, true, true, true),
	('01a0f922-74a0-70b5-8b08-f83514edf4c0', 'employer5@demo.example', 'employer5@demo.example', 'Haruka Ōno', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-01 20:23:00+00', 0, NULL, NULL, true, true, true),
	('01a0f65b-1740-7ec0-ae20-26c1cf554e42', 'employer6@demo.example', 'employer6@demo.example', 'Elif Çelik', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-01 07:26:00+00', 0, NULL, NULL, true, true, true);
INSERT INTO public.users VALUES
	('01a0fc96-dae0-7772-8a86-bce245399fb7', 'employer7@demo.example', 'employer7@demo.example', 'Vojtěch Kučera', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-02 12:29:00+00', 0, NULL, NULL, true, true, true),
	('01a0f9b4-0640-7740-926e-12073553a2cd', 'employer8@demo.example', 'employer8@demo.example', 'Valentin Roth', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-01 23:02:00+00', 0, NULL, NULL, true, true, true),
	('01a0fe8f-4f80-76cd-803c-e71db73ab950', 'employer9@demo.example', 'employer9@demo.example', 'Kenji Ueda', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-02 21:40:00+00', 0, NULL, NULL, true, true, true),
	('01a0f6b9-63e0-789b-9821-db4a7c1c04c6', 'employer10@demo.example', 'employer10@demo.example', 'Takumi Hayashi', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-01 09:09:00+00', 0, NULL, NULL, true, true, true),
	('01a0ff86-80c0-76c3-a48f-1c0e8dd2d781', 'employer11@demo.example', 'employer11@demo.example', 'Karim Demir', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-03 02:10:00+00', 0, NULL, NULL, true, true, true),
	('01a0ff48-3f40-7ad7-b48e-32342225c84d', 'employer12@demo.example', 'employer12@demo.example', 'Lukas Großmann', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-03 01:02:00+00', 0, NULL, NULL, true, true, true),
	('01a22b44-cfe2-742d-993e-79cb40c1d8c3', 'una@fixture.example', 'una@fixture.example', 'Una Undone', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$equA8ItA0wYyV5xVhGTZoA$lPVF2Cb+5LvDyOaGmrb8RBJw/nYnPn6ZA8B4y8DQsug', NULL, NULL, '2026-11-30 07:04:19.682563+00', 4, NULL, NULL, true, true, true),
	('01a22b44-d01a-76d1-b33f-d9429bc43579', 'tilda@fixture.example', 'tilda@fixture.example', 'Tilda Twice', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$t7DQs+GII1P2OoJ4eZlXNQ$aSfKsUaIfmJ2MzGwvvMqYW/sMOyf9HD4/ltVZohj9KY', NULL, NULL, '2026-11-30 07:04:19.739148+00', 8, NULL, NULL, true, true, true),
	('01a22b44-d1d0-760f-b9de-46ac51538147', 'quinn@fixture.example', 'quinn@fixture.example', 'Quinn Question', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$qNKnCJp1ywFRgih2guEf5w$LxNQI8C3lzxf9jySX4eK22LiCXzvvDKANzmqAbT0+BI', NULL, NULL, '2026-11-30 07:04:20.177034+00', 1, NULL, NULL, true, true, true),
	('01a22b44-cf96-7668-ac93-f0ea6afe0f91', 'rita@fixture.example', 'rita@fixture.example', 'Rita Rejected', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$DB2E9R5BElBPuiVyKkHTWA$ayZClaOwd/2lHzCqVq5DQTQR96WnW67s1oDDeVoyLiU', NULL, NULL, '2026-11-30 07:04:19.607225+00', 6, NULL, NULL, true, true, true),
	('01a22b44-d151-77d6-95bf-bb665ef1282f', 'sila@fixture.example', 'sila@fixture.example', 'Sila Speaks', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$jPaYYASUmrPgq0X8ABLUqQ$ralOdHCtbw2PudFZNYg+h3jMLvkfyCAef+L/e25LgFU', NULL, NULL, '2026-11-30 07:04:20.050211+00', 5, NULL, NULL, true, false, false),
	('01a22b44-d057-7546-8693-8cbae6bd5cfe', 'hanna@fixture.example', 'hanna@fixture.example', 'Hanna Hired', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$YozHsGDhU+Y59m3Iz5pLqQ$cjG9mulnS3PyaGXbogymVXoBiqdshYWq9Bs8yfnLUUg', NULL, NULL, '2026-11-30 07:04:19.799957+00', 8, NULL, NULL, true, true, true),
	('01a22b44-d0f3-7386-96ec-a05acb8c508e', 'wanda@fixture.example', 'wanda@fixture.example', 'Wanda Withdrawn', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$2X8cw8mbQ8ldGJmAkrUlgw$Idz/+KDC5jb4JsWf8EM0h/dNVucrd3n2zA0o1Ty439U', NULL, NULL, '2026-11-30 07:04:19.956576+00', 3, NULL, NULL, true, true, true),
	('01a22b44-d095-7768-8bb4-6ee46e71fac6', 'heidi@fixture.example', 'heidi@fixture.example', 'Heidi Hiredthenrejected', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$gVLAloGhFZ2d/8F1AvXqMw$iWQt9SbXOv5kuD5rLcxrFQzrRpiFpJG3X3Y9Qk1Vj0g', NULL, NULL, '2026-11-30 07:04:19.862585+00', 4, NULL, NULL, true, true, true),
	('01a102b3-7dc0-7222-b5f8-1c94107e2de0', 'employer@demo.example', 'employer@demo.example', 'Jördis Großmann', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-03 16:58:00+00', 73, NULL, NULL, true, true, true),
	('01a22b44-d125-74fb-b523-56e670f5fff6', 'wilma@fixture.example', 'wilma@fixture.example', 'Wilma Withdrawnatonce', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$7rqT1pISXTnJ+xMhXrDbhQ$hG2kUqRyTinwUslQdgwew6kubtnI3F8wf0J8cC96yag', NULL, NULL, '2026-11-30 07:04:20.006358+00', 1, NULL, NULL, true, true, true),
	('01a22b44-d0c8-718b-a397-e5701f4933a8', 'ruth@fixture.example', 'ruth@fixture.example', 'Ruth Rejectedatonce', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$S+L+RqX6y3KGB8mhxBbHOw$NF0LJW75lYccrvGmTXE6l14iJ6qWT9CC7Owz2ApIYX0', NULL, NULL, '2026-11-30 07:04:19.913301+00', 2, NULL, NULL, true, true, true),
	('01a22b44-d17f-735b-b6b6-959b33fc1c2c', 'hedda@fixture.example', 'hedda@fixture.example', 'Hedda Hiredagain', 'seeker', '$argon2id$v=19$m=19456,t=2,p=1$K9icyc+pIBxBSLTO2DtdTw$PBCvxli8ZqVd98Wik6unfId0yj+0f2xLD00Fx1scaTA', NULL, NULL, '2026-11-30 07:04:20.096046+00', 4, NULL, NULL, true, true, true),
	('01a0fd01-0e60-7088-a406-0a2a16fb5fc7', 'colleague@demo.example', 'colleague@demo.example', 'Leonie Hofmann', 'employer', '$argon2id$v=19$m=19456,t=2,p=1$B9sDlY4U09YKpdlHe42pWA$OdOP6Ep3sCVjc2SOnPN7tzuW91n5NLdNVIMLIJ4bke8', NULL, NULL, '2026-10-02 14:25:00+00', 72, NULL, NULL, true, true, true);

SELECT pg_catalog.setval('public.events_id_seq', 191, true);

ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_posting_id_user_id_key UNIQUE (posting_id, user_id);

ALTER TABLE ONLY public.attachments
    ADD CONSTRAINT attachments_file_key UNIQUE (file);

ALTER TABLE ONLY public.attachments
    ADD CONSTRAINT attachments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.company_members
    ADD CONSTRAINT company_members_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.company_tasks
    ADD CONSTRAINT company_tasks_pkey PRIMARY KEY (company_id, task);

ALTER TABLE ONLY public.conversation_reads
    ADD CONSTRAINT conversation_reads_pkey PRIMARY KEY (conversation_id, user_id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_posting_id_seeker_id_key UNIQUE (posting_id, seeker_id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_user_id_seq_key UNIQUE (user_id, seq);

ALTER TABLE ONLY public.file_deletions
    ADD CONSTRAINT file_deletions_pkey PRIMARY KEY (file);

ALTER TABLE ONLY public.kept_forms
    ADD CONSTRAINT kept_forms_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_words
    ADD CONSTRAINT message_words_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_seq_key UNIQUE (conversation_id, seq);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notification_settings
    ADD CONSTRAINT notification_settings_pkey PRIMARY KEY (user_id, kind);

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (user_id, id);

ALTER TABLE ONLY public.postings
    ADD CONSTRAINT postings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.postings
    ADD CONSTRAINT postings_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.probes
    ADD CONSTRAINT probes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.resumes
    ADD CONSTRAINT resumes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_id_key UNIQUE (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.stage_changes
    ADD CONSTRAINT stage_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key_key UNIQUE (email_key);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE INDEX applications_posting ON public.applications USING btree (posting_id, stage, id DESC);

CREATE INDEX applications_resume ON public.applications USING btree (resume_id);

CREATE INDEX applications_user ON public.applications USING btree (user_id, id DESC);

CREATE INDEX attachments_company ON public.attachments USING btree (company_id, size) WHERE (company_id IS NOT NULL);

CREATE INDEX attachments_message ON public.attachments USING btree (message_id);

CREATE INDEX attachments_sender ON public.attachments USING btree (sender_id, size);

CREATE INDEX companies_hiring ON public.companies USING btree (open_postings DESC, id);

CREATE INDEX companies_html_version ON public.companies USING btree (html_version);

CREATE INDEX companies_logo ON public.companies USING btree (logo) WHERE (logo IS NOT NULL);

CREATE INDEX companies_name ON public.companies USING btree (name_key, id) INCLUDE (name_words);

CREATE INDEX companies_search_version ON public.companies USING btree (search_version);

CREATE INDEX company_members_company ON public.company_members USING btree (company_id);

CREATE INDEX conversation_reads_user ON public.conversation_reads USING btree (user_id);

CREATE INDEX conversations_company ON public.conversations USING btree (company_id, last_at DESC, id DESC);

CREATE INDEX conversations_seeker ON public.conversations USING btree (seeker_id, last_at DESC, id DESC);

CREATE INDEX file_deletions_due ON public.file_deletions USING btree (due_at);

CREATE INDEX kept_forms_age ON public.kept_forms USING btree (created_at);

CREATE INDEX kept_forms_owner ON public.kept_forms USING btree (owner, created_at);

CREATE INDEX kept_forms_user ON public.kept_forms USING btree (user_id);

CREATE INDEX message_words_search ON public.message_words USING gin (search);

CREATE INDEX messages_words_version ON public.messages USING btree (words_version);

CREATE INDEX notifications_read ON public.notifications USING btree (user_id, about, kind) WHERE (read_at IS NOT NULL);

CREATE UNIQUE INDEX notifications_unread ON public.notifications USING btree (user_id, kind, about) WHERE (read_at IS NULL);

CREATE INDEX postings_category ON public.postings USING btree (category, published_at DESC, id DESC) INCLUDE (closes_at, employment_type, workplace, country, pay_year, currency, company_id, city, region) WHERE (state = 'open'::text);

CREATE INDEX postings_closing ON public.postings USING btree (closes_at) WHERE (state = 'open'::text);

CREATE INDEX postings_company ON public.postings USING btree (company_id, id DESC);

CREATE INDEX postings_edited_by ON public.postings USING btree (edited_by) WHERE (edited_by IS NOT NULL);

CREATE INDEX postings_html_version ON public.postings USING btree (html_version);

CREATE INDEX postings_newest ON public.postings USING btree (published_at DESC, id DESC) INCLUDE (closes_at, category, employment_type, workplace, country, pay_year, currency, company_id, city, region) WHERE (state = 'open'::text);

CREATE INDEX postings_pay ON public.postings USING btree (pay_euro DESC, id DESC) INCLUDE (closes_at, published_at, category, employment_type, workplace, country, pay_year, currency, company_id) WHERE (state = 'open'::text);

CREATE INDEX postings_search ON public.postings USING gin (search);

CREATE INDEX postings_search_version ON public.postings USING btree (search_version);

CREATE INDEX postings_state ON public.postings USING btree (company_id, state, id DESC);

CREATE INDEX reports_conversation ON public.reports USING btree (conversation_id);

CREATE INDEX reports_reporter ON public.reports USING btree (reporter_id);

CREATE UNIQUE INDEX reports_waiting ON public.reports USING btree (conversation_id, reporter_id) WHERE (handled_at IS NULL);

CREATE INDEX resumes_file ON public.resumes USING btree (file);

CREATE INDEX resumes_user ON public.resumes USING btree (user_id, id DESC);

CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_user ON public.sessions USING btree (user_id, seen_at DESC);

CREATE INDEX stage_changes_application ON public.stage_changes USING btree (application_id, id);

CREATE INDEX users_online ON public.users USING btree (online_until) WHERE (online_until IS NOT NULL);

CREATE TRIGGER companies_search_rename AFTER UPDATE OF name ON public.companies FOR EACH ROW WHEN ((old.name <> new.name)) EXECUTE FUNCTION public.companies_search_rename();

CREATE TRIGGER postings_open AFTER INSERT OR DELETE OR UPDATE OF state ON public.postings FOR EACH ROW EXECUTE FUNCTION public.postings_open();

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES public.postings(id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_resume_id_fkey FOREIGN KEY (resume_id) REFERENCES public.resumes(id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.attachments
    ADD CONSTRAINT attachments_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.company_members
    ADD CONSTRAINT company_members_company_id_fkey FOREIGN KEY (company_id) REFERENCES public.companies(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.company_members
    ADD CONSTRAINT company_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.company_tasks
    ADD CONSTRAINT company_tasks_company_id_fkey FOREIGN KEY (company_id) REFERENCES public.companies(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.conversation_reads
    ADD CONSTRAINT conversation_reads_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.conversation_reads
    ADD CONSTRAINT conversation_reads_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_company_id_fkey FOREIGN KEY (company_id) REFERENCES public.companies(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES public.postings(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_seeker_id_fkey FOREIGN KEY (seeker_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.kept_forms
    ADD CONSTRAINT kept_forms_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_words
    ADD CONSTRAINT message_words_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_settings
    ADD CONSTRAINT notification_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.postings
    ADD CONSTRAINT postings_company_id_fkey FOREIGN KEY (company_id) REFERENCES public.companies(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.postings
    ADD CONSTRAINT postings_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.resumes
    ADD CONSTRAINT resumes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.stage_changes
    ADD CONSTRAINT stage_changes_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.stage_changes
    ADD CONSTRAINT stage_changes_by_user_fkey FOREIGN KEY (by_user) REFERENCES public.users(id) ON DELETE SET NULL;

