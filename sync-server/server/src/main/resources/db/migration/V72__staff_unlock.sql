-- Projection of the ledger: who opened a kiosk's staff corner.
CREATE TABLE staff_unlock (
    street INTEGER NOT NULL DEFAULT 1,
    chain  BIGINT  NOT NULL,
    seq    BIGINT  NOT NULL,
    staff  TEXT    NOT NULL,
    at     BIGINT  NOT NULL, -- kiosk's wall clock
    PRIMARY KEY (street, chain, seq)
) ${clustered};
