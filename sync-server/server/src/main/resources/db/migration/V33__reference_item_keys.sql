-- Rebuild: the current items as bytes, keyed by street.
CREATE TABLE reference_item_keyed (
    street INTEGER NOT NULL DEFAULT 1,
    kind   TEXT    NOT NULL,
    id     TEXT    NOT NULL,
    scope  TEXT    NOT NULL,
    number BIGINT  NOT NULL,
    record BLOB    NOT NULL,
    PRIMARY KEY (street, kind, id)
);
INSERT INTO reference_item_keyed (kind, id, scope, number, record)
SELECT kind, id, scope, number, record
FROM reference_item;
DROP TABLE reference_item;
ALTER TABLE reference_item_keyed RENAME TO reference_item;
CREATE INDEX reference_item_scope ON reference_item (street, scope, number);
