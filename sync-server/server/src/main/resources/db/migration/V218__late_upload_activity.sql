CREATE INDEX late_upload_activity ON late_upload (street, activity);
