-- Households in need that somebody of the staff is paired with (R-077). Nobody's name stands here.
CREATE TABLE household (
    street       INTEGER NOT NULL DEFAULT 1,
    id           TEXT    NOT NULL,
    organization TEXT    NOT NULL,
    helper       TEXT    NOT NULL, -- Answerer
    note         BLOB    NOT NULL, -- sealed attachment
    since        TEXT    NOT NULL, -- ISO local date
    until        TEXT,             -- last day
    ended        TEXT,             -- why
    PRIMARY KEY (street, id)
);
