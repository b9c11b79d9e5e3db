-- Whose people on duty are; those of an older program are the whole street's.
CREATE TABLE staff_detail (
    street       INTEGER NOT NULL DEFAULT 1,
    id           TEXT    NOT NULL,
    organization TEXT    NOT NULL, -- a community
    role         TEXT    NOT NULL, -- StaffRole
    PRIMARY KEY (street, id)
);
