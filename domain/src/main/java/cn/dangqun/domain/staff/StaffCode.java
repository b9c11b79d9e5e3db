package cn.dangqun.domain.staff;

import java.time.Instant;

/// A one-time code with which somebody chooses the own PIN at a kiosk (F-80). Kiosks hold a verifier of it, so that it
/// works without the street; `id` says which code it was.
public record StaffCode(String id, String verifier, Instant until) {
    public boolean isOpenAt(Instant now) {
        return now.isBefore(until);
    }

    @Override
    public String toString() {
        return "StaffCode[" + id + "]";
    }
}
