/** Tables of the journal. Days are `YYYY-MM-DD`; `as_of` is the UTC day that rows state. */
export const schema = `
CREATE TABLE IF NOT EXISTS call (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,          -- of the run, in its zone
  question TEXT NOT NULL,     -- path and query
  asked_at INTEGER NOT NULL,  -- epoch milliseconds
  outcome TEXT NOT NULL,
  status INTEGER,             -- of HTTP
  credits INTEGER NOT NULL,   -- charged, as far as is known
  as_of TEXT,
  etag TEXT,
  body TEXT,                  -- until it is ingested
  batch INTEGER               -- that has its rows
);
CREATE INDEX IF NOT EXISTS call_day ON call (day);
CREATE INDEX IF NOT EXISTS call_question ON call (question, id);
CREATE INDEX IF NOT EXISTS call_kept ON call (as_of, id) WHERE body IS NOT NULL;
CREATE TABLE IF NOT EXISTS held (
  item TEXT NOT NULL,         -- endpoint and key
  page INTEGER NOT NULL,
  day TEXT NOT NULL,          -- of the run that fetched it
  as_of TEXT NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (item, page)
);
CREATE TABLE IF NOT EXISTS tried (
  item TEXT PRIMARY KEY,
  day TEXT NOT NULL           -- of the last run that came to it
);
CREATE TABLE IF NOT EXISTS run (
  day TEXT PRIMARY KEY,
  report TEXT NOT NULL        -- JSON
);`;
