-- Servers of others that take part as workers; their keys stand in a file of their own.
CREATE TABLE endpoints (
    name TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    models TEXT,
    slots INTEGER,
    kind TEXT,
    offered TEXT,
    last_seen TEXT
);
