-- Backups that left the machine and were read again, every byte: as long as there is one, kiosks are told of these alone.
CREATE TABLE backup (
    street  INTEGER NOT NULL DEFAULT 1,
    made_at BIGINT  NOT NULL, -- the moment it holds, street's clock
    name    TEXT    NOT NULL,
    place   TEXT    NOT NULL, -- directory
    bytes   BIGINT  NOT NULL,
    PRIMARY KEY (street, made_at)
);
