-- The number on its receipt, twelve digits; it follows from the id and is here to be found by.
ALTER TABLE request ADD COLUMN receipt TEXT NOT NULL DEFAULT '';
