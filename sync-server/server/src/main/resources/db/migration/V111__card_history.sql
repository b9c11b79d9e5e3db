-- Who tied which card to whom at a kiosk, and who untied it. No projection: what a fact changed in card_binding is
-- changed once, so this is written once and stays when everything is derived anew.
CREATE TABLE card_history (
    street       INTEGER NOT NULL DEFAULT 1,
    chain        BIGINT  NOT NULL, -- of the fact that began it
    seq          BIGINT  NOT NULL,
    card         TEXT    NOT NULL, -- card key, hex, as the street keeps it
    member       TEXT,             -- null: it was nobody's
    state        TEXT    NOT NULL, -- CardTie.State
    at           BIGINT  NOT NULL, -- of the fact
    kiosk        TEXT    NOT NULL, -- where it was first written
    staff        TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    ended_chain  BIGINT,           -- of the fact that ended it; null: it stands
    ended_seq    BIGINT,
    ended_at     BIGINT,
    ended_kiosk  TEXT,
    ended_staff  TEXT,
    ended_reason TEXT,
    PRIMARY KEY (street, chain, seq)
) ${clustered};
