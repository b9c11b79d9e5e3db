-- Projection of the street's own facts: the way of each month's report upward, and what came back (R-162, R-163).
CREATE TABLE report_note (
    street       INTEGER NOT NULL DEFAULT 1,
    month        TEXT    NOT NULL, -- ISO, e.g. 2026-11
    organization TEXT    NOT NULL, -- whose report it is; of an inspection the branch
    chain        BIGINT  NOT NULL, -- the fact
    seq          BIGINT  NOT NULL,
    step         TEXT    NOT NULL, -- StreetFact.ReportStep
    day          TEXT    NOT NULL, -- ISO local date
    party        TEXT    NOT NULL,
    about        TEXT,             -- a branch
    login        TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    PRIMARY KEY (street, chain, seq)
);
