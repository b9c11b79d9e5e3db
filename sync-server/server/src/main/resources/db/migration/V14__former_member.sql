-- Who was taken off the roster: pages of past activities still name them.
CREATE TABLE former_member (
    street  INTEGER NOT NULL DEFAULT 1,
    id      TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    branch  TEXT    NOT NULL, -- the last one
    gone_at BIGINT  NOT NULL,
    PRIMARY KEY (street, id)
);
