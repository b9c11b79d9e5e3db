-- Reports as they were sent: copies, which no later fact changes and no rebuild derives (as month_figure).
CREATE TABLE report_copy (
    street       INTEGER NOT NULL DEFAULT 1,
    month        TEXT    NOT NULL, -- as report_note
    organization TEXT    NOT NULL,
    sent_at      BIGINT  NOT NULL, -- report_note.at of SENT
    content      TEXT    NOT NULL, -- the report word by word, JSON
    PRIMARY KEY (street, organization, month, sent_at)
);
