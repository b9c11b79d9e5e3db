-- 1: keeps the one queue of its site; never two of one site.
ALTER TABLE kiosk ADD COLUMN queue_host INTEGER NOT NULL DEFAULT 0;
