package cn.dangqun.server.sync;

import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/// How much one read of a connection takes, and so what its unfinished pieces hold: little before hello. On its event
/// loop.
final class ReadSize extends DefaultMaxMessagesRecvByteBufAllocator {
    private static final int FIRST_BYTES = 2 * 1024;
    private static final int BYTES = 32 * 1024;

    private int bytes = FIRST_BYTES;

    void grow() {
        bytes = BYTES;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it by that name
    public Handle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return bytes;
            }
        };
    }
}
