CREATE INDEX fee_month_month ON fee_month (street, month, member) WHERE paid = 1;
