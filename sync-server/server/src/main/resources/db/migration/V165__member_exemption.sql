-- Who is to be left out of 应到: asked for by one account with the meeting's decision, consented to by another. What was
-- asked is never deleted.
CREATE TABLE member_exemption (
    street     INTEGER NOT NULL DEFAULT 1,
    id         TEXT    NOT NULL,
    member     TEXT    NOT NULL,
    kind       TEXT    NOT NULL, -- ExemptionKind
    meeting_on TEXT    NOT NULL, -- ISO local date of the members' meeting's decision
    reason     TEXT    NOT NULL,
    asked_by   TEXT    NOT NULL, -- login
    asked_at   BIGINT  NOT NULL,
    state      TEXT    NOT NULL, -- MemberExemption.State
    decided_by TEXT,             -- login of another account
    decided_on TEXT,             -- ISO local date: the superior's consent
    ends_on    TEXT,             -- last day, null: goes on
    PRIMARY KEY (street, id)
);
