package cn.dangqun.kiosk.reference;

/// The reference file is damaged, or sealed with a key that is gone; only the street can restore its content.
final class UnusableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableFileException(String detail) {
        super(detail);
    }

    UnusableFileException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
