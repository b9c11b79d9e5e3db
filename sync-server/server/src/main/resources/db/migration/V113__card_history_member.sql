CREATE INDEX card_history_member ON card_history (street, member, at);
