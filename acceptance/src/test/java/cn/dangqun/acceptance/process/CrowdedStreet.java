package cn.dangqun.acceptance.process;

import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.CardKeyer;
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
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.accounts.AccountDesk.Newcomer;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.NewLogin;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One branch with more members than any test needs, and one activity that is open all day.
public final class CrowdedStreet {
    public static final String SITE = "site-1";
    public static final ActivityId ACTIVITY = new ActivityId("crowd-today");
    private static final OrganizationId STREET = new OrganizationId("street");
    private static final OrganizationId COMMUNITY = new OrganizationId("c1");
    private static final OrganizationId BRANCH = new OrganizationId("c1-b1");

    /// Who reads this street's pages, with a password of their own.
    public static final NewLogin READER = new NewLogin("reader", "correct horse 42");

    private CrowdedStreet() {}

    /// Lays out a street's data below `folder` and returns its settings; the server is not running yet.
    public static Path prepare(Path folder, int members) throws Exception {
        return prepare(folder, members, ActivityType.THEME_DAY);
    }

    /// The activity is of that type.
    public static Path prepare(Path folder, int members, ActivityType type) throws Exception {
        var file = StreetProcess.settings(folder, 0, false);
        var settings = SettingsFile.loadServer(file);
        var clock = Clock.systemUTC();
        try (var street = StreetServer.open(settings, clock)) {
            street.accounts()
                    .add(
                            new Newcomer(READER.login(), "试验管理员", Role.STREET_ADMIN, Scope.wholeStreet()),
                            READER.password(),
                            new Actor("test", "-"));
            street.reference().publish(items(members, type, clock.instant(), settings.zone(), street.cardKeyer()));
        }
        return file;
    }

    private static List<ReferenceItem> items(
            int members, ActivityType type, Instant now, ZoneId zone, CardKeyer keyer) {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization(STREET, Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "中共试验街道工作委员会"));
        items.add(organization(COMMUNITY, Optional.of(STREET), OrganizationLevel.COMMITTEE, "中共试验社区委员会"));
        items.add(organization(BRANCH, Optional.of(COMMUNITY), OrganizationLevel.BRANCH, "试验社区第一党支部"));
        items.add(new ReferenceItem.Site(SITE, "试验社区党群服务中心", COMMUNITY));
        for (int i = 1; i <= members; i++) {
            items.add(new ReferenceItem.MemberItem(new Member(
                    member(i),
                    new PersonName("试验" + (char) ('一' + i)),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    BRANCH,
                    Optional.empty())));
            items.add(new ReferenceItem.CardBinding(keyer.ofUid(uid(i)), member(i)));
        }
        // windows are instants: the activity stays open over midnight, so that no test depends on the hour it runs
        items.add(new ReferenceItem.ActivityItem(new Activity(
                ACTIVITY,
                type,
                BRANCH,
                "试验活动",
                "党员活动室",
                LocalDate.ofInstant(now, zone),
                now.minus(Duration.ofMinutes(5)),
                now.plus(Duration.ofHours(12)),
                new CheckInWindow(
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofHours(11)),
                        now.plus(Duration.ofHours(12))))));
        return items;
    }

    private static ReferenceItem organization(
            OrganizationId id, Optional<OrganizationId> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(
                new Organization(id, parent, level, OrganizationClass.COMMUNITY, name));
    }

    public static MemberId member(int number) {
        return new MemberId("M-%05d".formatted(number));
    }

    public static byte[] uid(int number) {
        return new byte[] {4, (byte) 0xAC, 0x30, 0, (byte) (number >> 8), (byte) number, (byte) 0x80};
    }
}
