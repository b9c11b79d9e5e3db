package cn.dangqun.server;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.sync.SyncServer;
import cn.dangqun.server.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A street's server on a free port of this machine, and made-up things to publish.
public final class TestStreet implements AutoCloseable {
    public static final int WINDOW = 4;
    public static final int MAX_FRAME_BYTES = 65_536;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public final TestClock clock = new TestClock();
    private final ServerSettings settings;
    private final StreetServer server;
    private final SyncServer sync;

    public TestStreet(Path data) throws IOException, GeneralSecurityException {
        settings = new ServerSettings(
                data,
                ZONE,
                new ServerSettings.Sync("127.0.0.1", 0, MAX_FRAME_BYTES, WINDOW),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
        Vault.in(data);
        MigratedFile.layEmptyAt(StreetServer.databaseFile(data));
        server = StreetServer.open(settings, clock);
        sync = server.listen();
    }

    public ServerSettings settings() {
        return settings;
    }

    public StreetServer server() {
        return server;
    }

    public int port() {
        return sync.address().getPort();
    }

    public Set<KioskId> connected() {
        return sync.connected();
    }

    /// Publishes a street of two communities with one branch each, and their sites `site-1` and `site-2`.
    public TestStreet withTwoCommunities() {
        server.reference()
                .publish(List.of(
                        organization("street", null, OrganizationLevel.STREET_COMMITTEE),
                        organization("c1", "street", OrganizationLevel.COMMITTEE),
                        organization("c2", "street", OrganizationLevel.COMMITTEE),
                        organization("c1-b1", "c1", OrganizationLevel.BRANCH),
                        organization("c2-b1", "c2", OrganizationLevel.BRANCH),
                        new ReferenceItem.Site("site-1", "样例一社区党群服务中心", new OrganizationId("c1")),
                        new ReferenceItem.Site("site-2", "样例二社区党群服务中心", new OrganizationId("c2"))));
        return this;
    }

    /// An enrolled kiosk, not connected yet.
    public TestKiosk enrol(String kiosk, String site) throws IOException, GeneralSecurityException {
        return enrolWith(
                server.codes().create(new KioskId(kiosk), "样例一体机", site).text());
    }

    private TestKiosk enrolWith(String code) throws IOException, GeneralSecurityException {
        var kiosk = TestKiosk.fresh(port(), server.ca().certificate());
        try (var line = kiosk.connect()) {
            kiosk.accept(line.enrol(code, kiosk));
        }
        return kiosk;
    }

    public <T> T query(Function<Handle, T> query) {
        return server.database().read(query::apply);
    }

    public long count(String sql) {
        return query(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    public static ReferenceItem organization(String id, String parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id),
                Optional.ofNullable(parent).map(OrganizationId::new),
                level,
                OrganizationClass.COMMUNITY,
                "样例" + id));
    }

    public static ReferenceItem member(String id, String branch) {
        return new ReferenceItem.MemberItem(new Member(
                new MemberId(id),
                new PersonName("样例甲"),
                MemberStatus.FULL,
                RelationKind.HOME,
                new OrganizationId(branch),
                Optional.empty()));
    }

    /// A card whose key is `digit` sixty-four times.
    public static ReferenceItem card(char digit, String member) {
        return new ReferenceItem.CardBinding(new CardKey(String.valueOf(digit).repeat(64)), new MemberId(member));
    }

    public static ReferenceItem activity(String id, String organization) {
        var starts = Instant.parse("2026-07-10T01:00:00Z");
        var ends = Instant.parse("2026-07-10T03:00:00Z");
        return new ReferenceItem.ActivityItem(new Activity(
                new ActivityId(id),
                ActivityType.THEME_DAY,
                new OrganizationId(organization),
                "主题党日",
                "党员活动室",
                LocalDate.of(2026, 7, 10),
                starts,
                ends,
                CheckInWindow.around(starts, ends)));
    }

    @Override
    public void close() {
        server.close();
    }
}
