-- Which visits of the register 诉求与走访 were to which household.
CREATE TABLE household_visit (
    street    INTEGER NOT NULL DEFAULT 1,
    household TEXT    NOT NULL,
    request   TEXT    NOT NULL,
    PRIMARY KEY (street, household, request)
);
