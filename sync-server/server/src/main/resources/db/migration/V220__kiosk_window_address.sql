-- Where browsers of the centre find the pages of this kiosk: an address or a name. Null: nowhere.
ALTER TABLE kiosk ADD COLUMN window_address TEXT;
