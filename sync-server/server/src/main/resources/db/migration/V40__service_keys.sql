-- Rebuild: what one may come for, as columns, keyed by street.
CREATE TABLE service_keyed (
    street       INTEGER NOT NULL DEFAULT 1,
    id           TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    category     TEXT    NOT NULL, -- ServiceCategory
    letter       TEXT    NOT NULL,
    organization TEXT    NOT NULL,
    PRIMARY KEY (street, id)
);
INSERT INTO service_keyed (id, name, category, letter, organization)
SELECT id, name, category, letter, organization
FROM service;
DROP TABLE service;
ALTER TABLE service_keyed RENAME TO service;
