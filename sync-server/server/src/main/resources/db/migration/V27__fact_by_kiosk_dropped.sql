DROP TABLE fact_by_kiosk;
