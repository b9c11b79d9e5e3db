-- What reference items name by its digest: pictures of the wall, drawn anew here. Never changed; gone when nothing names it.
CREATE TABLE content_file (
    street   INTEGER NOT NULL DEFAULT 1,
    id       BLOB    NOT NULL, -- SHA-256 of content, 32 bytes
    size     INTEGER NOT NULL, -- bytes
    added_at BIGINT  NOT NULL, -- milliseconds since 1970 UTC
    content  BLOB    NOT NULL, -- a JPEG picture, 768 KiB at most
    PRIMARY KEY (street, id)
);
