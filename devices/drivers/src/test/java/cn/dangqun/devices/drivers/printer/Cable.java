package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.simulator.serial.Pty;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/// A pseudo-terminal whose far end is the simulated printer: the driver opens [#path] as its cable.
final class Cable implements AutoCloseable {
    private final Pty terminal = Pty.open();
    private final Socket printer;

    Cable(int printerPort) throws IOException {
        printer = new Socket(InetAddress.getLoopbackAddress(), printerPort);
        printer.setTcpNoDelay(true);
        carry("cable-out", terminal.input(), printer.getOutputStream());
        carry("cable-in", printer.getInputStream(), terminal.output());
    }

    String path() {
        return terminal.path().toString();
    }

    private static void carry(String name, InputStream from, OutputStream to) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                from.transferTo(to);
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Pulls it out.
    @Override
    public void close() throws IOException {
        terminal.close();
        printer.close();
    }
}
