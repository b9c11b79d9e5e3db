package cn.dangqun.devices.drivers;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.transport.ByteTransport;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A line that tells how many bytes the driver has read from it, so that a test knows when a piece has arrived alone.
public record CountedLine(ByteTransport line, AtomicInteger read) implements ByteTransport {
    @Override
    public int read(byte[] buffer, Duration patience) throws DeviceException, InterruptedException {
        int count = line.read(buffer, patience);
        read.addAndGet(count);
        return count;
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        line.write(bytes, patience);
    }

    @Override
    public void close() {
        line.close();
    }
}
