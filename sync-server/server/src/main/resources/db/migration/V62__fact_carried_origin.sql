CREATE INDEX fact_carried_origin ON fact_carried (street, origin_kiosk, origin_epoch);
