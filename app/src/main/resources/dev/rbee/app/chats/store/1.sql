CREATE TABLE folders (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE chats (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  titled TEXT NOT NULL,
  folder TEXT REFERENCES folders (id) ON DELETE SET NULL,
  pinned INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  leaf TEXT,
  setup TEXT
) STRICT;
CREATE TABLE messages (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  chat TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
  parent TEXT,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  facts TEXT
) STRICT;
CREATE INDEX messages_by_chat ON messages (chat, n);
CREATE INDEX messages_streaming ON messages (state) WHERE state = 'STREAMING';
CREATE TABLE drafts (
  chat TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  files TEXT
) STRICT;
CREATE TABLE presets (
  model TEXT NOT NULL,
  name TEXT NOT NULL,
  setup TEXT NOT NULL,
  PRIMARY KEY (model, name)
) STRICT;
CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE TRIGGER message_gone AFTER DELETE ON messages BEGIN DELETE FROM words WHERE rowid = old.n; END;
