-- Before the numbers that this kiosk gives out; null: none. Never the same twice at one site.
ALTER TABLE kiosk ADD COLUMN queue_digit INTEGER;
