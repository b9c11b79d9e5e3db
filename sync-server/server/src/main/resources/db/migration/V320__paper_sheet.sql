-- Projection of the ledger: pictures of paper lists that were kept at kiosks; each picture is an attachment.
CREATE TABLE paper_sheet (
    street   INTEGER NOT NULL DEFAULT 1,
    chain    BIGINT  NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL,
    picture  BLOB    NOT NULL, -- id of the attachment, 32 bytes
    staff    TEXT    NOT NULL, -- who looked at it and kept it
    at       BIGINT  NOT NULL, -- by which the kiosk decided
    PRIMARY KEY (street, chain, seq)
) ${clustered};
