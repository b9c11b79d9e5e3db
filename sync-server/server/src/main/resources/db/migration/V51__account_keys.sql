-- Rebuild: people who may use the console and their sessions, keyed by street. A login names one person of a street.
CREATE TABLE account_keyed (
    street       INTEGER NOT NULL DEFAULT 1,
    login        TEXT    NOT NULL, -- lower case
    display_name TEXT    NOT NULL,
    role         TEXT    NOT NULL, -- Role
    scope        TEXT,             -- top organisation; null: the whole street
    verifier     TEXT    NOT NULL, -- argon2id, encoded
    disabled     INTEGER NOT NULL DEFAULT 0,
    created_at   BIGINT  NOT NULL,
    PRIMARY KEY (street, login)
);
INSERT INTO account_keyed (login, display_name, role, scope, verifier, disabled, created_at)
SELECT login, display_name, role, scope, verifier, disabled, created_at
FROM account;
CREATE TABLE console_session_keyed (
    street     INTEGER NOT NULL DEFAULT 1,
    token_hash TEXT    NOT NULL, -- SHA-256 of the cookie's secret, hex
    login      TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    seen_at    BIGINT  NOT NULL,
    PRIMARY KEY (street, token_hash),
    FOREIGN KEY (street, login) REFERENCES account_keyed (street, login)
);
INSERT INTO console_session_keyed (token_hash, login, created_at, seen_at)
SELECT token_hash, login, created_at, seen_at
FROM console_session;
DROP TABLE console_session;
DROP TABLE account;
ALTER TABLE account_keyed RENAME TO account;
ALTER TABLE console_session_keyed RENAME TO console_session;
CREATE INDEX console_session_login ON console_session (street, login);
