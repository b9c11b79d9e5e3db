-- Days that organisations asked to move, and what was answered (RULES §3, OQ-07).
CREATE TABLE reschedule (
    street       INTEGER NOT NULL DEFAULT 1,
    organization TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    duty         TEXT    NOT NULL, -- DutyCode
    period       TEXT    NOT NULL,
    title        TEXT    NOT NULL, -- period and duty, as people call them
    original_day TEXT    NOT NULL, -- ISO, the rules'
    new_day      TEXT    NOT NULL, -- ISO
    reason       TEXT    NOT NULL,
    asked_by     TEXT    NOT NULL, -- login
    asked_at     BIGINT  NOT NULL,
    granted      INTEGER,          -- null: nobody has answered
    answer       TEXT,
    decided_by   TEXT,             -- login
    decided_on   TEXT,             -- ISO
    PRIMARY KEY (street, organization, id)
);
