-- Names the secret under which the kiosk holds cards.
ALTER TABLE kiosk ADD COLUMN reference_cards TEXT;
