-- When a one-time code was last redeemed for it.
ALTER TABLE kiosk ADD COLUMN enrolled_at BIGINT;
