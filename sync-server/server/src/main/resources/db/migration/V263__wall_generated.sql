-- Drafts that the program wrote from what it knows: of which period, and the digest of its words, so that it is seen when
-- they would be others today (R-020) and whether somebody changed the draft by hand.
CREATE TABLE wall_generated (
    street  INTEGER NOT NULL DEFAULT 1,
    version TEXT    NOT NULL,
    period  TEXT    NOT NULL, -- Period; empty: of no period
    digest  TEXT    NOT NULL, -- SHA-256 of title and body, hex
    PRIMARY KEY (street, version),
    FOREIGN KEY (street, version) REFERENCES wall_version (street, id)
);
