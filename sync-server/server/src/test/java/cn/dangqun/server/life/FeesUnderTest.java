package cn.dangqun.server.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A street of twelve branches whose fees were fixed, relieved and paid in every way there is, through its
/// pages and its kiosks; each noted in plain figures too.
public final class FeesUnderTest implements AutoCloseable {
    /// Bases and what the scale of 2008 makes of them, worked out on paper.
    private static final String[][] SCALE = {
        {"EMPLOYED", "2800", "14.00"},
        {"EMPLOYED", "3000.01", "30.00"},
        {"EMPLOYED", "7345.50", "110.18"},
        {"EMPLOYED", "12000", "240.00"},
        {"RETIRED", "4321", "21.61"},
        {"RETIRED", "6000", "60.00"},
        {"FARMER", "", "0.20"},
    };

    final MadeYear made = new MadeYear(20261129);
    public final ConsoleUnderTest console;
    final PlainFees plain = new PlainFees(made.branches);
    public final Visitor officer;
    final KioskId kiosk;
    private final Map<String, Visitor> collectors = new HashMap<>();
    private final Random lots = new Random(7);

    public FeesUnderTest(Path directory) {
        console = new ConsoleUnderTest(directory, made.items);
        kiosk = console.kiosk(1);
        officer = console.visitor(Role.FEE_OFFICER, Scope.wholeStreet());
        changes();
        made.branches.forEach(each -> fix(each.id()));
        reliefs();
        plain.members().forEach(this::pay);
    }

    Visitor collector(String branch) {
        return collectors.computeIfAbsent(
                branch, id -> console.visitor(Role.FEE_COLLECTOR, new Scope(Optional.of(new OrganizationId(id)))));
    }

    /// Somebody dies in August, somebody moves amid September.
    private void changes() {
        var died = member("C1-B3-M5");
        var moved = member("C2-B3-M4");
        var gone = new Member(died.id(), died.name(), List.of(died.newest().endingOn(LocalDate.of(2026, 8, 15))));
        var day = LocalDate.of(2026, 9, 10);
        var there = new Membership(
                new OrganizationId("c2-b1"),
                Optional.empty(),
                moved.relation(),
                moved.status(),
                Optional.of(day),
                Optional.empty());
        console.reference.publish(List.of(
                new ReferenceItem.MemberItem(gone),
                new ReferenceItem.MemberItem(new Member(
                        moved.id(), moved.name(), List.of(moved.newest().endingOn(day), there)))));
        plain.left.put("C1-B3-M5", 8);
        plain.movedIn.put("C2-B3-M4", 9);
        plain.movedTo.put("C2-B3-M4", "c2-b1");
    }

