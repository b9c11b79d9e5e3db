CREATE UNIQUE INDEX fact_carried_once ON fact_carried (street, origin_kiosk, origin_epoch, origin_seq, origin_hash)
    WHERE repeats = 0;
