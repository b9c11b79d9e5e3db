-- Open ones are few, however many there have been.
CREATE INDEX request_open ON request (street, organization, due) WHERE closed_at IS NULL;
