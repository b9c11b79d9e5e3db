-- A roster that somebody brought in a file. Rows stay until a year after it ended.
CREATE TABLE roster_intake (
    street     INTEGER NOT NULL DEFAULT 1,
    id         TEXT    NOT NULL,
    login      TEXT    NOT NULL,
    scope      TEXT,             -- top organisation of who brought it; null: the whole street
    file       TEXT    NOT NULL, -- as the browser called it
    branch     TEXT,             -- for rows that name none
    status     TEXT    NOT NULL, -- MemberStatus of rows that say none
    state      TEXT    NOT NULL, -- IntakeState
    fault      TEXT,             -- SheetFault
    passed     INTEGER NOT NULL, -- rows that were no people
    unknown    TEXT    NOT NULL, -- headings that nobody understands
    row_count  INTEGER NOT NULL, -- rows of people; 0 until all are counted
    read_rows  INTEGER NOT NULL, -- rows compared so far
    done_rows  INTEGER NOT NULL, -- rows applied so far
    moved_on   TEXT,             -- ISO local date from which moves hold
    begun_at   BIGINT  NOT NULL,
    changed_at BIGINT  NOT NULL,
    PRIMARY KEY (street, id)
);
