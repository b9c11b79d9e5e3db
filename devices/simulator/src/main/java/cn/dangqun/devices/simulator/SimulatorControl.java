package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceListener;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Driver `sim-control`: the loopback control port of a bench, open only while it is configured. One command a line,
/// UTF-8, one answer a line. A wrong command ends the connection, so that a web page cannot smuggle commands in the
/// body of a request. Runs as a device so that staff see it on the device list.
final class SimulatorControl implements Device {
    static final int MAX_LINE_BYTES = 2048;
    private static final int MAX_CONNECTIONS = 4;
    private static final int ACCEPT_MILLIS = 200;
    private static final int IDLE_MILLIS = 600_000;

    private static final Logger log = LoggerFactory.getLogger(SimulatorControl.class);

    private final String name;
    private final int port;
    private final SimulatorCommands commands;

    SimulatorControl(String name, int port, SimulatorBench bench) {
        this.name = name;
        this.port = port;
        this.commands = new SimulatorCommands(bench);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIMULATOR;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        var free = new Semaphore(MAX_CONNECTIONS);
        try (var server = new ServerSocket(port, MAX_CONNECTIONS, InetAddress.ofLiteral("127.0.0.1"))) {
            server.setSoTimeout(ACCEPT_MILLIS);
            listener.working();
            while (true) {
                accept(server, free);
            }
        } catch (IOException e) {
            throw new DeviceException(DeviceFault.Kind.BUSY, "control port " + port, e);
        }
    }

    private void accept(ServerSocket server, Semaphore free) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            var socket = server.accept();
            if (free.tryAcquire()) {
                Thread.ofVirtual().name("simulator-control").start(() -> serve(socket, free));
            } else {
                socket.close();
            }
        } catch (SocketTimeoutException e) {
            log.trace("Nobody called the control port");
        }
    }

    private void serve(Socket socket, Semaphore free) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream());
            String answer = "ok";
            while (!answer.startsWith("error unknown")) {
                var line = readLine(in);
                if (line == null) {
                    return;
                }
                answer = commands.execute(line);
                socket.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            log.debug("A control connection ended: {}", e.getMessage());
        } finally {
            free.release();
        }
    }

    /// Null at the end of the stream; an unfinished or oversized line is the end too.
    private static @Nullable String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() <= MAX_LINE_BYTES) {
            int b = in.read();
            if (b == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        throw new IOException("a command line is longer than " + MAX_LINE_BYTES + " bytes");
    }
}
