CREATE INDEX reference_change_kind ON reference_change (kind, number);
