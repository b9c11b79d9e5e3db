-- Projection of the street's own facts: how each month stands for an organisation and all below it (OQ-32).
CREATE TABLE month_lock (
    street       INTEGER NOT NULL DEFAULT 1,
    month        TEXT    NOT NULL, -- ISO, e.g. 2026-11
    organization TEXT    NOT NULL, -- the top of what is locked
    locked       INTEGER NOT NULL, -- 0: opened again
    login        TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    PRIMARY KEY (street, month, organization)
);
