package cn.dangqun.bench;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
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
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// How long another write waits while the street publishes a whole roster, and while it renames one branch; beside
/// it, in the same run, the same roster published in one write.
public final class PublicationBench {
    private static final int BRANCHES = 200;

    private final PrintStream out = System.out;
    private final int members;
    private final Report figures;

    private PublicationBench(int members, Report figures) {
        this.members = members;
        this.figures = figures;
    }

    public static void main(String[] arguments) throws Exception {
        try (var figures = new Report()) {
            new PublicationBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000, figures).run();
        }
    }

    private void run() throws Exception {
        out.printf("%d members of %d branches; a small write every 5 ms beside it%n", members, BRANCHES);
        out.printf("%-28s %10s %12s %12s %12s%n", "", "took s", "wait p50 ms", "wait p99 ms", "wait max ms");
        for (int round = 1; round <= 3; round++) {
            measured("in slices " + round, (reference, database) -> reference.publish(items()));
            measured(
                    "in one write " + round,
                    (reference, database) ->
                            database.write((handle, changes) -> reference.publish(handle, changes, items())));
        }
        withRoster("rename one branch", (reference, database) -> reference.publish(List.of(branch(7, "改名支部"))));
    }

    private interface Work {
        Object on(ReferenceLedger reference, Database database);
    }

    private void measured(String what, Work work) throws Exception {
        var folder = Files.createTempDirectory("publication");
        try (var database = Database.open(folder.resolve("street.db"))) {
            report(what, new ReferenceLedger(database, Clock.systemUTC()), database, work);
        } finally {
            delete(folder);
        }
    }

    private void withRoster(String what, Work work) throws Exception {
        var folder = Files.createTempDirectory("publication");
        try (var database = Database.open(folder.resolve("street.db"))) {
            var reference = new ReferenceLedger(database, Clock.systemUTC());
            reference.publish(items());
            report(what, reference, database, work);
        } finally {
            delete(folder);
        }
    }

    private void report(String what, ReferenceLedger reference, Database database, Work work) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Callable<Object> publishing = () -> work.on(reference, database);
            long started = System.nanoTime();
            var published = threads.submit(publishing);
            var waits = new ArrayList<Long>();
            do {
                long asked = System.nanoTime();
                database.write((handle, changes) -> handle.execute("UPDATE kiosk SET name = name WHERE id = 'none'"));
                waits.add(System.nanoTime() - asked);
                Thread.sleep(5);
            } while (!published.isDone());
            published.get();
            var took = Duration.ofNanos(System.nanoTime() - started);
            Collections.sort(waits);
            out.printf(
                    "%-28s %10.2f %12.1f %12.1f %12.1f%n",
                    what, took.toMillis() / 1e3, at(waits, 0.5), at(waits, 0.99), at(waits, 1));
            var figure = Figure.of("publication, " + what + ": another write waits at most", "ms", at(waits, 1));
            // the whole in one write is what it is held against, and has no goal
            figures.add(what.startsWith("in one write") ? figure : figure.toward(Goal.atMost(100)));
        }
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * share)) / 1e6;
    }

    private List<ReferenceItem> items() {
        var items = new ArrayList<ReferenceItem>();
        items.add(new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId("street"),
                Optional.empty(),
                OrganizationLevel.STREET_COMMITTEE,
                OrganizationClass.COMMUNITY,
                "试验街道")));
        for (int i = 0; i < BRANCHES; i++) {
            items.add(branch(i, "试验支部" + i));
        }
        for (int i = 0; i < members; i++) {
            items.add(new ReferenceItem.MemberItem(new Member(
                    new MemberId("M-" + i),
                    new PersonName("试验" + i),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    new OrganizationId("b-" + i % BRANCHES),
                    Optional.empty())));
        }
        return items;
    }

    private static ReferenceItem branch(int number, String name) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId("b-" + number),
                Optional.of(new OrganizationId("street")),
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                name));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