    private Member member(String id) {
        return made.items.stream()
                .filter(ReferenceItem.MemberItem.class::isInstance)
                .map(each -> ((ReferenceItem.MemberItem) each).member())
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// By the branch's collector: by the scale, by an amount of the branch's own, some by the quarter, some not at all,
    /// some otherwise from May on.
    private void fix(String branch) {
        var january = new HashMap<String, String>();
        var may = new HashMap<String, String>();
        for (var member : plain.rows(branch).keySet()) {
            if (!member.toLowerCase(Locale.ROOT).startsWith(branch) || lots.nextInt(9) == 0) {
                continue;
            }
            boolean quarterly = lots.nextInt(5) == 0;
            var terms = new ArrayList<PlainFees.Fixed>();
            terms.add(fix(january, member, 1, quarterly));
            if (lots.nextInt(4) == 0) {
                terms.add(fix(may, member, 5, quarterly));
            }
            plain.fixed.put(member, terms);
        }
        send(branch, january, "2026-01");
        if (!may.isEmpty()) {
            send(branch, may, "2026-05");
        }
    }

    private PlainFees.Fixed fix(Map<String, String> form, String member, int from, boolean quarterly) {
        var scale = SCALE[lots.nextInt(SCALE.length)];
        boolean own = scale[1].isEmpty() || lots.nextInt(3) == 0;
        var amount = own ? new BigDecimal(100 + lots.nextInt(9000)).movePointLeft(2) : new BigDecimal(scale[2]);
        form.put("group." + member, scale[0]);
        form.put("base." + member, scale[1]);
        form.put("monthly." + member, own ? amount.toPlainString() : "");
        form.put("pattern." + member, quarterly ? "QUARTERLY" : "MONTHLY");
        return new PlainFees.Fixed(from, amount, quarterly);
    }

    private void send(String branch, Map<String, String> form, String from) {
        form.put("from", from);
        form.put("year", "2026");
        form.put("reason", "支委会研究核定");
        var page = "/fees/branches/" + branch + "/amounts?year=2026";
        var answer = collector(branch).post(page, "/fees/branches/" + branch + "/amounts", form);
        assertEquals(303, answer.statusCode(), answer::body);
    }

    private void reliefs() {
        relief("C1-B1-M3", 3, 5, "0.50", "consent");
        relief("C2-B2-M1", 2, 12, "", "consent");
        relief("C3-B1-M2", 1, 12, "", "refusal");
        relief("C3-B2-M2", 1, 12, "1.00", "");
        for (var each : List.of("C1-B1-M3", "C2-B2-M1", "C3-B1-M2", "C3-B2-M2")) {
            plain.fixed.computeIfAbsent(each, fresh -> fixedAnyhow(each));
        }
        plain.less.put("C1-B1-M3", List.of(new PlainFees.Less(3, 5, new BigDecimal("0.50"))));
        plain.less.put("C2-B2-M1", List.of(new PlainFees.Less(2, 12, null)));
    }

    private List<PlainFees.Fixed> fixedAnyhow(String member) {
        var form = new HashMap<String, String>();
        var fixed = fix(form, member, 1, false);
        send(branchOf(member), form, "2026-01");
        return List.of(fixed);
    }

    static String branchOf(String member) {
        return member.toLowerCase(Locale.ROOT).substring(0, 5);
    }

    private void relief(String member, int from, int to, String amount, String answer) {
        var form = Map.of(
                "kind",
                amount.isEmpty() ? "EXEMPT" : "REDUCED",
                "from",
                YearMonth.of(2026, from).toString(),
                "to",
                YearMonth.of(2026, to).toString(),
                "amount",
                amount,
                "reason",
                "生活困难，支部研究");
        var page = "/fees/members/" + member;
        assertEquals(
                303,
                collector(branchOf(member)).post(page, page + "/reliefs", form).statusCode());
        if (!answer.isEmpty()) {
            var id = id(member);
            var given = officer.post(page, page + "/reliefs/" + answer, Map.of("relief", id, "reason", "研究同意或不同意"));
            assertEquals(303, given.statusCode(), given::body);
        }
    }

    String id(String member) {
        return console.database.read(handle -> handle.createQuery("SELECT id FROM fee_relief WHERE member = ?")
                .bind(0, member)
                .mapTo(String.class)
                .first());
    }

    /// Most months until now: ticked at a theme day, ticked and unticked again, or entered by the collector.
    private void pay(String member) {
        for (int m = 1; m <= 11; m++) {
            var month = plain.month(member, m);
            if (month.branch().isEmpty() || month.state().equals("EXEMPT") || lots.nextInt(10) < 2) {
                continue;
            }
            switch (lots.nextInt(8)) {
                case 0 -> {
                    tick(member, m, true);
                    tick(member, m, false);
                }
                case 1 -> {
                    enter(month.branch(), m, member);
                    paid(member, m);
                }
                case 2 -> {
                    tick(member, m, true);
                    takeBack(month.branch(), member, m, theme(m));
                }
                default -> {
                    tick(member, m, true);
                    paid(member, m);
                }
            }
        }
    }

    private void paid(String member, int month) {
        plain.paid.computeIfAbsent(member, fresh -> new HashSet<>()).add(month);
    }

    static String theme(int month) {
        return "theme-" + month;
    }

    private void tick(String member, int month, boolean paid) {
        console.fact(
                kiosk,
                new SessionFact.FeeTicked(
                        new ActivityId(theme(month)),
                        new MemberId(member),
                        YearMonth.of(2026, month),
                        paid,
                        "staff-1"));
    }

    void enter(String branch, int month, String member) {
        var page = "/fees/branches/" + branch;
        var answer = collector(branch)
                .post(
                        page,
                        page + "/payments",
                        Map.of(
                                "month",
                                YearMonth.of(2026, month).toString(),
                                "paid." + member,
                                "yes",
                                "reason",
                                "现场收取"));
        assertEquals(303, answer.statusCode(), answer::body);
    }

    void takeBack(String branch, String member, int month, String source) {
        var page = "/fees/members/" + member;
        var by = branch.equals(now(member)) ? collector(branch) : officer;
        var answer = by.post(
                page,
                page + "/undoing",
                Map.of("month", YearMonth.of(2026, month).toString(), "source", source, "reason", "勾错了人"));
        assertEquals(303, answer.statusCode(), answer::body);
    }

    /// Where the person belongs today.
    private String now(String member) {
        return plain.month(member, 11).branch();
    }

    @Override
    public void close() {
        console.close();
    }
}
