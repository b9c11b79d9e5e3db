-- Rebuild: sites as columns, keyed by street.
CREATE TABLE site_keyed (
    street       INTEGER NOT NULL DEFAULT 1,
    id           TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    organization TEXT    NOT NULL,
    PRIMARY KEY (street, id)
);
INSERT INTO site_keyed (id, name, organization)
SELECT id, name, organization
FROM site;
DROP TABLE site;
ALTER TABLE site_keyed RENAME TO site;
CREATE INDEX site_organization ON site (street, organization);
