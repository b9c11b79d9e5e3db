-- The report of a month as it was when it was locked: a copy, which no later fact changes and no rebuild derives.
CREATE TABLE month_figure (
    street       INTEGER NOT NULL DEFAULT 1,
    month        TEXT    NOT NULL,
    organization TEXT    NOT NULL, -- as month_lock
    locked_at    BIGINT  NOT NULL, -- as month_lock.at
    activity     TEXT    NOT NULL,
    roll         TEXT    NOT NULL, -- whose roll
    due          INTEGER NOT NULL,
    present      INTEGER NOT NULL,
    late         INTEGER NOT NULL,
    unsigned     INTEGER NOT NULL,
    absent_leave INTEGER NOT NULL, -- 请假
    absent       INTEGER NOT NULL,
    PRIMARY KEY (street, month, organization, locked_at, activity, roll)
);
