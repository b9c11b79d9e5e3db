CREATE INDEX fee_term_month ON fee_term (street, from_month, member);
