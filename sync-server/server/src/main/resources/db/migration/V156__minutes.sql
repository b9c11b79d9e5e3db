-- 会议记录 (R-113): each saved version stays; the last one stands.
CREATE TABLE minutes (
    street      INTEGER NOT NULL DEFAULT 1,
    activity    TEXT    NOT NULL,
    version     INTEGER NOT NULL, -- from 1
    chair       TEXT    NOT NULL,
    recorder    TEXT    NOT NULL,
    topic       TEXT    NOT NULL,
    points      TEXT    NOT NULL,
    dissent     TEXT,             -- null: none, which somebody said
    resolutions TEXT    NOT NULL,
    saved_by    TEXT    NOT NULL, -- login
    saved_at    BIGINT  NOT NULL,
    PRIMARY KEY (street, activity, version)
);
