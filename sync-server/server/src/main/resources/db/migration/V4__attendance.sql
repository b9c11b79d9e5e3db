-- Projections of the ledger; can be emptied and rebuilt from fact at any time. Nobody else writes here.
-- Of several check-ins of one person in one activity the earliest that is not voided has counted = 1; the others
-- are kept apart: voided = 1, or duplicates (RULES, reconciliation 2).
CREATE TABLE attendance (
    kiosk    TEXT    NOT NULL,
    epoch    TEXT    NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL, -- may be unknown to the reference tables
    member   TEXT    NOT NULL, -- may be unknown to the reference tables
    role     TEXT    NOT NULL, -- AttendanceRole
    method   TEXT    NOT NULL, -- CheckInMethod
    late     INTEGER NOT NULL,
    at       BIGINT  NOT NULL, -- kiosk's wall clock at the tap
    voided   INTEGER NOT NULL DEFAULT 0,
    counted  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kiosk, epoch, seq)
);
CREATE INDEX attendance_activity ON attendance (activity, member);
CREATE UNIQUE INDEX attendance_once ON attendance (activity, member) WHERE counted = 1;

CREATE TABLE guest (
    kiosk    TEXT    NOT NULL,
    epoch    TEXT    NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL,
    kind     TEXT    NOT NULL, -- GuestKind
    card     TEXT,             -- card key, hex; null: none shown
    at       BIGINT  NOT NULL, -- kiosk's wall clock
    voided   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kiosk, epoch, seq)
);
CREATE INDEX guest_activity ON guest (activity);

CREATE TABLE staff_unlock (
    kiosk TEXT   NOT NULL,
    epoch TEXT   NOT NULL,
    seq   BIGINT NOT NULL,
    staff TEXT   NOT NULL,
    at    BIGINT NOT NULL,
    PRIMARY KEY (kiosk, epoch, seq)
);
