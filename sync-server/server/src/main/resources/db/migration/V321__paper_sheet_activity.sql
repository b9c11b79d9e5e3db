CREATE INDEX paper_sheet_activity ON paper_sheet (street, activity);
