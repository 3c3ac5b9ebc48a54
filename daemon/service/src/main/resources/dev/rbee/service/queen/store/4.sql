-- Why workers were started where they are.
CREATE TABLE placements (
    worker_id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    placement TEXT NOT NULL
);
