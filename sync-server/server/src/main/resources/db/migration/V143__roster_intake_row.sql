-- What a row of the file says and what it would change. The resident number is a key here already.
CREATE TABLE roster_intake_row (
    street       INTEGER NOT NULL DEFAULT 1,
    intake       TEXT    NOT NULL,
    number       INTEGER NOT NULL, -- of the row, as the office's program shows it
    outcome      TEXT    NOT NULL, -- IntakeOutcome
    member       TEXT,             -- whom it means
    card         TEXT,             -- key of the resident number under the street's secret
    said         TEXT    NOT NULL, -- the row's values, a line each: field, a tab, the value
    words        TEXT    NOT NULL, -- what would change or is wrong, as a person reads it
    applied      INTEGER NOT NULL,
    PRIMARY KEY (street, intake, number)
);
