-- Less or nothing is owed: the branch studied it and asks, its superior approves or refuses (R-135).
CREATE TABLE fee_relief (
    street     INTEGER NOT NULL DEFAULT 1,
    member     TEXT    NOT NULL,
    id         TEXT    NOT NULL, -- drawn by the street
    from_month TEXT    NOT NULL, -- ISO, e.g. 2026-01
    to_month   TEXT    NOT NULL, -- the last one
    reduced    BIGINT,           -- cents a month instead; null: nothing at all
    reason     TEXT    NOT NULL,
    asked_by   TEXT    NOT NULL, -- login
    asked_at   BIGINT  NOT NULL,
    granted    INTEGER,          -- null: waits
    answer     TEXT,             -- the superior's words
    decided_by TEXT,
    decided_at BIGINT,
    PRIMARY KEY (street, member, id)
);
