-- Derived from fact. Of all records with one origin, the original and any number of carried ones, one is projected: the
-- original if the street holds it, else the carried one with repeats = 0.
CREATE TABLE fact_carried (
    street       INTEGER NOT NULL DEFAULT 1,
    chain        BIGINT  NOT NULL,
    seq          BIGINT  NOT NULL,
    origin_kiosk TEXT    NOT NULL,
    origin_epoch TEXT    NOT NULL,
    origin_seq   BIGINT  NOT NULL,
    origin_hash  BLOB    NOT NULL, -- chain hash of the original
    repeats      INTEGER NOT NULL, -- 1: stands elsewhere already
    PRIMARY KEY (street, chain, seq)
) ${clustered};
