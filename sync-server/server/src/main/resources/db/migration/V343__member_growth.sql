-- How somebody is on the way into the Party, as far as nothing else records it (RULES 1.11). Each time it is written
-- down is a version; none is changed or deleted.
CREATE TABLE member_growth (
    street       INTEGER NOT NULL DEFAULT 1,
    member       TEXT    NOT NULL,
    number       INTEGER NOT NULL, -- 1, 2, 3 … of this member
    applied      TEXT,             -- ISO local date, as the other days
    activist     TEXT,
    contacts     TEXT    NOT NULL, -- names of 培养联系人
    introducers  TEXT    NOT NULL, -- names of 入党介绍人
    trained      TEXT,
    training     TEXT    NOT NULL, -- where, and the result of the test
    candidate    TEXT,             -- 列为发展对象
    approved     TEXT,             -- by the superior
    approval     TEXT    NOT NULL, -- by whom, and the document
    login        TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    PRIMARY KEY (street, member, number)
);
