CREATE INDEX roster_intake_row_card ON roster_intake_row (street, intake, card);
