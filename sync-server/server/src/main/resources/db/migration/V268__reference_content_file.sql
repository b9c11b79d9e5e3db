-- Who names a file.
CREATE INDEX reference_content_file ON reference_content (street, file);
