package cn.dangqun.server.fees;

import cn.dangqun.config.fee.FeeScales;
import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.papers.Papers;
import cn.dangqun.papers.Register;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.fees.FeeRoutes.FeeViews;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two forms of fees as PDF, and the register as a workbook. Laying pages out takes a second and
/// some 50 MB, so it is done for one after another.
@OneProcess("Lets one form after another be laid out: a matter of this process's memory.")
public final class FeePapers implements Routes {
    private static final Logger log = LoggerFactory.getLogger(FeePapers.class);

    private final Database database;
    private final FeeSource source;
    private final FeeWords words;
    private final FeeViews views;
    private final Texts texts;
    private final Times times;
    private final Papers papers = Papers.withDebiansFont();
    private final Semaphore one = new Semaphore(1, true);

    public FeePapers(Database database, StreetRoster roster, Texts texts, Times times) {
        this.database = database;
        this.source = new FeeSource(roster);
        this.words = new FeeWords(texts, FeeScales.shipped());
        this.views = new FeeViews(database, source, words, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var prints = Trace.look(Action.FEES_PRINTED, "id");
        entrance.page(
                FeeRoutes.BRANCH + "/register",
                new Policy(FeeRoutes.SEES, FeeRoutes.ofBranch(), prints),
                visit -> ofBranch(visit, this::register));
        entrance.page(
                FeeRoutes.BRANCH + "/workbook",
                new Policy(FeeRoutes.SEES, FeeRoutes.ofBranch(), Trace.look(Action.FEES_EXPORTED, "id")),
                visit -> ofBranch(visit, this::workbook));
        entrance.page(
                FeeRoutes.MEMBER + "/handbook",
                new Policy(FeeRoutes.SEES, FeeRoutes.ofMember(), prints),
                this::handbook);
    }

    /// A branch's year.
    private record Kept(OrganizationReader.Row branch, int year, List<FeeLine> lines) {}

    private Reply ofBranch(Visit visit, Function<Kept, Reply> answer) {
        var asking = FeeAsking.of(visit, times.today());
        var kept = database.read(handle -> BranchFeePage.find(handle, new OrganizationId(visit.param("id")))
                .map(branch -> new Kept(branch, asking.year(), views.branches().lines(handle, branch, asking))));
        return kept.map(answer).orElseGet(Reply.NotFound::new);
    }

    private Reply workbook(Kept kept) {
        return new Reply.Sheet(
                "fees-" + kept.branch().id() + "-" + kept.year() + ".xlsx",
                new FeeExport(words).register(new FeeRegister(words, kept.year()), kept.lines()));
    }

    private Reply register(Kept kept) {
        var register = new FeeRegister(words, kept.year());
        var shares = List.of(1.7, 3.5, 2.7, 2.0, 2.2, 2.5, 2.5, 4.4);
        var columns = register.headings().stream()
                .map(each ->
                        new Register.Column(each, shares.get(register.headings().indexOf(each))))
                .toList();
        return print(
                "fee-register-" + kept.branch().id() + "-" + kept.year() + ".pdf",
                new Register(
                        List.of(kept.branch().name(), texts.get("fees.register.heading", kept.year())),
                        List.of(texts.get("fees.register.unit")),
                        columns,
                        register.rows(kept.lines()),
                        register.sums(kept.lines()),
                        List.of(texts.get("fees.register.printed", times.day(times.today()))),
                        List.of(texts.get("fees.register.sign"))));
    }

    private Reply handbook(Visit visit) {
        var asking = FeeAsking.of(visit, times.today());
        var handbook = database.read(handle -> FeeViews.id(visit)
                .flatMap(id -> new Entries(handle).member(id))
                .map(member -> handbook(handle, member, asking.year())));
        return handbook.map(each -> print("fee-handbook-" + visit.param("id") + "-" + asking.year() + ".pdf", each))
                .orElseGet(Reply.NotFound::new);
    }

    /// 月份 核定金额 交纳金额 登记日期 收缴人签名 备注, month by month; signatures are by hand.
    private Register handbook(Handle handle, Member member, int year) {
        var account = source.accounts(handle, List.of(member), year, year).getOrDefault(member.id(), FeeSource.NOTHING);
        var days = new FeeStore(handle)
                .entries(member.id(), year).stream()
                        .filter(FeeStore.Entry::paid)
                        .collect(Collectors.toMap(
                                FeeStore.Entry::month, each -> times.date(each.at()), (one, other) -> one));
        var months = account.year(year, times.today());
        var branch = BranchFeePage.find(handle, member.branch())
                .map(OrganizationReader.Row::name)
                .orElse("");
        return new Register(
                List.of(texts.get("fees.handbook.title")),
                List.of(
                        texts.get("fees.handbook.about", member.name().full(), branch, year),
                        texts.get("fees.register.unit")),
                List.of(
                        new Register.Column(texts.get("fees.handbook.month"), 1.6),
                        new Register.Column(texts.get("fees.handbook.fixed"), 2.2),
                        new Register.Column(texts.get("fees.handbook.paid"), 2.2),
                        new Register.Column(texts.get("fees.handbook.day"), 3),
                        new Register.Column(texts.get("fees.handbook.collector"), 2.6),
                        new Register.Column(texts.get("fees.register.remark"), 3.2)),
                months.stream().map(each -> month(each, days)).toList(),
                List.of(
                        texts.get("fees.register.total"),
                        sum(months, FeeMonth::due),
                        sum(months, FeeMonth::paid),
                        "",
                        "",
                        ""),
                List.of(texts.get("fees.handbook.note"), texts.get("fees.register.printed", times.day(times.today()))),
                List.of(texts.get("fees.handbook.seal")));
    }

    private List<String> month(FeeMonth month, Map<YearMonth, String> days) {
        boolean known = month.state() != FeeState.NOT_A_MEMBER && month.state() != FeeState.NOT_FIXED;
        boolean paid = month.state() == FeeState.PAID;
        boolean plain = paid || month.state() == FeeState.OPEN;
        return List.of(
                texts.get("fees.handbook.monthName", month.month().getMonthValue()),
                known && !(paid && month.due().isNone()) ? month.due().toString() : "",
                paid ? month.due().toString() : "",
                paid ? days.getOrDefault(month.month(), "") : "",
                "",
                plain ? "" : words.state(month.state()));
    }

    private static String sum(List<FeeMonth> months, Function<FeeMonth, FeeAmount> amount) {
        return months.stream()
                .map(amount)
                .reduce(FeeAmount.NONE, FeeAmount::plus)
                .toString();
    }

    /// Without the font there is no page, and it is said which package brings it.
    private Reply print(String name, Register register) {
        one.acquireUninterruptibly();
        try {
            var out = new ByteArrayOutputStream();
            papers.write(register, out);
            return new Reply.Pages(name, ByteString.copyFrom(out.toByteArray()));
        } catch (IOException e) {
            log.warn("Pages cannot be laid out: is fonts-noto-cjk installed?", e);
            return new Reply.Page(
                    503,
                    "fees/unprinted",
                    texts.get("fees.unprinted.title"),
                    Map.of("why", texts.get("fees.unprinted.why")));
        } finally {
            one.release();
        }
    }
}
