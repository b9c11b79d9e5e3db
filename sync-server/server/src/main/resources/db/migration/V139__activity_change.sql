-- What was done to the plan of an activity, by whom and why. Never changed, never deleted.
CREATE TABLE activity_change (
    street   INTEGER NOT NULL DEFAULT 1,
    activity TEXT    NOT NULL,
    number   INTEGER NOT NULL, -- 1, 2, 3 … of this activity
    kind     TEXT    NOT NULL, -- PlanChange.Kind
    reason   TEXT    NOT NULL,
    words    TEXT    NOT NULL, -- what changed, as a person reads it
    login    TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    PRIMARY KEY (street, activity, number)
);
