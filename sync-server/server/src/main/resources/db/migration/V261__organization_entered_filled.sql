-- Nobody noted it before: the day on which the program was first used here stands for it. Where nothing was recorded it
-- stays null until the organisation is published again.
UPDATE organization SET entered_at = (SELECT min(at) FROM audit_entry WHERE street = 1)
WHERE street = 1;
