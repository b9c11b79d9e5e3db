ALTER TABLE fact RENAME TO fact_by_kiosk;
