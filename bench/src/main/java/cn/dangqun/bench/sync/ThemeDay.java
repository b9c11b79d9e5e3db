package cn.dangqun.bench.sync;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.AccountDesk;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A planner's tool: a theme day of a made-up district, on which everybody checks in within two hours, played
/// in as many minutes as one has; what its server needed for that. The server runs in this process and the
/// kiosks, which speak its protocol over TLS and keep nothing, in another. For the real thing divide the load
/// by how much faster it was played.
public final class ThemeDay {
    private static final Duration REAL = Duration.ofHours(2);
    private static final int TOGETHER = 2000;
    private static final int BAR = 40;
    private static final int ARGUMENTS = 3;
    /// A tenth of a district, which is what is played unless somebody says otherwise.
    private static final int LEAST_KIOSKS = 30;

    private static final int LEAST_MEMBERS = 20_000;
    private static final Goal TOLD = Goal.atMost(1000);
    private static final Goal OF_A_CORE = Goal.atMost(50);
    private static final String PASSWORD = "correct horse 42";
    private static final String READING = """
            How to read it:
            - It was measured on this machine, with whatever else it did. A machine that is to be chosen is chosen by a day that is
              played on it, or on one that is no faster.
            - Processor: the mean over the two hours. Pages are counted too little: today's was looked at only
              while the day was played, not for two hours. Add as much of a core as its making takes of each two seconds, for everybody
              who looks so often. A goal of half a core leaves the rest for people come at once, backups and other pages.
            - Memory: the most that this process held, the server in it, with a heap of up to 2 GB; the package starts a server with
              512 MB. The system needs its own beside it.
            - Disk: what this day adds, every such day again. The street keeps a copy of its database beside it: count twice.
            - 99 of 100 told later than the goal: this machine does not keep up at the pace that was played. Nobody at a kiosk waits
              for it, only pages lag; play it with more --minutes, up to 120, which is the real pace.
            """;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int kiosks;
    private final int members;
    private final Duration length;
    private final List<Double> pages = new ArrayList<>();
    private long before;
    private long fastest;
    private long most;

    private ThemeDay(int kiosks, int members, Duration length) {
        this.kiosks = kiosks;
        this.members = members;
        this.length = length;
    }

    /// `ThemeDay KIOSKS MEMBERS MINUTES`. Ends with 2 when they make no day.
    public static void main(String[] arguments) throws Exception {
        var numbers = Stream.of(arguments)
                .filter(each -> each.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .toList();
        if (arguments.length != ARGUMENTS || numbers.size() != ARGUMENTS || numbers.get(1) < numbers.get(0)) {
            System.err.println("usage: ./run farm --theme-day [--kiosks N] [--members N] [--minutes N];"
                    + " whole numbers from 1 on, and no fewer members than kiosks");
            System.exit(2);
        }
        new ThemeDay(numbers.get(0), numbers.get(1), Duration.ofMinutes(numbers.get(2))).run();
        System.exit(0);
    }

    private void run() throws Exception {
        out.printf(
                "%d kiosks, %d members; a day of %d h in %d min%n",
                kiosks, members, REAL.toHours(), length.toMinutes());
        warning(kiosks, members).ifPresent(out::println);
        try (var city = new BenchCity()) {
            fill(city);
            try (var all = city.kiosks()) {
                for (int each = 0; each < kiosks; each++) {
                    all.addForToday(people(each));
                }
                all.connect();
                try (var report = new Report()) {
                    play(city, all, report);
                }
            }
        }
        out.println(READING);
        warning(kiosks, members).ifPresent(out::println);
    }

    /// Of a day that is too small to say anything about a district.
    static Optional<String> warning(int kiosks, int members) {
        return kiosks >= LEAST_KIOSKS && members >= LEAST_MEMBERS
                ? Optional.empty()
                : Optional.of(("NOTE: a day of %d kiosks and %d members says little about a district, and its figures"
                                + " cannot be multiplied: much of%nit is what any process costs. The least that"
                                + " makes sense is --kiosks %d --members %d; a district is --kiosks 300%n"
                                + "--members 200000.")
                        .formatted(kiosks, members, LEAST_KIOSKS, LEAST_MEMBERS));
    }

    private int people(int kiosk) {
        return members / kiosks + (kiosk < members % kiosks ? 1 : 0);
    }

    private void fill(BenchCity city) {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization(new OrganizationId("district"), Optional.empty(), OrganizationLevel.STREET_COMMITTEE));
        for (int kiosk = 0; kiosk < kiosks; kiosk++) {
            community(items, kiosk);
        }
        long began = System.nanoTime();
        for (int from = 0; from < items.size(); from += TOGETHER) {
            city.server().reference().publish(items.subList(from, Math.min(items.size(), from + TOGETHER)));
            bar("roster", from, items.size(), "");
        }
        out.printf(
                "\rroster and plan published in %d s%s%n",
                (System.nanoTime() - began) / 1_000_000_000, " ".repeat(BAR));
        city.server().rolls().freezeStarted();
    }

