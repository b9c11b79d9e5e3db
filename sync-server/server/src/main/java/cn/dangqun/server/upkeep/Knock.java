package cn.dangqun.server.upkeep;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Who answers at a port: nobody, ours, or another program. Trusts whatever certificate is shown, and tells it nothing.
enum Knock {
    SILENT,
    OURS,
    ANOTHER;

    private static final int PATIENCE_MILLIS = 3000;

    /// Ours shows a certificate of the street's CA.
    static Knock sync(InetSocketAddress address, X509Certificate ca) {
        if (!answers(address)) {
            return SILENT;
        }
        var there = reachable(address);
        try (var socket = new Socket()) {
            socket.connect(there, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var tls = (SSLSocket)
                    trustful().getSocketFactory().createSocket(socket, there.getHostString(), there.getPort(), true);
            tls.startHandshake();
            tls.getSession().getPeerCertificates()[0].verify(ca.getPublicKey());
            return OURS;
        } catch (IOException | GeneralSecurityException e) {
            return ANOTHER;
        }
    }

    /// Ours has a page to sign in.
    static Knock console(InetSocketAddress address, boolean tls) {
        if (!answers(address)) {
            return SILENT;
        }
        var there = reachable(address);
        try {
            var page = URI.create(
                            (tls ? "https" : "http") + "://" + there.getHostString() + ":" + there.getPort() + "/login")
                    .toURL();
            var visit = (HttpURLConnection) page.openConnection();
            if (visit instanceof HttpsURLConnection sealed) {
                sealed.setSSLSocketFactory(trustful().getSocketFactory());
                sealed.setHostnameVerifier((host, session) -> true);
            }
            visit.setConnectTimeout(PATIENCE_MILLIS);
            visit.setReadTimeout(PATIENCE_MILLIS);
            try (var in = visit.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("name=\"_csrf\"")
                        ? OURS
                        : ANOTHER;
            }
        } catch (IOException | GeneralSecurityException e) {
            return ANOTHER;
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(reachable(address), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// What listens at every address listens at this machine's own.
    private static InetSocketAddress reachable(InetSocketAddress address) {
        return address.getAddress() == null || address.getAddress().isAnyLocalAddress()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())
                : address;
    }

    private static SSLContext trustful() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, new TrustManager[] {new Trustful()}, null);
        return context;
    }

    private static final class Trustful implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
            // nobody is told anything
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            // whose it is shows afterwards
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
