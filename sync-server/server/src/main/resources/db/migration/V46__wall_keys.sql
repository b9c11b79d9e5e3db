-- Rebuild: versions of what hangs on the wall, who wrote them, and every step they took, keyed by street. Days are ISO
-- dates in the street's zone. No row is ever deleted.
CREATE TABLE wall_version_keyed (
    street         INTEGER NOT NULL DEFAULT 1,
    id             TEXT    NOT NULL,
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
    PRIMARY KEY (street, id),
    UNIQUE (street, slot, reach, place, number)
);
INSERT INTO wall_version_keyed (id, slot, reach, place, number, revision, classification, title, body, source_work,
    source_edition, proofread_on, valid_from, valid_until, state, submitted_by, submitted_at, approved_by,
    approved_at, published_by, published_at, withdrawn_by, withdrawn_at, reason, publication, withdrawal)
SELECT id, slot, reach, place, number, revision, classification, title, body, source_work, source_edition,
    proofread_on, valid_from, valid_until, state, submitted_by, submitted_at, approved_by, approved_at,
    published_by, published_at, withdrawn_by, withdrawn_at, reason, publication, withdrawal
FROM wall_version;
CREATE TABLE wall_writer_keyed (
    street  INTEGER NOT NULL DEFAULT 1,
    version TEXT    NOT NULL,
    login   TEXT    NOT NULL,
    PRIMARY KEY (street, version, login),
    FOREIGN KEY (street, version) REFERENCES wall_version_keyed (street, id)
);
INSERT INTO wall_writer_keyed (version, login)
SELECT version, login
FROM wall_writer;
CREATE TABLE wall_step_keyed (
    street  INTEGER NOT NULL DEFAULT 1,
    version TEXT    NOT NULL,
    step    INTEGER NOT NULL, -- counts from 1
    at      BIGINT  NOT NULL,
    login   TEXT    NOT NULL,
    kind    TEXT    NOT NULL, -- WallDesk.Step
    remark  TEXT    NOT NULL, -- empty: none
    PRIMARY KEY (street, version, step),
    FOREIGN KEY (street, version) REFERENCES wall_version_keyed (street, id)
);
INSERT INTO wall_step_keyed (version, step, at, login, kind, remark)
SELECT version, step, at, login, kind, remark
FROM wall_step;
DROP TABLE wall_step;
DROP TABLE wall_writer;
DROP TABLE wall_version;
ALTER TABLE wall_version_keyed RENAME TO wall_version;
ALTER TABLE wall_writer_keyed RENAME TO wall_writer;
ALTER TABLE wall_step_keyed RENAME TO wall_step;
CREATE INDEX wall_version_state ON wall_version (street, state);
