package cn.dangqun.protocol;

import io.netty.handler.codec.DecoderException;

/// A frame that must not be read, or must not be sent. Inbound it reaches `exceptionCaught` once per connection; what
/// follows it on that connection is discarded, since nobody knows where the next frame begins.
public final class FrameException extends DecoderException {
    private static final long serialVersionUID = 1L;

    /// How the frame failed.
    public enum Fault {
        /// Longer than the limit
        OVERSIZE,
        /// Empty, not a frame of this protocol, or without a body
        MALFORMED
    }

    private final Fault fault;

    FrameException(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    FrameException(String detail, Throwable cause) {
        super(detail, cause);
        this.fault = Fault.MALFORMED;
    }

    public Fault fault() {
        return fault;
    }
}
