CREATE INDEX card_history_card ON card_history (street, card, at);
