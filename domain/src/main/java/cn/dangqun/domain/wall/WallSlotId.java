package cn.dangqun.domain.wall;

import java.util.regex.Pattern;

/// Names a frame on the wall, such as `oath`; the same on every wall of the street.
public record WallSlotId(String value) implements Comparable<WallSlotId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public WallSlotId {
        if (!isSlotId(value)) {
            throw new IllegalArgumentException("a wall slot has an id like publicity-party");
        }
    }

    public static boolean isSlotId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(WallSlotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
