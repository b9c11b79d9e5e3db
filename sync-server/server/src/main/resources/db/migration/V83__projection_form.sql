-- In which form the projections of the ledger stand here; where the program knows another, they are written anew.
CREATE TABLE projection_form (
    street INTEGER NOT NULL DEFAULT 1,
    name   TEXT    NOT NULL,
    form   INTEGER NOT NULL,
    PRIMARY KEY (street, name)
) ${clustered};
