-- Projection of the street's own facts: how a branch's books of a year stand (R-166, OQ-39).
CREATE TABLE book_year (
    street       INTEGER NOT NULL DEFAULT 1,
    year         INTEGER NOT NULL,
    organization TEXT    NOT NULL, -- the branch
    filing       TEXT    NOT NULL, -- StreetFact.Filing, the last
    login        TEXT    NOT NULL, -- who did the last
    reason       TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    closed_at    BIGINT  NOT NULL, -- of the last closing
    closed_by    TEXT    NOT NULL, -- login
    printed_at   BIGINT,           -- null: not printed, or opened again since
    PRIMARY KEY (street, year, organization)
);
