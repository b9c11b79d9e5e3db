-- How staff came to record it (Registration); null when the person presented a card or code.
ALTER TABLE attendance ADD COLUMN how TEXT;
