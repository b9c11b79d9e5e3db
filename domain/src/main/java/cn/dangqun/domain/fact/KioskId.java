package cn.dangqun.domain.fact;

import java.util.regex.Pattern;

/// Identifier of a kiosk as enrolled at the street; 1 to 32 of `[a-z0-9-]`.
public record KioskId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    /// Whose ledger the street's own facts stand in; no kiosk is ever called so.
    public static final KioskId STREET = new KioskId("street");

    public KioskId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("kiosk id must be 1 to 32 of a-z 0-9 -");
        }
    }

    public boolean isStreet() {
        return equals(STREET);
    }

    @Override
    public String toString() {
        return value;
    }
}
