CREATE INDEX kiosk_stand_site ON kiosk_stand (street, site);
