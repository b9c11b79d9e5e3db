-- This database came from a backup.
CREATE TABLE restoration (
    street      INTEGER NOT NULL DEFAULT 1,
    restored_at BIGINT  NOT NULL,
    made_at     BIGINT  NOT NULL, -- the moment the backup holds
    name        TEXT    NOT NULL,
    PRIMARY KEY (street, restored_at)
);
