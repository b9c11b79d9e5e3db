-- What stood in books when they were closed: of each entry a digest, never its words. A copy, which no later fact changes
-- and no rebuild derives.
CREATE TABLE book_line (
    street       INTEGER NOT NULL DEFAULT 1,
    year         INTEGER NOT NULL,
    organization TEXT    NOT NULL,
    closed_at    BIGINT  NOT NULL, -- as book_year.closed_at
    book         TEXT    NOT NULL, -- Book
    line         TEXT    NOT NULL, -- a member, or an activity and its roll
    digest       TEXT    NOT NULL, -- SHA-256 of the cells, hex
    PRIMARY KEY (street, year, organization, closed_at, book, line)
);
