-- Rate limits that nodes share: by the hash of what is limited, when its bucket is full again, in microseconds since 1970.
CREATE TABLE rate_buckets (
    key BLOB PRIMARY KEY NOT NULL,
    full_at BIGINT NOT NULL
);
CREATE INDEX rate_buckets_full_at ON rate_buckets (full_at);
