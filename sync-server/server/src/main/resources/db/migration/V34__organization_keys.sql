-- Rebuild: organisations as columns, keyed by street.
CREATE TABLE organization_keyed (
    street    INTEGER NOT NULL DEFAULT 1,
    id        TEXT    NOT NULL,
    parent    TEXT,             -- null: the street committee
    level     TEXT    NOT NULL, -- OrganizationLevel
    org_class TEXT    NOT NULL, -- OrganizationClass
    name      TEXT    NOT NULL,
    path      TEXT    NOT NULL, -- ids from the street down, /street/community/branch/: subtree = path LIKE prefix%
    PRIMARY KEY (street, id)
);
INSERT INTO organization_keyed (id, parent, level, org_class, name, path)
SELECT id, parent, level, org_class, name, path
FROM organization;
DROP TABLE organization;
ALTER TABLE organization_keyed RENAME TO organization;
CREATE INDEX organization_path ON organization (street, path);
CREATE INDEX organization_parent ON organization (street, parent);
