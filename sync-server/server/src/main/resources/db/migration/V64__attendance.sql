-- Projection of the ledger: check-ins. Of several of one person in one activity the earliest that is not voided has
-- counted = 1; the others are kept beside it: voided = 1, or duplicates (RULES, reconciliation 2).
CREATE TABLE attendance (
    street   INTEGER NOT NULL DEFAULT 1,
    chain    BIGINT  NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL, -- may be unknown to the reference tables
    member   TEXT    NOT NULL, -- may be unknown to the reference tables
    role     TEXT    NOT NULL, -- AttendanceRole
    method   TEXT    NOT NULL, -- CheckInMethod
    late     INTEGER NOT NULL,
    at       BIGINT  NOT NULL, -- by which the kiosk decided
    voided   INTEGER NOT NULL DEFAULT 0,
    counted  INTEGER NOT NULL DEFAULT 0,
    clock    INTEGER NOT NULL DEFAULT 1, -- 0: the time is known, 1: nobody compared it, 2: it cannot be right
    roll     TEXT,             -- for whose roll a member counts; null in other roles, and before rolls were frozen
    PRIMARY KEY (street, chain, seq)
) ${clustered};
