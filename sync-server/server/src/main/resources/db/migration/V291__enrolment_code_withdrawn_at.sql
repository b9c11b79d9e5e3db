-- From then on it lets nobody in.
ALTER TABLE enrolment_code ADD COLUMN withdrawn_at BIGINT;
