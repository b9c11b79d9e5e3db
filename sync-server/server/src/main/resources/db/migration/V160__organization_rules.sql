-- By which rules an organisation goes from a day on: what it sets for itself and all below it. A later row ends an
-- earlier one; none is written over once its day has come.
CREATE TABLE organization_rules (
    street       INTEGER NOT NULL DEFAULT 1,
    organization TEXT    NOT NULL,
    since        TEXT    NOT NULL, -- ISO local date, the first day
    profile      TEXT,             -- name of a rule profile, null: as above
    params       TEXT    NOT NULL, -- a line each, name=value
    committee    INTEGER,          -- 1: has one, 0: has none, null: by its seats
    theme_day    INTEGER,          -- day of the month, 1 to 28, null: as the profile says
    reason       TEXT    NOT NULL,
    login        TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    PRIMARY KEY (street, organization, since)
);
