-- What was granted for a code, to be given once more when the answer was lost. Null: not used, or by an older server.
ALTER TABLE enrolment_code ADD COLUMN certificate BLOB;
