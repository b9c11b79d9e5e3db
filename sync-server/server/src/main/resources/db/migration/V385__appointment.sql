-- Projection of the ledger: one row an appointment; nothing says whose.
CREATE TABLE appointment (
    street      INTEGER NOT NULL DEFAULT 1,
    appointment TEXT    NOT NULL,
    plan        TEXT    NOT NULL, -- appointment_day.id
    service     TEXT    NOT NULL, -- may be unknown to the reference tables
    day         TEXT    NOT NULL, -- the centre's
    at          TEXT    NOT NULL, -- 14:20
    cancelled   INTEGER NOT NULL DEFAULT 0,
    ticket      TEXT,             -- the number its person was given
    PRIMARY KEY (street, appointment)
);
