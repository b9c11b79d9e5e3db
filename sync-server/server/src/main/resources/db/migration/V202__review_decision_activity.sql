CREATE INDEX review_decision_activity ON review_decision (street, activity, kind);
