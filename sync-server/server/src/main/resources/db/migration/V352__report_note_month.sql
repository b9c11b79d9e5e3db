CREATE INDEX report_note_month ON report_note (street, organization, month);
