package cn.dangqun.config.profile.json;

/// A file that cannot be read at all; the message says why, in Chinese.
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
