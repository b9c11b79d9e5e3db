CREATE INDEX review_decision_answer ON review_decision (street, answer);
