-- Projection of the street's own facts: what a reviewer decided about something that waited. Of several decisions about
-- one item the last stands; REOPENED is as good as none.
CREATE TABLE review_decision (
    street   INTEGER NOT NULL DEFAULT 1,
    kind     TEXT    NOT NULL, -- ReviewItem.Kind
    item     TEXT    NOT NULL, -- its key
    answer   TEXT    NOT NULL, -- ReviewItem.Answer
    chain    BIGINT  NOT NULL, -- the decision's own record
    seq      BIGINT  NOT NULL,
    login    TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    activity TEXT    NOT NULL,
    other    TEXT,             -- the other activity of an overlap
    member   TEXT,             -- whom it is about, or whom a guest was found to be
    kiosk    TEXT,             -- the record that was chosen, judged or matched
    epoch    TEXT,
    number   BIGINT,
    role     TEXT,             -- AttendanceRole in which a guest counts
    roll     TEXT,             -- on whose roll a guest or an added member counts
    late     INTEGER NOT NULL DEFAULT 0,
    voting   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (street, kind, item)
);
