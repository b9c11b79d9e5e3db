package cn.dangqun.protocol;

import cn.dangqun.protocol.wire.ContentRequest;

/// In which pieces content files travel: one is on its way at a time, so that what follows it waits two seconds at
/// most on a line of 64 kbit/s.
public final class ContentPieces {
    public static final int MOST_BYTES = 16 * 1024;
    private static final int ID_BYTES = 32;

    private ContentPieces() {}

    /// Whether it asks for anything that can be.
    public static boolean isRequest(ContentRequest request) {
        return request.getId().size() == ID_BYTES;
    }
}
