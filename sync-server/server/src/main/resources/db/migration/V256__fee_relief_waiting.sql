CREATE INDEX fee_relief_waiting ON fee_relief (street, asked_at) WHERE granted IS NULL;
