package cn.dangqun.domain.wall;

import java.util.regex.Pattern;

/// Names one version of what hangs in a frame; drawn once, never given again.
public record WallPieceId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public WallPieceId {
        if (!isPieceId(value)) {
            throw new IllegalArgumentException("a wall piece has an id of 1 to 64 letters, digits and hyphens");
        }
    }

    public static boolean isPieceId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
