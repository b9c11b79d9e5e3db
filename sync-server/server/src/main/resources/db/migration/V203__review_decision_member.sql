CREATE INDEX review_decision_member ON review_decision (street, member);
