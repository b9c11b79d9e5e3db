CREATE INDEX review_decision_at ON review_decision (street, at);
