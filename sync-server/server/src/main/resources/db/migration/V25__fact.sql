-- The ledger: facts as they were first written. Rows are never updated or deleted.
CREATE TABLE fact (
    street      INTEGER NOT NULL DEFAULT 1,
    chain       BIGINT  NOT NULL, -- chain.number
    seq         BIGINT  NOT NULL,
    received_at BIGINT  NOT NULL, -- street's clock
    record      BLOB    NOT NULL, -- FactRecord bytes
    hash        BLOB    NOT NULL, -- chain hash after this record
    PRIMARY KEY (street, chain, seq)
) ${clustered};
