package cn.dangqun.kiosk.centre;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.PeerTls;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection to one kiosk of the centre. For one thread; what it does blocks, never longer than it is told. After a
/// failure it is of no use: an answer that comes late must not be taken for another's.
public final class PeerLine implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PeerLine.class);

    private final Socket plain;
    private final DataInputStream in;
    private final DataOutputStream out;

    private PeerLine(Socket plain, SSLSocket socket) throws IOException {
        this.plain = plain;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /// @throws IOException when nobody answers within `patience`, or it is not `peer` that does
    public static PeerLine open(
            InetSocketAddress address, KioskId peer, KioskIdentity own, Instant known, Duration patience)
            throws IOException {
        var plain = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            plain.connect(address, millis);
            plain.setSoTimeout(millis);
            plain.setTcpNoDelay(true);
            var socket = (SSLSocket) PeerTls.of(own, known)
                    .getSocketFactory()
                    .createSocket(plain, address.getHostString(), address.getPort(), true);
            socket.startHandshake();
            var found = PeerTls.peer(socket.getSession());
            if (!found.equals(Optional.of(peer))) {
                throw new IOException(
                        "not " + peer + " but " + found.map(KioskId::value).orElse("nobody"));
            }
            return new PeerLine(plain, socket);
        } catch (GeneralSecurityException e) {
            plain.close();
            throw new IOException("this kiosk's identity cannot be used", e);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /// @throws IOException when there is no answer within `patience`: nobody knows whether it was heard
    public byte[] ask(byte[] question, Duration patience) throws IOException {
        plain.setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
        Frames.write(out, question);
        return Frames.read(in, Frames.MOST);
    }

    /// Without a farewell, which could wait for a line that is cut.
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            log.debug("A line did not close: {}", e.getMessage());
        }
    }
}
