-- For what is forgotten when its time is over.
CREATE INDEX request_closed ON request (street, closed_at) WHERE closed_at IS NOT NULL;
