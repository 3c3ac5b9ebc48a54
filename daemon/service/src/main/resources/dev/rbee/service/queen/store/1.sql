-- The machines: every column of the original beehive registry (seed 002), then those of the original hive registry (seed 004).
-- The git columns may be null here: a bundle is uploaded unless a repository is named.
CREATE TABLE beehives (
    node_name TEXT PRIMARY KEY,
    ssh_host TEXT NOT NULL,
    ssh_port INTEGER NOT NULL DEFAULT 22,
    ssh_user TEXT NOT NULL,
    ssh_key_path TEXT,
    git_repo_url TEXT,
    git_branch TEXT,
    install_path TEXT,
    last_connected_unix INTEGER,
    status TEXT NOT NULL DEFAULT 'unknown',
    mode TEXT NOT NULL DEFAULT 'network' CHECK (mode IN ('local', 'network')),
    hostname TEXT,
    port INTEGER NOT NULL DEFAULT 7835,
    capabilities TEXT,
    last_seen TEXT
);

-- Answers the queries of the original hive registry.
CREATE VIEW hives AS
    SELECT node_name AS id,
           coalesce(hostname, ssh_host) AS hostname,
           port,
           mode,
           ssh_key_path,
           capabilities,
           last_seen,
           status
    FROM beehives;

-- Users' tokens: the SHA-256 only.
CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    scope TEXT NOT NULL CHECK (scope IN ('admin', 'inference')),
    sha256 TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    last_used_at TEXT
);

-- Requests for inference; never what was asked or answered. The oldest are deleted.
CREATE TABLE requests (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    model TEXT NOT NULL,
    worker_id TEXT,
    hive_id TEXT,
    caller TEXT NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT,
    route TEXT,
    streamed INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    queue_ms INTEGER,
    first_token_ms INTEGER,
    duration_ms INTEGER NOT NULL,
    prompt_tokens INTEGER,
    completion_tokens INTEGER
);

CREATE INDEX requests_model ON requests (model, n);

CREATE INDEX requests_worker ON requests (worker_id, n);

-- What somebody changed. The oldest are deleted.
CREATE TABLE audit (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT,
    outcome TEXT NOT NULL,
    details TEXT
);
