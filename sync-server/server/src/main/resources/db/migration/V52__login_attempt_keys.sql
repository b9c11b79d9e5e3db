-- Rebuild: failures in a row per name tried, whether or not such an account exists, keyed by street. The name is kept
-- as a hash: people type passwords into the wrong field.
CREATE TABLE login_attempt_keyed (
    street       INTEGER NOT NULL DEFAULT 1,
    name_hash    TEXT    NOT NULL,
    failures     INTEGER NOT NULL,
    locked_until BIGINT  NOT NULL,
    last_at      BIGINT  NOT NULL,
    PRIMARY KEY (street, name_hash)
);
INSERT INTO login_attempt_keyed (name_hash, failures, locked_until, last_at)
SELECT name_hash, failures, locked_until, last_at
FROM login_attempt;
DROP TABLE login_attempt;
ALTER TABLE login_attempt_keyed RENAME TO login_attempt;
