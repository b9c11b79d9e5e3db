-- Projection of the ledger: check-ins that the street received after it had locked the month of their activity.
CREATE TABLE late_upload (
    street      INTEGER NOT NULL DEFAULT 1,
    chain       BIGINT  NOT NULL,
    seq         BIGINT  NOT NULL,
    activity    TEXT    NOT NULL,
    member      TEXT    NOT NULL,
    received_at BIGINT  NOT NULL,
    PRIMARY KEY (street, chain, seq)
);
