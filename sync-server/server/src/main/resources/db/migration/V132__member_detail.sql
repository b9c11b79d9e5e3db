-- What the books ask of a member and kiosks need not know (RULES 1.11).
CREATE TABLE member_detail (
    street       INTEGER NOT NULL DEFAULT 1,
    member       TEXT    NOT NULL,
    sex          TEXT,             -- Sex
    born         TEXT,             -- ISO local date, or year and month
    ethnic_group TEXT,
    education    TEXT,
    phone        TEXT,
    joined       TEXT,             -- ISO local date
    confirmed    TEXT,             -- ISO local date
    post         TEXT,
    categories   TEXT    NOT NULL, -- MemberCategory, comma separated
    verified_on  TEXT,             -- ISO local date
    remark       TEXT,
    PRIMARY KEY (street, member)
);
