package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.wire.WindowGranted;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowCertificateTest {
    private static final String ADDRESS = "192.168.1.20";
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(Clock.systemUTC().instant());
    private PeerAuthority authority;
    private Ledger ledger;
    private WindowCertificate window;

    @BeforeEach
    void open() throws Exception {
        authority = new PeerAuthority();
        ledger = Ledger.open(directory.resolve("ledger.db"), clock, KioskCore.PROJECTIONS);
        window = again();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private WindowCertificate again() throws Exception {
        var cipher = DiskKey.ofIdentity(directory.resolve("identity.p12"), Optional.empty());
        return new WindowCertificate(new WindowKeyFile(directory.resolve("window.p12"), cipher), ledger);
    }

    @Test
    void asksOnceForTheAddressThatTheStreetNamesAndKeepsTheAnswerWhereNobodyElseReadsIt() throws Exception {
        assertTrue(window.requestIfDue().isEmpty(), "nobody has named an address");
        window.told(ADDRESS);
        var key = asked();
        assertTrue(window.requestIfDue().isEmpty(), "asked already");

        window.granted(answer(ADDRESS, key, YEAR));

        assertEquals(ADDRESS, window.state().usable().orElseThrow().address());
        var kept = again();
        assertEquals(ADDRESS, kept.state().usable().orElseThrow().address(), "also without the street");
        kept.told(ADDRESS);
        assertTrue(kept.requestIfDue().isEmpty(), "there is one");
        var file = directory.resolve("window.p12");
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(ADDRESS), "sealed");
    }

    @Test
    void asksAnewForAnotherAddressAndBeforeTheEnd() throws Exception {
        window.told(ADDRESS);
        window.granted(answer(ADDRESS, asked(), Duration.ofDays(29)));
        assertTrue(window.state().usable().isPresent());

        window.told("10.0.0.9");
        assertTrue(window.state().usable().isEmpty(), "what it has is for elsewhere");
        window.granted(answer("10.0.0.9", asked(), Duration.ofDays(29)));
        var later = again();
        later.told("10.0.0.9");

        assertTrue(later.requestIfDue().isPresent(), "it ends within thirty days");
    }

    @Test
    void takesNothingThatIsNotForItsKey() throws Exception {
        window.told(ADDRESS);
        asked();
        window.granted(answer(ADDRESS, PeerAuthority.keys().getPublic(), YEAR));
        window.granted(WindowGranted.getDefaultInstance());

        assertTrue(window.state().key().isEmpty());
        assertFalse(Files.exists(directory.resolve("window.p12")));
    }

    @Test
    void stopsWhenTheStreetSaysSoAndGoesOnUnderAnOlderOne() throws Exception {
        window.told(ADDRESS);
        window.granted(answer(ADDRESS, asked(), YEAR));

        window.told("");
        assertTrue(window.state().usable().isPresent(), "an older street says nothing");
        window.told("-");
        assertTrue(window.state().usable().isEmpty());
        window.told(ADDRESS);
        assertTrue(window.state().usable().isPresent());

        window.forget();
        assertTrue(again().state().key().isEmpty(), "another identity begins without it");
    }

    private PublicKey asked() throws Exception {
        var request = window.requestIfDue().orElseThrow().getWindowRequest().getCertificateRequest();
        return new JcaPKCS10CertificationRequest(request.toByteArray()).getPublicKey();
    }

    private WindowGranted answer(String address, PublicKey key, Duration life) throws Exception {
        return WindowGranted.newBuilder()
                .setAddress(address)
                .addCertificates(
                        ByteString.copyFrom(authority.kiosk(address, key, life).getEncoded()))
                .addCertificates(ByteString.copyFrom(authority.ca().getEncoded()))
                .build();
    }
}
