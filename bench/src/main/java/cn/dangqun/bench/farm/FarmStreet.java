package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.kiosk.VirtualKiosk;
import cn.dangqun.bench.farm.kiosk.Visitor;
import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/// A made-up street with one community, branch and all-day activity for each site, laid out on disk before its server
/// runs. Nobody in it exists.
final class FarmStreet {
    private static final OrganizationId STREET = new OrganizationId("street");

    private static final String KIOSK = "farm-";

    private final FarmPlan plan;
    private final Path settings;
    private final String fingerprint;
    private final Map<KioskId, String> codes;
    private final MemberCodeSigner signer;
    private final LocalDate today;
    private final NewLogin reader;

    private FarmStreet(
            FarmPlan plan,
            Path settings,
            String fingerprint,
            Map<KioskId, String> codes,
            MemberCodeSigner signer,
            LocalDate today,
            NewLogin reader) {
        this.plan = plan;
        this.settings = settings;
        this.fingerprint = fingerprint;
        this.codes = Map.copyOf(codes);
        this.signer = signer;
        this.today = today;
        this.reader = reader;
    }

    static FarmStreet layOut(FarmPlan plan, Clock clock)
            throws IOException, GeneralSecurityException, SettingsException {
        Files.createDirectories(plan.folder());
        var file = Files.writeString(plan.folder().resolve("street.toml"), """
                data = "street"
                [sync]
                host = "127.0.0.1"
                port = 0
                [console]
                host = "127.0.0.1"
                port = 0
                """);
        var settings = SettingsFile.loadServer(file);
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (var street = StreetServer.open(settings, clock)) {
            street.reference().publish(items(plan, clock.instant(), settings.zone(), street.cardKeyer(), keys));
            var codes = new LinkedHashMap<KioskId, String>();
            for (int i = 0; i < plan.kiosks(); i++) {
                var created = street.codes().create(kiosk(i), name(kiosk(i)), siteOf(kiosk(i)));
                codes.put(kiosk(i), created.text());
            }
            var signer = new MemberCodeSigner(keys.getPrivate(), StreetKey.of(keys.getPublic()));
            var today = LocalDate.ofInstant(clock.instant(), settings.zone());
            var reader = new NewLogin("reader", "correct horse 42");
            street.accounts()
                    .add(
                            new Newcomer("reader", "试验管理员", Role.STREET_ADMIN, Scope.wholeStreet()),
                            reader.password(),
                            new Actor("farm", "-"));
            return new FarmStreet(plan, file, street.ca().fingerprint(), codes, signer, today, reader);
        }
    }

    Path settings() {
        return settings;
    }

    Path data() {
        return plan.folder().resolve("street");
    }

    Path database() {
        return data().resolve("street.db");
    }

    /// Somebody who may read the console's pages.
    NewLogin reader() {
        return reader;
    }

    /// Where a kiosk lies, with its first code; `port` is where the street listens now.
    VirtualKiosk.Place place(int kiosk, IntSupplier port) {
        var id = kiosk(kiosk);
        var code = Optional.ofNullable(codes.get(id));
        return new VirtualKiosk.Place(id, plan.folder().resolve(id.value()), port, fingerprint, code);
    }

    /// Where the street's own key lies.
    Path authority() {
        return data().resolve("ca.pem");
    }

    /// With a card, or with the code on the person's paper card.
    Visitor visitor(FarmPerson person) {
        var words = person.showsCode()
                ? "code " + codeOf(person)
                : "card " + HexFormat.of().formatHex(person.uid());
        return new Visitor(person.member(), words);
    }

    private String codeOf(FarmPerson person) {
        var serial = new CardSerial(person.number());
        return signer.sign(new MemberCode(person.member(), serial, today, today.plusYears(2)));
    }

    static KioskId kiosk(int index) {
        return new KioskId(KIOSK + "%03d".formatted(index + 1));
    }

    static String name(KioskId kiosk) {
        return "农场一体机" + index(kiosk);
    }

    static String siteOf(KioskId kiosk) {
        return site((index(kiosk) - 1) / 2);
    }

    /// From 1 upwards.
    private static int index(KioskId kiosk) {
        return Integer.parseInt(kiosk.value().substring(KIOSK.length()));
    }

    static ActivityId activity(int site) {
        return new ActivityId("farm-today-" + site);
    }

    /// All people of a site, in order.
    static List<FarmPerson> peopleOf(FarmPlan plan, int site) {
        int each = plan.people() * 3 * 2;
        return IntStream.rangeClosed(1, each)
                .mapToObj(i -> new FarmPerson(site * each + i, site))
                .toList();
    }

    private static String site(int index) {
        return "site-" + index;
    }

    private static List<ReferenceItem> items(FarmPlan plan, Instant now, ZoneId zone, CardKeyer keyer, KeyPair keys) {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization(STREET, Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "中共农场街道工作委员会"));
        var key = StreetKey.of(keys.getPublic());
        items.add(new ReferenceItem.StreetKey(key.id().value(), keys.getPublic(), Optional.empty()));
        for (int site = 0; site < plan.sites(); site++) {
            var community = new OrganizationId("c" + site);
            var branch = new OrganizationId("c" + site + "-b1");
            var name = "农场" + (site + 1) + "社区";
            items.add(organization(community, Optional.of(STREET), OrganizationLevel.COMMITTEE, "中共" + name + "委员会"));
            items.add(organization(branch, Optional.of(community), OrganizationLevel.BRANCH, name + "第一党支部"));
            items.add(new ReferenceItem.Site(site(site), name + "党群服务中心", community));
            items.add(new ReferenceItem.ActivityItem(allDay(site, branch, now, zone)));
            peopleOf(plan, site).forEach(person -> add(items, person, branch, keyer));
        }
        return items;
    }

    private static void add(List<ReferenceItem> items, FarmPerson person, OrganizationId branch, CardKeyer keyer) {
        items.add(new ReferenceItem.MemberItem(new Member(
                person.member(),
                new PersonName("样例" + person.number()),
                MemberStatus.FULL,
                RelationKind.HOME,
                branch,
                Optional.empty())));
        items.add(new ReferenceItem.CardBinding(keyer.ofUid(person.uid()), person.member()));
    }

    private static Activity allDay(int site, OrganizationId branch, Instant now, ZoneId zone) {
        return new Activity(
                activity(site),
                ActivityType.THEME_DAY,
                branch,
                "主题党日",
                "党员活动室",
                LocalDate.ofInstant(now, zone),
                now.minus(Duration.ofMinutes(5)),
                now.plus(Duration.ofHours(12)),
                new CheckInWindow(
                        now.minus(Duration.ofHours(2)),
                        now.plus(Duration.ofHours(11)),
                        now.plus(Duration.ofHours(12))));
    }

    private static ReferenceItem organization(
            OrganizationId id, Optional<OrganizationId> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(
                new Organization(id, parent, level, OrganizationClass.COMMUNITY, name));
    }
}
