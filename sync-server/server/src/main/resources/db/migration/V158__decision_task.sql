-- What a session decided that somebody has to do (F-102).
CREATE TABLE decision_task (
    street       INTEGER NOT NULL DEFAULT 1,
    id           TEXT    NOT NULL,
    activity     TEXT    NOT NULL,
    organization TEXT    NOT NULL, -- whose session it was
    content      TEXT    NOT NULL,
    owner        TEXT    NOT NULL, -- who does it, as written
    due_on       TEXT    NOT NULL, -- local date
    made_by      TEXT    NOT NULL, -- login
    made_at      BIGINT  NOT NULL,
    done_on      TEXT,             -- local date, null: open
    done_by      TEXT,             -- login
    outcome      TEXT,             -- what came of it
    PRIMARY KEY (street, id)
);
