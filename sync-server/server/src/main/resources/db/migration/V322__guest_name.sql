-- The name in the guest's own hand: id of an attachment, 32 bytes; null: nobody registered them by name.
ALTER TABLE guest ADD COLUMN name BLOB;
