CREATE INDEX kiosk_card_secret_kiosk ON kiosk_card_secret (street, kiosk, issued_at);
