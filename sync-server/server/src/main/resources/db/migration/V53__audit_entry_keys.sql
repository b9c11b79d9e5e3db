-- Rebuild: who did what on the console, keyed by street. Rows are never updated.
CREATE TABLE audit_entry_keyed (
    street  INTEGER NOT NULL DEFAULT 1,
    id      TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    login   TEXT,             -- null: no such account
    action  TEXT    NOT NULL, -- AuditAction
    subject TEXT    NOT NULL, -- what it was done to; empty: nothing but the action
    remote  TEXT    NOT NULL,
    PRIMARY KEY (street, id)
);
INSERT INTO audit_entry_keyed (id, at, login, action, subject, remote)
SELECT id, at, login, action, subject, remote
FROM audit_entry;
DROP TABLE audit_entry;
ALTER TABLE audit_entry_keyed RENAME TO audit_entry;
CREATE INDEX audit_entry_at ON audit_entry (street, at);
