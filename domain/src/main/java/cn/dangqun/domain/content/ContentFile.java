package cn.dangqun.domain.content;

/// A content file as items name it: which one, and how many bytes it has, so that nobody takes in more than was said.
public record ContentFile(ContentId id, int bytes) {
    /// A picture that was drawn anew is never larger.
    public static final int MOST_BYTES = 768 * 1024;

    public ContentFile {
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("a content file has 1 to " + MOST_BYTES + " bytes");
        }
    }
}
