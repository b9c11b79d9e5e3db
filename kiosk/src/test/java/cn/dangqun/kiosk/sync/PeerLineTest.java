package cn.dangqun.kiosk.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.centre.PeerLine;
import cn.dangqun.kiosk.centre.PeerServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who gets an answer at the port at which kiosks of a centre find one another, and whom they believe there.
class PeerLineTest {
    private static final KioskId HOST = new KioskId("hall-1");
    private static final KioskId GUEST = new KioskId("hall-2");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instant now = Clock.systemUTC().instant();
    private final Set<KioskId> centre = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private PeerAuthority street;
    private PeerServer server;

    @BeforeEach
    void open() throws Exception {
        street = new PeerAuthority();
        centre.add(GUEST);
        var host = identity(street, HOST);
        server = PeerServer.start(0, () -> Optional.of(host), () -> now, centre::contains, this::answer);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private byte[] answer(PeerServer.Session session, byte[] question) {
        heard.add(session.peer() + " " + new String(question, UTF_8));
        return question;
    }

    private static KioskIdentity identity(PeerAuthority authority, KioskId name) throws Exception {
        KeyPair keys = PeerAuthority.keys();
        var own = authority.kiosk(name.value(), keys.getPublic(), Duration.ofDays(30));
        return identity(name, keys, List.of(own, authority.ca()));
    }

    private static KioskIdentity identity(KioskId name, KeyPair keys, List<X509Certificate> chain) {
        return new KioskIdentity(name, keys.getPrivate(), chain, new KioskIdentity.Cards(new byte[32], new byte[0]));
    }

    private PeerLine line(KioskIdentity own, KioskId expected) throws IOException {
        return PeerLine.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), expected, own, now, PATIENCE);
    }

    private void refused(KioskIdentity own) {
        assertThrows(IOException.class, () -> {
            try (var line = line(own, HOST)) {
                line.ask("who?".getBytes(UTF_8), PATIENCE);
            }
        });
        assertEquals(List.of(), heard);
    }

    @Test
    void answersAKioskOfTheCentreAndKnowsWhichItIs() throws Exception {
        try (var line = line(identity(street, GUEST), HOST)) {
            assertArrayEquals("one".getBytes(UTF_8), line.ask("one".getBytes(UTF_8), PATIENCE));
            line.ask("two".getBytes(UTF_8), PATIENCE);
        }

        assertEquals(List.of("hall-2 one", "hall-2 two"), heard);
    }

    @Test
    void saysNothingToAKioskOfAnotherCentre() throws Exception {
        refused(identity(street, new KioskId("elsewhere-1")));
    }

    @Test
    void saysNothingToAKioskOfAnotherStreetThoughItHasTheSameName() throws Exception {
        refused(identity(new PeerAuthority(), GUEST));
    }

    @Test
    void saysNothingToWhoeverHoldsTheCertificateOfAServer() throws Exception {
        refused(identity(GUEST, street.serverKeys(), street.serverChain()));
    }

    @Test
    void saysNothingInTheClear() throws Exception {
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            plain.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            plain.getOutputStream().write(new byte[] {0, 0, 0, 1, 'x'});
            plain.shutdownOutput();
            while (plain.getInputStream().read() >= 0) {
                // an alert at most
            }
        }
        assertEquals(List.of(), heard);
    }

    @Test
    void doesNotBelieveThatItIsTheHostBecauseItAnswers() throws Exception {
        assertThrows(
                IOException.class,
                () -> line(identity(street, GUEST), new KioskId("hall-3")).close());
        assertThrows(
                IOException.class,
                () -> line(identity(new PeerAuthority(), GUEST), HOST).close());
    }

    @Test
    void aKioskThatIsRevokedGetsNoFurtherAnswer() throws Exception {
        try (var line = line(identity(street, GUEST), HOST)) {
            line.ask("one".getBytes(UTF_8), PATIENCE);
            centre.remove(GUEST);

            assertThrows(IOException.class, () -> line.ask("two".getBytes(UTF_8), PATIENCE));
        }
        assertEquals(List.of("hall-2 one"), heard);
    }

    @Test
    void theNewestConnectionOfAKioskIsTheOneThatCounts() throws Exception {
        var guest = identity(street, GUEST);
        try (var older = line(guest, HOST)) {
            older.ask("one".getBytes(UTF_8), PATIENCE);
            try (var newer = line(guest, HOST)) {
                newer.ask("two".getBytes(UTF_8), PATIENCE);

                assertThrows(IOException.class, () -> older.ask("three".getBytes(UTF_8), PATIENCE));
            }
        }
        assertEquals(List.of("hall-2 one", "hall-2 two"), heard);
    }
}
