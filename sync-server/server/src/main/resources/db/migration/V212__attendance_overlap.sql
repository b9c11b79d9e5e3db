-- Projection of the ledger: pairs of activities at which one person was received within hours. Whether they overlap is
-- looked at when somebody asks.
CREATE TABLE attendance_overlap (
    street   INTEGER NOT NULL DEFAULT 1,
    activity TEXT    NOT NULL,
    member   TEXT    NOT NULL,
    other    TEXT    NOT NULL, -- greater than activity
    PRIMARY KEY (street, activity, member, other)
);
