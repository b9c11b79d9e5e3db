-- Rebuild: members as columns, keyed by street.
CREATE TABLE member_keyed (
    street   INTEGER NOT NULL DEFAULT 1,
    id       TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    status   TEXT    NOT NULL, -- MemberStatus
    relation TEXT    NOT NULL, -- RelationKind
    branch   TEXT    NOT NULL,
    grp      TEXT,             -- party group, null: none
    PRIMARY KEY (street, id)
);
INSERT INTO member_keyed (id, name, status, relation, branch, grp)
SELECT id, name, status, relation, branch, grp
FROM member;
DROP TABLE member;
ALTER TABLE member_keyed RENAME TO member;
CREATE INDEX member_branch ON member (street, branch, id);
