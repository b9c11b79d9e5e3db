-- That a notice was filed with the superior (R-131 报送): when, to whom, by whom, and who entered it. One row for each
-- version; each entry is also a step of it.
CREATE TABLE wall_filing (
    street   INTEGER NOT NULL DEFAULT 1,
    version  TEXT    NOT NULL,
    filed_on TEXT    NOT NULL, -- ISO day in the street's zone
    filed_to TEXT    NOT NULL,
    filed_by TEXT    NOT NULL, -- in words, as the receipt says
    login    TEXT    NOT NULL, -- who entered it
    at       BIGINT  NOT NULL, -- milliseconds since 1970 UTC
    PRIMARY KEY (street, version),
    FOREIGN KEY (street, version) REFERENCES wall_version (street, id)
);
