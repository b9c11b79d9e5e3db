-- Projection of the ledger: check-ins. Of several of one person in one activity the earliest that is not voided has
-- counted = 1; the others are kept beside it: voided = 1, or duplicates (RULES, reconciliation 2). Null for them, so
-- that one index both finds all of a person and lets one of them count.
CREATE TABLE attendance (
    street     INTEGER NOT NULL DEFAULT 1,
    chain      BIGINT  NOT NULL,
    seq        BIGINT  NOT NULL,
    activity   TEXT    NOT NULL, -- may be unknown to the reference tables
    member     TEXT    NOT NULL, -- may be unknown to the reference tables
    role       TEXT    NOT NULL, -- AttendanceRole
    method     TEXT    NOT NULL, -- CheckInMethod
    late       INTEGER NOT NULL,
    at         BIGINT  NOT NULL, -- by which the kiosk decided
    voided     INTEGER NOT NULL DEFAULT 0,
    counted    INTEGER CHECK (counted = 1), -- 1 or null
    clock      INTEGER NOT NULL DEFAULT 1, -- 0: the time is known, 1: nobody compared it, 2: it cannot be right
    roll       TEXT,    -- for whose roll a member counts; null in other roles, and before rolls were frozen
    to_sign    INTEGER NOT NULL DEFAULT 0, -- 1: was told 已报到，请签名 and counts with a signature only (OQ-27)
    how        TEXT,    -- Registration, if staff recorded it
    noted_at   BIGINT,  -- when it was recorded, if that is not when the person was there
    awaiting   INTEGER NOT NULL DEFAULT 0, -- 1: a 补录 that the secretary has not approved; never counted
    awaited    INTEGER NOT NULL DEFAULT 0, -- 1: came as such a 补录, whatever became of it
    recognised INTEGER NOT NULL DEFAULT 0, -- 1: recorded as 列席 by a genuine code, counted as the member the roll lists
    PRIMARY KEY (street, chain, seq)
) ${clustered};
