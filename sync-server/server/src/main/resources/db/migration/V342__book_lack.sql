-- What books lacked when they were closed, in words, people masked: a copy like book_line.
CREATE TABLE book_lack (
    street       INTEGER NOT NULL DEFAULT 1,
    year         INTEGER NOT NULL,
    organization TEXT    NOT NULL,
    closed_at    BIGINT  NOT NULL, -- as book_year.closed_at
    number       INTEGER NOT NULL, -- 1, 2, 3 …
    book         TEXT    NOT NULL, -- Book
    about        TEXT    NOT NULL,
    words        TEXT    NOT NULL,
    PRIMARY KEY (street, year, organization, closed_at, number)
);
