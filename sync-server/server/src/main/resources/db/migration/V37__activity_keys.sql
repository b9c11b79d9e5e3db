-- Rebuild: activities as columns, keyed by street.
CREATE TABLE activity_keyed (
    street        INTEGER NOT NULL DEFAULT 1,
    id            TEXT    NOT NULL,
    type          TEXT    NOT NULL, -- ActivityType
    organization  TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    place         TEXT    NOT NULL,
    held_on       TEXT    NOT NULL, -- ISO local date, Asia/Shanghai
    starts_at     BIGINT  NOT NULL,
    ends_at       BIGINT  NOT NULL,
    opens_at      BIGINT  NOT NULL,
    late_after_at BIGINT  NOT NULL,
    closes_at     BIGINT  NOT NULL,
    PRIMARY KEY (street, id)
);
INSERT INTO activity_keyed (id, type, organization, title, place, held_on, starts_at, ends_at, opens_at,
    late_after_at, closes_at)
SELECT id, type, organization, title, place, held_on, starts_at, ends_at, opens_at, late_after_at, closes_at
FROM activity;
DROP TABLE activity;
ALTER TABLE activity_keyed RENAME TO activity;
CREATE INDEX activity_held_on ON activity (street, held_on);
CREATE INDEX activity_organization ON activity (street, organization);
