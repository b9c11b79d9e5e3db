-- A kiosk had been told that the street has these records, and the street had them no more: it sends them again.
CREATE TABLE healing (
    street      INTEGER NOT NULL DEFAULT 1,
    kiosk       TEXT    NOT NULL,
    epoch       TEXT    NOT NULL, -- 32 hex digits
    from_seq    BIGINT  NOT NULL,
    through_seq BIGINT  NOT NULL,
    noted_at    BIGINT  NOT NULL,
    PRIMARY KEY (street, kiosk, epoch, from_seq)
) ${clustered};
