-- What hangs on the wall (上墙内容): versions of what is in each frame, who wrote them, and every step they took. Frames
-- are data of the program (config). Instants are milliseconds since 1970 UTC, days are ISO dates in the street's zone.
-- No row is ever deleted.
CREATE TABLE wall_version (
    id             TEXT    NOT NULL PRIMARY KEY,
    slot           TEXT    NOT NULL, -- WallSlotId
    reach          TEXT    NOT NULL, -- WallReach
    place          TEXT    NOT NULL, -- organisation or site; empty: the street
    number         INTEGER NOT NULL, -- counts the versions of this frame here
    revision       INTEGER NOT NULL, -- grows with every change, so that nobody writes over what they have not seen
    classification TEXT    NOT NULL, -- WallClassification
    title          TEXT    NOT NULL,
    body           TEXT    NOT NULL,
    source_work    TEXT,
    source_edition TEXT,
    proofread_on   TEXT,
    valid_from     TEXT    NOT NULL,
    valid_until    TEXT,             -- last day; null: for good
    state          TEXT    NOT NULL, -- DRAFT, SUBMITTED, APPROVED, PUBLISHED, WITHDRAWN
    submitted_by   TEXT,             -- logins
    submitted_at   BIGINT,
    approved_by    TEXT,
    approved_at    BIGINT,
    published_by   TEXT,
    published_at   BIGINT,
    withdrawn_by   TEXT,
    withdrawn_at   BIGINT,
    reason         TEXT,             -- of the withdrawal; empty: a newer version took its place
    publication    BIGINT,           -- number of the reference change that told the kiosks
    withdrawal     BIGINT,           -- number of the one that took it down
    UNIQUE (slot, reach, place, number)
);
CREATE INDEX wall_version_state ON wall_version (state);

CREATE TABLE wall_writer (
    version TEXT NOT NULL REFERENCES wall_version (id),
    login   TEXT NOT NULL,
    PRIMARY KEY (version, login)
);

-- Every step with person and time. Rows are never updated.
CREATE TABLE wall_step (
    version TEXT    NOT NULL REFERENCES wall_version (id),
    step    INTEGER NOT NULL, -- counts from 1
    at      BIGINT  NOT NULL,
    login   TEXT    NOT NULL,
    kind    TEXT    NOT NULL, -- WallDesk.Step
    remark  TEXT    NOT NULL, -- empty: none
    PRIMARY KEY (version, step)
);

-- Items of kinds that came with version 3 have never been sent to a kiosk that applied the reference before.
ALTER TABLE kiosk ADD COLUMN reference_protocol INTEGER NOT NULL DEFAULT 2;
