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

-- What runs of workers took, by the way they were run: estimates prefer it.
CREATE TABLE learnt (
    hive TEXT NOT NULL,
    device TEXT NOT NULL,
    engine TEXT NOT NULL,
    model TEXT NOT NULL,
    sha256 TEXT,
    quantization TEXT,
    ctx INTEGER NOT NULL,
    slots INTEGER NOT NULL,
    kv_type TEXT NOT NULL,
    gpu_layers INTEGER NOT NULL,
    peak_bytes INTEGER,
    load_ms INTEGER,
    tokens_per_second REAL,
    prompt_tokens_per_second REAL,
    bytes_per_token REAL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (hive, engine, model, ctx, slots, kv_type, gpu_layers)
);
