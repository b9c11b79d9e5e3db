-- Why a kiosk was revoked, as somebody wrote; null: at the command line, or before reasons were asked.
ALTER TABLE kiosk ADD COLUMN revoked_reason TEXT;
