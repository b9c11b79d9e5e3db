package cn.dangqun.devices.drivers.line;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device on the network, such as a printer on its raw port 9100.
public final class TcpLine implements ByteTransport {
    private static final Logger log = LoggerFactory.getLogger(TcpLine.class);

    private final SocketChannel channel;
    private final Selector selector;

    private TcpLine(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /// @throws DeviceException NOT_FOUND when nobody answers there within `patience`
    public static TcpLine open(String host, int port, Duration patience) throws DeviceException, InterruptedException {
        var line = unconnected();
        try {
            line.connect(host, port, patience);
            return line;
        } catch (IOException e) {
            line.close();
            throw new DeviceException(Kind.NOT_FOUND, "nobody answers at " + host + ":" + port, e);
        } catch (DeviceException | InterruptedException e) {
            line.close();
            throw e;
        }
    }

    private static TcpLine unconnected() throws DeviceException {
        try {
            var channel = SocketChannel.open();
            try {
                return new TcpLine(channel, Selector.open());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DeviceException(Kind.NOT_FOUND, "no socket to be had", e);
        }
    }

    private void connect(String host, int port, Duration patience)
            throws IOException, DeviceException, InterruptedException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new DeviceException(Kind.NOT_FOUND, "the name " + host + " does not resolve");
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.register(selector, SelectionKey.OP_CONNECT);
        if (!channel.connect(address)) {
            if (!await(SelectionKey.OP_CONNECT, patience)) {
                throw new DeviceException(Kind.NOT_FOUND, "nobody answers at " + host + ":" + port + " in time");
            }
            channel.finishConnect();
        }
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws DeviceException, InterruptedException {
        try {
            if (!await(SelectionKey.OP_READ, patience)) {
                return 0;
            }
            int count = channel.read(ByteBuffer.wrap(buffer));
            if (count < 0) {
                throw new DeviceException(Kind.DISCONNECTED, "the device closed the connection");
            }
            return count;
        } catch (ClosedByInterruptException e) {
            throw stopped(e);
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the connection to the device broke", e);
        }
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        var rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0 && !await(SelectionKey.OP_WRITE, patience)) {
                    throw new DeviceException(Kind.NO_ANSWER, "the device takes no more data");
                }
            }
        } catch (ClosedByInterruptException e) {
            throw stopped(e);
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the connection to the device broke", e);
        }
    }

    private boolean await(int operation, Duration patience) throws IOException, InterruptedException {
        channel.keyFor(selector).interestOps(operation);
        int ready = selector.select(_ -> {}, Math.max(1, patience.toMillis()));
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while waiting for the device");
        }
        return ready > 0;
    }

    private static InterruptedException stopped(ClosedByInterruptException cause) {
        Thread.interrupted();
        var stopped = new InterruptedException("asked to stop while talking to the device");
        stopped.initCause(cause);
        return stopped;
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            log.debug("connection closed");
        } catch (IOException e) {
            log.debug("connection did not close cleanly", e);
        }
    }
}
