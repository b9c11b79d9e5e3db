-- What one may come for: reference items as columns, for the console to name them.
CREATE TABLE service (
    id           TEXT NOT NULL PRIMARY KEY,
    name         TEXT NOT NULL,
    category     TEXT NOT NULL, -- ServiceCategory
    letter       TEXT NOT NULL,
    organization TEXT NOT NULL
);

-- Projection of the ledger; can be emptied and rebuilt from fact at any time. One row a number; nothing says whose.
CREATE TABLE ticket (
    ticket    TEXT    NOT NULL PRIMARY KEY,
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
    called_at BIGINT            -- first call
);
CREATE INDEX ticket_day ON ticket (day, kiosk);
