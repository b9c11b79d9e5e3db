-- What was done to a member's entry, by whom and why. Never changed, never deleted.
CREATE TABLE member_change (
    street       INTEGER NOT NULL DEFAULT 1,
    member       TEXT    NOT NULL,
    number       INTEGER NOT NULL, -- 1, 2, 3 … of this member
    kind         TEXT    NOT NULL, -- MemberChange.Kind
    effective_on TEXT,             -- ISO local date, null: from the beginning
    reason       TEXT    NOT NULL,
    words        TEXT    NOT NULL, -- what changed, as a person reads it
    login        TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    PRIMARY KEY (street, member, number)
);
