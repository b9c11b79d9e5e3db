CREATE INDEX audit_entry_subject ON audit_entry (street, subject, at);
