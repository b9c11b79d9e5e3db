-- What the street publishes: the numbered log of changes, the current items as bytes, and as columns to query.
CREATE TABLE reference_change (
    number BIGINT NOT NULL PRIMARY KEY, -- growing, with gaps
    scope  TEXT   NOT NULL,             -- street, org:ID of a community, site:ID
    kind   TEXT   NOT NULL,
    id     TEXT   NOT NULL,
    record BLOB   NOT NULL,             -- ReferenceChange bytes
    at     BIGINT NOT NULL
);
CREATE INDEX reference_change_scope ON reference_change (scope, number);

CREATE TABLE reference_item (
    kind   TEXT   NOT NULL,
    id     TEXT   NOT NULL,
    scope  TEXT   NOT NULL,
    number BIGINT NOT NULL,
    record BLOB   NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX reference_item_scope ON reference_item (scope, number);

CREATE TABLE organization (
    id        TEXT NOT NULL PRIMARY KEY,
    parent    TEXT,          -- null: the street committee
    level     TEXT NOT NULL, -- OrganizationLevel
    org_class TEXT NOT NULL, -- OrganizationClass
    name      TEXT NOT NULL,
    path      TEXT NOT NULL  -- ids from the street down, /street/community/branch/: subtree = path LIKE prefix%
);
CREATE INDEX organization_path ON organization (path);

CREATE TABLE member (
    id       TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    status   TEXT NOT NULL, -- MemberStatus
    relation TEXT NOT NULL, -- RelationKind
    branch   TEXT NOT NULL,
    grp      TEXT           -- party group, null: none
);
CREATE INDEX member_branch ON member (branch);

CREATE TABLE card_binding (
    card   TEXT NOT NULL PRIMARY KEY, -- card key, hex
    member TEXT NOT NULL
);
CREATE INDEX card_binding_member ON card_binding (member);

CREATE TABLE activity (
    id            TEXT   NOT NULL PRIMARY KEY,
    type          TEXT   NOT NULL, -- ActivityType
    organization  TEXT   NOT NULL,
    title         TEXT   NOT NULL,
    place         TEXT   NOT NULL,
    held_on       TEXT   NOT NULL, -- ISO local date, Asia/Shanghai
    starts_at     BIGINT NOT NULL,
    ends_at       BIGINT NOT NULL,
    opens_at      BIGINT NOT NULL,
    late_after_at BIGINT NOT NULL,
    closes_at     BIGINT NOT NULL
);
CREATE INDEX activity_held_on ON activity (held_on);

CREATE TABLE staff (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    duty TEXT NOT NULL
);

CREATE TABLE site (
    id           TEXT NOT NULL PRIMARY KEY,
    name         TEXT NOT NULL,
    organization TEXT NOT NULL
);
