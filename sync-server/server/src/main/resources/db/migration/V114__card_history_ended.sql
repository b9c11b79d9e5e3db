CREATE INDEX card_history_ended ON card_history (street, ended_chain, ended_seq);
