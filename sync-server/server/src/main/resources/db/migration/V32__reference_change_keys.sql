-- Rebuild: the numbered log of changes, keyed by street.
CREATE TABLE reference_change_keyed (
    street INTEGER NOT NULL DEFAULT 1,
    number BIGINT  NOT NULL, -- growing, with gaps
    scope  TEXT    NOT NULL, -- street, org:ID of a community, site:ID
    kind   TEXT    NOT NULL,
    id     TEXT    NOT NULL,
    record BLOB    NOT NULL, -- ReferenceChange bytes
    at     BIGINT  NOT NULL,
    PRIMARY KEY (street, number)
);
INSERT INTO reference_change_keyed (number, scope, kind, id, record, at)
SELECT number, scope, kind, id, record, at
FROM reference_change;
DROP TABLE reference_change;
ALTER TABLE reference_change_keyed RENAME TO reference_change;
CREATE INDEX reference_change_scope ON reference_change (street, scope, number);
CREATE INDEX reference_change_kind ON reference_change (street, kind, number);
