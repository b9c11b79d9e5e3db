-- Projection of the ledger: one row a number; nothing says whose.
CREATE TABLE ticket (
    street    INTEGER NOT NULL DEFAULT 1,
    ticket    TEXT    NOT NULL,
    kiosk     TEXT    NOT NULL, -- where it was taken
    day       TEXT    NOT NULL, -- the centre's
    number    TEXT    NOT NULL,
    service   TEXT    NOT NULL, -- may be unknown to the reference tables
    priority  INTEGER NOT NULL,
    taken_at  BIGINT  NOT NULL, -- kiosk's wall clock
    state     TEXT    NOT NULL, -- WAITING, CALLED, PASSED, HELD, SERVED, WITHDRAWN, NO_SHOW
    at_window INTEGER,
    calls     INTEGER,
    since_at  BIGINT,
    took      BIGINT,           -- milliseconds at the window
    called_at BIGINT,           -- first call
    PRIMARY KEY (street, ticket)
) ${clustered};
