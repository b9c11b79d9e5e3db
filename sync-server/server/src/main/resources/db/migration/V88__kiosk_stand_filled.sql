INSERT INTO kiosk_stand (street, kiosk, from_at, site, until_at, told_at, unsent, oldest_unsent_at)
SELECT 1, id, created_at, site, revoked_at,
    CASE WHEN revoked_at IS NULL THEN NULL ELSE health_at END,
    CASE WHEN revoked_at IS NULL THEN 0 ELSE coalesce(unsent, 0) END,
    CASE WHEN revoked_at IS NULL THEN NULL ELSE oldest_unsent_at END
FROM kiosk WHERE street = 1;
