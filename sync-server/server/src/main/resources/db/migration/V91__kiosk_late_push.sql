-- Set: somebody lets the revoked kiosk deliver what it had recorded before; nothing is sent to it.
ALTER TABLE kiosk ADD COLUMN late_push_at BIGINT;
