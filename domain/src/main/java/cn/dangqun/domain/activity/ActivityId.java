package cn.dangqun.domain.activity;

/// Identifier of an activity, given by the street's plan or by the kiosk that started it; 1 to 64 of `[A-Za-z0-9-]`.
public record ActivityId(String value) {
    public ActivityId {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("activity id must be 1 to 64 of A-Z a-z 0-9 -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
