-- Whose photo hangs at kiosks because they agreed, and since when; the file is named by the person's reference item.
CREATE TABLE staff_photo (
    street       INTEGER NOT NULL DEFAULT 1,
    id           TEXT    NOT NULL, -- staff
    consented_at BIGINT  NOT NULL, -- milliseconds since 1970 UTC
    PRIMARY KEY (street, id)
);
