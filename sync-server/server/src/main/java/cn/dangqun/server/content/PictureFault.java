package cn.dangqun.server.content;

import java.util.Arrays;
import java.util.Optional;

/// Why a file becomes no picture. `code` is what the drawing process ends with; what it ends with otherwise is BROKEN.
public enum PictureFault {
    /// Neither PNG nor JPEG nor PDF
    WRONG_KIND(20),
    /// More pixels than anybody needs, or a page larger than a hall
    TOO_LARGE(21),
    /// A PDF with a password
    ENCRYPTED(22),
    /// Damaged, or made to hurt
    BROKEN(23),
    /// More pages than may hang
    TOO_MANY_PAGES(24),
    /// A PDF that does not bring its characters along
    NO_FONTS(25),
    /// A PDF with a picture inside that cannot be read
    UNREADABLE_PART(26),
    /// It took longer than a file may take
    TOO_SLOW(27),
    /// Other files are being drawn; nothing was looked at
    BUSY(28);

    private final int code;

    PictureFault(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<PictureFault> ofCode(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }
}
