CREATE INDEX roster_intake_row_outcome ON roster_intake_row (street, intake, outcome, number);
