CREATE INDEX audit_entry_login ON audit_entry (street, login, at);
