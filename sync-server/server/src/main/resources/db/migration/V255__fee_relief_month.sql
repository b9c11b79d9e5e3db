CREATE INDEX fee_relief_month ON fee_relief (street, to_month, member);
