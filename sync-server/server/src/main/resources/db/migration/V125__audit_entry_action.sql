CREATE INDEX audit_entry_action ON audit_entry (street, action, at);
