CREATE INDEX member_exemption_state ON member_exemption (street, state);
