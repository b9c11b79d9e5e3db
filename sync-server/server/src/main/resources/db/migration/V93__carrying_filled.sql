-- What was taken before anybody was asked stays taken.
INSERT INTO carrying (street, kiosk, origin_kiosk)
SELECT DISTINCT 1, c.kiosk, f.origin_kiosk
FROM fact_carried f JOIN chain c ON c.street = 1 AND c.number = f.chain
WHERE f.street = 1 AND f.origin_kiosk <> c.kiosk;
