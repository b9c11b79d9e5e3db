-- Projection of the ledger: one line for each member of a standing roll, with the state that follows from all that was
-- recorded about them. Every figure of a frozen roll is a sum of these lines.
CREATE TABLE attendance_line (
    street       INTEGER NOT NULL DEFAULT 1,
    activity     TEXT    NOT NULL,
    organization TEXT    NOT NULL, -- whose roll
    member       TEXT    NOT NULL,
    voting       INTEGER NOT NULL,
    exemption    TEXT,             -- ExemptionKind
    added        INTEGER NOT NULL, -- 1: not on the standing freezing, but received as a member
    state        TEXT    NOT NULL, -- AttendanceState
    explained    INTEGER NOT NULL, -- a reason was given
    PRIMARY KEY (street, activity, organization, member)
);
