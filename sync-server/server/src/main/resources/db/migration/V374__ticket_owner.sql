-- Whose the ticket is now, when it went from one kiosk of the centre to another; null: still that of the taker.
ALTER TABLE ticket ADD COLUMN owner TEXT;