    private void community(List<ReferenceItem> items, int kiosk) {
        var community = new OrganizationId("c-" + kiosk);
        items.add(organization(community, Optional.of("district"), OrganizationLevel.COMMITTEE));
        items.add(new ReferenceItem.Site("site-" + kiosk, "试验中心" + kiosk, community));
        for (int person = 0; person < people(kiosk); person++) {
            int number = person / DayFacts.PEOPLE;
            var branch = DayFacts.branch(kiosk, number);
            if (person % DayFacts.PEOPLE == 0) {
                items.add(organization(branch, Optional.of(community.value()), OrganizationLevel.BRANCH));
                items.add(activity(kiosk, number));
            }
            items.add(new ReferenceItem.MemberItem(new Member(
                    DayFacts.member(kiosk, person),
                    new PersonName("试验" + person),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    branch,
                    Optional.empty())));
        }
    }

    private static ReferenceItem activity(int kiosk, int branch) {
        var starts = Instant.now().minus(Duration.ofMinutes(5));
        var ends = starts.plus(Duration.ofHours(3));
        return new ReferenceItem.ActivityItem(new Activity(
                DayFacts.activity(kiosk, branch),
                ActivityType.THEME_DAY,
                DayFacts.branch(kiosk, branch),
                "主题党日",
                "党员活动室",
                LocalDate.ofInstant(starts, BenchCity.ZONE),
                starts,
                ends,
                CheckInWindow.around(starts, ends)));
    }

    private static ReferenceItem organization(OrganizationId id, Optional<String> parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(new Organization(
                id, parent.map(OrganizationId::new), level, OrganizationClass.COMMUNITY, "试验" + id.value()));
    }

    private void play(BenchCity city, LeanKiosks all, Report report) throws Exception {
        var street = city.server();
        street.accounts()
                .add(
                        new AccountDesk.Newcomer("bench", "试验", Role.STREET_REVIEWER, Scope.wholeStreet()),
                        PASSWORD,
                        new Actor("bench", "127.0.0.1"));
        var console = URI.create("http://127.0.0.1:" + street.openConsole().getPort());
        var reader = ConsoleReader.signIn(console, "bench", PASSWORD);
        long empty = city.bytes();
        var worked = BenchCity.worked();
        LeanKiosks.DayTold told;
        try (var looking = Executors.newSingleThreadScheduledExecutor()) {
            var _ = looking.scheduleWithFixedDelay(() -> look(reader), 0, 2, TimeUnit.SECONDS);
            told = all.playDay(length, this::show);
            looking.shutdownNow();
        }
        out.println();
        double cpu = BenchCity.worked().minus(worked).toNanos() / 1e9;
        tell(city, told, cpu, city.bytes() - empty, report);
    }

    private void look(ConsoleReader reader) {
        try {
            long began = System.nanoTime();
            reader.get("/activities");
            pages.add((System.nanoTime() - began) / 1e6);
        } catch (Exception e) {
            out.println("the page of today: " + e);
        }
    }

    private void show(LeanKiosks.DayTold said) {
        fastest = Math.max(fastest, said.told() - before);
        most = Math.max(most, resident());
        bar(
                "day",
                said.told(),
                members,
                String.format(
                        "%d a second, %d waiting, p99 %d ms, %d MB",
                        said.told() - before,
                        said.due() - said.told(),
                        said.mostButOneInHundred().toMillis(),
                        resident() >> 20));
        before = said.told();
    }

    private void bar(String what, long done, long of, String words) {
        int full = (int) (BAR * done / Math.max(1, of));
        out.printf(
                "\r%s %s%s %3d %%  %s   ",
                what, "#".repeat(full), ".".repeat(BAR - full), 100 * done / Math.max(1, of), words);
    }

    private void tell(BenchCity city, LeanKiosks.DayTold told, double cpu, long bytes, Report report) {
        long counted = city.count("attendance WHERE counted = 1");
        double faster = (double) REAL.toSeconds() / length.toSeconds();
        out.printf("counted %d of %d who checked in%n", counted, members);
        if (counted != members || told.told() != members) {
            throw new IllegalStateException("somebody is not counted");
        }
        report.add(Figure.of("theme day: facts in the busiest second", "1/s", (double) fastest));
        report.add(Figure.of(
                "theme day: due to told, half of all", "ms", told.half().toNanos() / 1e6));
        report.add(Figure.of(
                        "theme day: due to told, 99 of 100",
                        "ms",
                        told.mostButOneInHundred().toNanos() / 1e6)
                .toward(TOLD));
        report.add(Figure.of("theme day: processor, pages included", "s", cpu));
        report.add(Figure.of("theme day: processor a fact", "µs", cpu * 1e6 / members));
        report.add(Figure.of("theme day: of one core at the real pace", "%", 100 * cpu / length.toSeconds() / faster)
                .toward(OF_A_CORE));
        report.add(Figure.of("theme day: memory, the most", "MB", (double) (most >> 20)));
        report.add(Figure.of("theme day: database grew by", "MB", bytes / 1e6));
        report.add(Figure.of("theme day: today's page meanwhile, half", "ms", median()));
        out.printf(
                "At the real pace such a day takes %.1f %% of one core besides pages, %d MB of memory and %.0f MB of disk. It was"
                        + " played %.0f times as fast,%nwith somebody who looks at the page of today every two seconds; the"
                        + " memory is that of this whole process.%n",
                100 * cpu / length.toSeconds() / faster, most >> 20, bytes / 1e6, faster);
    }

    private double median() {
        var sorted = pages.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /// Of this process, in bytes.
    private static long resident() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
