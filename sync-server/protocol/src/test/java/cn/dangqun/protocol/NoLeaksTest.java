package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoLeaksTest {
    @Test
    void noticesALostBuffer() {
        var watch = new NoLeaks();
        watch.beforeAll(null);
        try {
            lose();
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (watch.found().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertFalse(watch.found().isEmpty());
        } finally {
            ByteBufUtil.setLeakListener(null);
        }
    }

    private static void lose() {
        PooledByteBufAllocator.DEFAULT.directBuffer(16).writeByte(1);
    }
}
