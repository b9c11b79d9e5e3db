-- How far each chain stands in the newest copy of this database that was opened and checked.
CREATE TABLE backup_chain (
    street     INTEGER NOT NULL DEFAULT 1,
    chain      BIGINT  NOT NULL,
    through    BIGINT  NOT NULL,
    checked_at BIGINT  NOT NULL, -- street's clock
    PRIMARY KEY (street, chain)
) ${clustered};
