package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/// Carries requests to one printer or queue, each over a connection of its own. Never sends anything twice: a
/// body of known length is not repeated by Java's HTTP either.
record IppConnection(URI printer, Duration connecting, Duration answering) {
    private static final int PORT = 631;
    private static final int ANSWER_MAX = 256 * 1024;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_REFUSAL = 400;

    /// The address that the protocol itself names.
    String name() {
        return printer.toString();
    }

    /// Asked, and nothing came of it if this fails.
    ///
    /// @throws DeviceException when it cannot be reached, or answers with something else
    IppResponse ask(IppRequest request) throws DeviceException {
        return exchange(request, new byte[0]);
    }

    /// `document` follows the request.
    IppResponse exchange(IppRequest request, byte[] document) throws DeviceException {
        try {
            var http = open();
            try {
                return exchange(http, request.bytes(), document);
            } finally {
                http.disconnect();
            }
        } catch (ConnectException | UnknownHostException e) {
            throw new DeviceException(Kind.NOT_FOUND, "nobody answers at " + printer.getAuthority(), e);
        } catch (SocketTimeoutException e) {
            throw new DeviceException(Kind.NO_ANSWER, "no answer from " + printer.getAuthority(), e);
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the line to " + printer.getAuthority() + " broke", e);
        }
    }

    private HttpURLConnection open() throws IOException {
        int port = printer.getPort() < 0 ? PORT : printer.getPort();
        var address = URI.create("http://" + printer.getHost() + ":" + port + printer.getRawPath());
        var http = (HttpURLConnection) address.toURL().openConnection();
        http.setConnectTimeout((int) connecting.toMillis());
        http.setReadTimeout((int) answering.toMillis());
        http.setRequestMethod("POST");
        http.setRequestProperty("Content-Type", "application/ipp");
        http.setInstanceFollowRedirects(false);
        http.setUseCaches(false);
        http.setDoOutput(true);
        return http;
    }

    private static IppResponse exchange(HttpURLConnection http, byte[] request, byte[] document)
            throws IOException, DeviceException {
        http.setFixedLengthStreamingMode(request.length + document.length);
        try (var out = http.getOutputStream()) {
            out.write(request);
            out.write(document);
        }
        int status = http.getResponseCode();
        if (status == NOT_FOUND) {
            throw new DeviceException(Kind.NOT_FOUND, "no such queue");
        }
        if (status >= FIRST_REFUSAL) {
            throw new DeviceException(Kind.REFUSED, "HTTP status " + status);
        }
        if (status != OK) {
            throw new DeviceException(Kind.GARBLED, "HTTP status " + status);
        }
        try (var in = http.getInputStream()) {
            return IppResponse.parse(in.readNBytes(ANSWER_MAX));
        }
    }
}
