package cn.dangqun.acceptance.carry;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.accounts.NewLogin;
import cn.dangqun.server.ledger.AttachmentStore;
import cn.dangqun.server.ledger.Carrying;
import cn.dangqun.server.ledger.EpochDecisions;
import cn.dangqun.server.ledger.GuestSeal;
import cn.dangqun.server.vault.Vault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;

/// A street's server in this process, on a real socket, with members to check in and an administrator's hand.
final class OpenStreet implements AutoCloseable {
    static final int MEMBERS = 1200;

    private final Path settings;
    private final StreetServer server;
    private final int port;
    private final NewLogin login;
    private final InetSocketAddress console;

    OpenStreet(Path folder) throws Exception {
        this(CrowdedStreet.prepare(folder.resolve("office"), MEMBERS), CrowdedStreet.READER);
    }

    private OpenStreet(Path file, NewLogin reader) throws Exception {
        settings = file;
        server = StreetServer.open(SettingsFile.loadServer(file), Clock.systemUTC());
        port = server.listen().address().getPort();
        login = reader;
        console = server.openConsole();
    }

    /// Settings of a kiosk with its data in `folder`, with and without a way to the street.
    Path kiosk(Path folder, KioskId id, boolean online) throws IOException {
        Files.createDirectories(folder);
        var code = server.codes().create(id, "试验一体机", CrowdedStreet.SITE).text();
        var written = KioskProcess.write(new KioskProcess.Plan(
                folder, online ? port : KioskProcess.freePort(), server.ca().fingerprint(), code, 600, 1000, ""));
        return Files.move(
                written, folder.resolve(online ? "online.toml" : "offline.toml"), StandardCopyOption.REPLACE_EXISTING);
    }

    int port() {
        return port;
    }

    /// Settings of a kiosk that reaches the street by another port.
    Path kioskBehind(int other, Path folder, KioskId id) throws IOException {
        Files.createDirectories(folder);
        var code = server.codes().create(id, "试验一体机", CrowdedStreet.SITE).text();
        return KioskProcess.write(
                new KioskProcess.Plan(folder, other, server.ca().fingerprint(), code, 600, 1000, ""));
    }

    /// How many the street has granted.
    long certificates() {
        return server.database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM kiosk_certificate")
                        .mapTo(Long.class)
                        .one());
    }

    /// What the street calls somebody whom nobody knows, among the guests of the activity.
    String guest(int person) {
        try {
            return GuestSeal.known(Vault.in(data()).secrets())
                    .name(CrowdedStreet.ACTIVITY.value(), server.cardKeyer().ofUid(CrowdedStreet.uid(person)));
        } catch (IOException | SettingsException e) {
            throw new IllegalStateException("the vault cannot be read", e);
        }
    }

    /// What somebody at the street reads of the activity.
    ConsoleReader.Figures page() throws Exception {
        return reader().figures(CrowdedStreet.ACTIVITY.value());
    }

    List<String> counted() {
        return strings("SELECT member FROM attendance WHERE counted = 1 ORDER BY member");
    }

    List<String> countedGuests() {
        return strings("SELECT card FROM guest WHERE counted = 1 ORDER BY card");
    }

    List<String> strings(String sql) {
        return server.database()
                .read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    long conflicts() {
        return server.database()
                .read(handle -> handle.createQuery("SELECT coalesce(sum(times), 0) FROM ledger_conflict")
                        .mapTo(Long.class)
                        .one());
    }

    /// An administrator lets every ledger end that is in conflict and not yet decided about, as the page does.
    int decide(KioskId kiosk) {
        var open = strings("SELECT DISTINCT epoch FROM ledger_conflict l WHERE kiosk = '" + kiosk + "'"
                + " AND NOT EXISTS (SELECT 1 FROM epoch_decision d WHERE d.kiosk = l.kiosk AND d.epoch = l.epoch"
                + " AND (d.used_at IS NULL OR d.used_at >= l.last_seen_at))");
        for (var epoch : open) {
            server.database().write((handle, changes) -> {
                new EpochDecisions(handle)
                        .allow(kiosk, new Epoch(epoch), Clock.systemUTC().instant(), "admin", "恢复了旧磁盘");
                return 0;
            });
        }
        return open.size();
    }

    /// Records parked because they are of another kiosk's ledger.
    long notItsOwn() {
        return server.database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM fact_quarantine WHERE reason = 'NOT_ITS_OWN'")
                        .mapTo(Long.class)
                        .one());
    }

    /// An administrator knows that it is the same machine by another name, and says so as on the page.
    void allowCarrying(KioskId kiosk, KioskId from) {
        server.database().write((handle, changes) -> {
            new Carrying(handle).allow(kiosk, from, Clock.systemUTC().instant(), "admin", "同一台机器换了编号");
            server.ledger().street().deriveAgain(handle, changes);
            return 0;
        });
    }

    <T> T read(HandleCallback<T, RuntimeException> question) {
        return server.database().read(question);
    }

    void forget(SealedId attachment) {
        server.database().write((handle, changes) -> {
            new AttachmentStore(handle).forget(attachment);
            return 0;
        });
    }

    /// A backup of this moment.
    void copyTo(Path file) throws SQLException {
        server.database().copyTo(file);
    }

    /// The same street on the same port, from a backup.
    OpenStreet restored(Path backup) throws Exception {
        var data = SettingsFile.loadServer(settings).data();
        close();
        for (var name : List.of("street.db", "street.db-wal", "street.db-shm")) {
            Files.deleteIfExists(data.resolve(name));
        }
        Files.copy(backup, data.resolve("street.db"));
        return again();
    }

    /// The same street on the same port, under another secret of cards.
    OpenStreet withCardsAnew() throws Exception {
        close();
        try (var alone = StreetServer.open(SettingsFile.loadServer(settings), Clock.systemUTC())) {
            alone.renewCardSecret();
        }
        return again();
    }

    private OpenStreet again() throws Exception {
        var written = Files.readString(settings);
        Files.writeString(settings, written.replaceFirst("(?s)(\\[sync\\].*?port = )\\d+", "$1" + port));
        return new OpenStreet(settings, login);
    }

    /// Somebody enters the resident card of a member, who shows it nobody.
    void bind(String number, MemberId member) {
        server.reference()
                .publish(
                        List.of(new ReferenceItem.CardBinding(server.cardKeyer().ofResidentNumber(number), member)));
    }

    Path data() throws SettingsException {
        return SettingsFile.loadServer(settings).data();
    }

    /// What an administrator reads of a ledger that does not continue.
    String forkPage(KioskId kiosk) throws Exception {
        return reader().get("/kiosks/" + kiosk + "/fork");
    }

    private ConsoleReader reader() throws Exception {
        var address = URI.create("http://" + console.getHostString() + ":" + console.getPort());
        return ConsoleReader.signIn(address, login.login(), login.password());
    }

    void rebuild() {
        server.ledger().rebuild();
    }

    @Override
    public void close() {
        server.close();
    }
}
