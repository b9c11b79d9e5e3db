package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
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

/// A printer on the network (raw port 9100).
final class TcpLine implements PrinterLine {
    private static final Logger log = LoggerFactory.getLogger(TcpLine.class);

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer received = ByteBuffer.allocate(256).flip();

    private TcpLine(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    static TcpLine open(String host, int port, Duration patience) throws DeviceException, InterruptedException {
        TcpLine line;
        try {
            line = new TcpLine(SocketChannel.open(), Selector.open());
        } catch (IOException e) {
            throw new DeviceException(Kind.NOT_FOUND, "no socket for the printer", e);
        }
        try {
            line.connect(host, port, patience);
            return line;
        } catch (IOException e) {
            line.close();
            throw new DeviceException(Kind.NOT_FOUND, "no printer at " + host + ":" + port, e);
        } catch (DeviceException | InterruptedException e) {
            line.close();
            throw e;
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
                throw new DeviceException(Kind.NOT_FOUND, "no printer at " + host + ":" + port + " in time");
            }
            channel.finishConnect();
        }
    }

    @Override
    public int read(Duration patience) throws DeviceException, InterruptedException {
        try {
            if (!received.hasRemaining() && await(SelectionKey.OP_READ, patience)) {
                received.clear();
                int count = channel.read(received);
                received.flip();
                if (count < 0) {
                    throw new DeviceException(Kind.DISCONNECTED, "the printer closed the connection");
                }
            }
            return received.hasRemaining() ? received.get() & 0xFF : NOTHING;
        } catch (ClosedByInterruptException e) {
            throw stopped(e);
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the connection to the printer broke", e);
        }
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
        var rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0 && !await(SelectionKey.OP_WRITE, patience)) {
                    throw new DeviceException(Kind.NO_ANSWER, "the printer takes no more data");
                }
            }
        } catch (ClosedByInterruptException e) {
            throw stopped(e);
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the connection to the printer broke", e);
        }
    }

    private boolean await(int operation, Duration patience) throws IOException, InterruptedException {
        channel.keyFor(selector).interestOps(operation);
        int ready = selector.select(_ -> {}, Math.max(1, patience.toMillis()));
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop while waiting for the printer");
        }
        return ready > 0;
    }

    private static InterruptedException stopped(ClosedByInterruptException cause) {
        Thread.interrupted();
        var stopped = new InterruptedException("asked to stop while talking to the printer");
        stopped.initCause(cause);
        return stopped;
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            log.debug("printer connection closed");
        } catch (IOException e) {
            log.debug("printer connection did not close cleanly", e);
        }
    }
}
