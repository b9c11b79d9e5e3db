package cn.dangqun.domain.wall;

import cn.dangqun.domain.content.ContentFile;

/// A picture of a piece, or a page of a PDF as one. `words` say what is to be seen (替代文字), for who cannot see it and
/// while the file has not come; blank only while it is being written. Pixels as the file has them.
public record WallPicture(ContentFile file, int width, int height, String words) {
    public static final int LONGEST_WORDS = 200;
    public static final int LONGEST_SIDE = 2160;

    /// So many are in a piece at most.
    public static final int MOST = 12;

    public WallPicture {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new IllegalArgumentException("a picture on the wall has sides of 1 to " + LONGEST_SIDE + " pixels");
        }
        if (!mayBeWords(words)) {
            throw new IllegalArgumentException("the words of a picture are one line of at most " + LONGEST_WORDS);
        }
    }

    public static boolean mayBeWords(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_WORDS
                && words.chars().noneMatch(Character::isISOControl);
    }

    public boolean isDescribed() {
        return !words.isBlank();
    }

    public WallPicture saying(String other) {
        return new WallPicture(file, width, height, other);
    }
}
