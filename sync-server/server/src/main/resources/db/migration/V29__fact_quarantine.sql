-- Derived from fact: records that could not be read or cannot be.
CREATE TABLE fact_quarantine (
    street INTEGER NOT NULL DEFAULT 1,
    chain  BIGINT  NOT NULL,
    seq    BIGINT  NOT NULL,
    reason TEXT    NOT NULL, -- UNREADABLE, UNKNOWN_KIND, IMPOSSIBLE
    PRIMARY KEY (street, chain, seq)
) ${clustered};
