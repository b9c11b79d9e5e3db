-- Rebuild: whose card it is, keyed by street.
CREATE TABLE card_binding_keyed (
    street INTEGER NOT NULL DEFAULT 1,
    card   TEXT    NOT NULL, -- card key, hex
    member TEXT    NOT NULL,
    PRIMARY KEY (street, card)
);
INSERT INTO card_binding_keyed (card, member)
SELECT card, member
FROM card_binding;
DROP TABLE card_binding;
ALTER TABLE card_binding_keyed RENAME TO card_binding;
CREATE INDEX card_binding_member ON card_binding (street, member, card);
