package cn.dangqun.kiosk.ledger;

import java.sql.SQLException;

/// The file is another kiosk's ledger: after enrolment under a new name, nothing may be added to it (F-71).
final class OtherKioskException extends SQLException {
    private static final long serialVersionUID = 1L;

    OtherKioskException() {
        super("this ledger belongs to another kiosk");
    }
}
