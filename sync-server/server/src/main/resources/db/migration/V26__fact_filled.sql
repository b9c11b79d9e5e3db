INSERT INTO fact (street, chain, seq, received_at, record, hash)
SELECT 1, c.number, f.seq, f.received_at, f.record, f.hash
FROM fact_by_kiosk f JOIN chain c ON c.street = 1 AND c.kiosk = f.kiosk AND c.epoch = f.epoch
ORDER BY c.number, f.seq;
