-- Where such a guest belongs, likewise.
ALTER TABLE guest ADD COLUMN belongs BLOB;
