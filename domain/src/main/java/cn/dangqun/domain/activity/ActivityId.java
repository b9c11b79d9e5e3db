package cn.dangqun.domain.activity;

import java.util.Optional;
import java.util.regex.Pattern;

/// Identifier of an activity, given by the street's plan or by the kiosk that started it; 1 to 64 of `[A-Za-z0-9-]`.
public record ActivityId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public ActivityId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("activity id must be 1 to 64 of A-Z a-z 0-9 -");
        }
    }

    /// Empty for what no activity can be called.
    public static Optional<ActivityId> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ActivityId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
