package cn.dangqun.server.content;

/// A file that becomes no picture. In the drawing process only.
final class UnfitPictureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PictureFault fault;

    UnfitPictureException(PictureFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    PictureFault fault() {
        return fault;
    }
}
