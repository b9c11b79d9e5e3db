-- 提前通知: who was told of an activity that is planned, how, and who says so (R-102, OQ-06).
CREATE TABLE notice_given (
    street   INTEGER NOT NULL DEFAULT 1,
    activity TEXT    NOT NULL,
    member   TEXT    NOT NULL,
    how      TEXT    NOT NULL, -- SessionFact.Notice
    login    TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    PRIMARY KEY (street, activity, member)
);
