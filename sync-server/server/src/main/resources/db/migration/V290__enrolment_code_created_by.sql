-- The login of who drew the code; null: on the command line, or before this was noted.
ALTER TABLE enrolment_code ADD COLUMN created_by TEXT;
