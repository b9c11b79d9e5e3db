package cn.dangqun.domain.fact;

/// Identifier of a kiosk as enrolled at the street; 1 to 32 of `[a-z0-9-]`.
public record KioskId(String value) {
    public KioskId {
        if (!value.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("kiosk id must be 1 to 32 of a-z 0-9 -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
