package cn.dangqun.devices.drivers.paper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// A queue that answers as a test tells it: the bytes of RFC 8010 over HTTP.
final class ScriptedQueue implements AutoCloseable {
    private static final int PRINT_JOB = 0x02;
    private static final int GET_JOB = 0x09;

    volatile int printStatus;
    volatile int jobStatus;
    volatile int jobState = 9;
    volatile int printerState = 3;
    volatile boolean accepting = true;
    volatile List<String> reasons = List.of("none");
    /// From the moment a job has come.
    volatile List<String> reasonsOfJob = List.of();
    /// The answer to a job never comes.
    final AtomicBoolean mute = new AtomicBoolean();
    final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedQueue() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/printers/office", this::answer);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.start();
    }

    IppQueue queue() {
        return queue("office");
    }

    IppQueue queue(String name) {
        var address = URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + "/printers/" + name);
        return new IppQueue(new IppConnection(address, Duration.ofSeconds(2), Duration.ofMillis(700)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestBody().readAllBytes();
        int operation = request[3];
        if (operation == PRINT_JOB) {
            received.add(request);
            if (mute.get()) {
                return;
            }
            reasons = reasonsOfJob.isEmpty() ? reasons : reasonsOfJob;
        }
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.writeShort(0x0200);
        data.writeShort(operation == PRINT_JOB ? printStatus : operation == GET_JOB ? jobStatus : 0);
        data.writeInt(1);
        data.write(0x01);
        text(data, 0x47, "attributes-charset", "utf-8");
        data.write(operation == PRINT_JOB || operation == GET_JOB ? 0x02 : 0x04);
        number(data, 0x21, "job-id", 17);
        number(data, 0x23, "job-state", jobState);
        number(data, 0x23, "printer-state", printerState);
        data.write(0x22);
        named(data, "printer-is-accepting-jobs");
        data.writeShort(1);
        data.writeBoolean(accepting);
        for (int i = 0; i < reasons.size(); i++) {
            text(data, 0x44, i == 0 ? "printer-state-reasons" : "", reasons.get(i));
        }
        data.write(0x03);
        exchange.getResponseHeaders().add("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(200, out.size());
        try (var body = exchange.getResponseBody()) {
            out.writeTo(body);
        }
    }

    private static void number(DataOutputStream data, int tag, String name, int value) throws IOException {
        data.write(tag);
        named(data, name);
        data.writeShort(4);
        data.writeInt(value);
    }

    private static void text(DataOutputStream data, int tag, String name, String value) throws IOException {
        data.write(tag);
        named(data, name);
        named(data, value);
    }

    private static void named(DataOutputStream data, String name) throws IOException {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        data.writeShort(bytes.length);
        data.write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
