package cn.dangqun.kiosk.db;

import java.sql.SQLException;

/// A value was not sealed for its place with the key at hand, or has been changed since.
public final class UnopenedException extends SQLException {
    private static final long serialVersionUID = 1L;

    UnopenedException(String place, Exception cause) {
        super("a sealed value does not open as " + place, cause);
    }
}
