-- Pages of the hand-written book (R-114), as bounded JPEG pictures.
CREATE TABLE minutes_scan (
    street   INTEGER NOT NULL DEFAULT 1,
    activity TEXT    NOT NULL,
    number   INTEGER NOT NULL, -- from 1
    picture  BLOB    NOT NULL,
    added_by TEXT    NOT NULL, -- login
    added_at BIGINT  NOT NULL,
    PRIMARY KEY (street, activity, number)
);
