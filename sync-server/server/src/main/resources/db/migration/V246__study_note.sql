-- Projection of the street's own facts: what somebody studied apart from what they came to (补课, 送学上门).
CREATE TABLE study_note (
    street   INTEGER NOT NULL DEFAULT 1,
    member   TEXT    NOT NULL,
    id       TEXT    NOT NULL, -- drawn by the street
    kind     TEXT    NOT NULL, -- StreetFact.Study
    activity TEXT,             -- what was missed; null at a visit
    day      TEXT    NOT NULL, -- ISO local date
    login    TEXT    NOT NULL, -- who noted it
    reason   TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    stands   INTEGER NOT NULL, -- 0: taken back
    undone_by TEXT,            -- login of who took it back
    undone_for TEXT,           -- the reason
    undone_at BIGINT,
    PRIMARY KEY (street, member, id)
);
