CREATE INDEX roster_intake_begun ON roster_intake (street, begun_at);
