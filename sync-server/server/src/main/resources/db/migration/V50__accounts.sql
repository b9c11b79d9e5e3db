-- People who may use the console. Instants are milliseconds since 1970 UTC.
CREATE TABLE account (
    login        TEXT    NOT NULL PRIMARY KEY, -- lower case
    display_name TEXT    NOT NULL,
    role         TEXT    NOT NULL,             -- Role
    scope        TEXT,                         -- top organisation; null: the whole street
    verifier     TEXT    NOT NULL,             -- argon2id, encoded
    disabled     INTEGER NOT NULL DEFAULT 0,
    created_at   BIGINT  NOT NULL
);

CREATE TABLE console_session (
    token_hash TEXT   NOT NULL PRIMARY KEY, -- SHA-256 of the cookie's secret, hex
    login      TEXT   NOT NULL REFERENCES account (login),
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX console_session_login ON console_session (login);

-- Failures in a row per name tried, whether or not such an account exists. The name is kept as a hash: people type
-- passwords into the wrong field.
CREATE TABLE login_attempt (
    name_hash    TEXT    NOT NULL PRIMARY KEY,
    failures     INTEGER NOT NULL,
    locked_until BIGINT  NOT NULL,
    last_at      BIGINT  NOT NULL
);

-- Who did what on the console. Rows are never updated.
CREATE TABLE audit_entry (
    id      TEXT   NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    login   TEXT,            -- null: no such account
    action  TEXT   NOT NULL, -- AuditAction
    subject TEXT   NOT NULL, -- what it was done to; empty: nothing but the action
    remote  TEXT   NOT NULL
);
CREATE INDEX audit_entry_at ON audit_entry (at);
