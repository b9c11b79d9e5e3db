-- Projection of the ledger: what else is recorded about a member at an activity. A correction takes back whatever stands
-- of them before it, in whatever order both arrive.
CREATE TABLE attendance_note (
    street   INTEGER NOT NULL DEFAULT 1,
    chain    BIGINT  NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL, -- may be unknown to the reference tables
    member   TEXT    NOT NULL, -- may be unknown to the reference tables
    kind     TEXT    NOT NULL, -- SIGNED, LEAVE, ABSENCE, CORRECTION
    noted_at BIGINT  NOT NULL,
    voided   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (street, chain, seq)
) ${clustered};
