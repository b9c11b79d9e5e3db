package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.fees.FeeModel.Entry;
import cn.dangqun.server.fees.FeeModel.Month;
import cn.dangqun.server.fees.FeeModel.One;
import cn.dangqun.server.fees.FeeModel.Relief;
import cn.dangqun.server.fees.FeeModel.Term;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Viewer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Writes one member's year of fees: each month, what was fixed, who entered what, and what was asked and approved.
/// `viewer` is who looks.
record MemberFeePage(
        FeeSource source, FeeWords words, Times times, Viewer viewer, boolean mayKeep, boolean mayApprove) {

    One write(Handle handle, Member member, FeeAsking asking, String problem) {
        int year = asking.year();
        var names = new OrganizationReader(handle, Scope.wholeStreet())
                .all().stream().collect(Collectors.toMap(OrganizationReader.Row::id, OrganizationReader.Row::name));
        var account = source.accounts(handle, List.of(member), year, year).getOrDefault(member.id(), FeeSource.NOTHING);
        var months = account.year(year, times.today());
        var store = new FeeStore(handle);
        var terms = new ArrayList<Term>();
        store.terms(List.of(member.id()), YearMonth.of(year, 1), YearMonth.of(year, 12), each -> terms.add(term(each)));
        var path = FeeRoutes.member(member.id());
        return new One(
                mayKeep ? asking.at(FeeRoutes.branch(member.branch()) + "/amounts") : "",
                member.id().value(),
                member.name().full(),
                name(names, member.branch()),
                asking.at(FeeRoutes.branch(member.branch())),
                year,
                asking.years(path),
                months.stream().map(each -> month(each, names)).toList(),
                months.stream()
                        .map(FeeMonth::due)
                        .reduce(FeeAmount.NONE, FeeAmount::plus)
                        .toString(),
                months.stream()
                        .map(FeeMonth::paid)
                        .reduce(FeeAmount.NONE, FeeAmount::plus)
                        .toString(),
                terms.reversed(),
                store.entries(member.id(), year).stream().map(this::entry).toList(),
                store.reliefs(member.id()).stream()
                        .map(each -> relief(member, each))
                        .toList(),
                mayKeep,
                mayApprove,
                asking.at(path + "/handbook"),
                problem);
    }

    private static String name(Map<OrganizationId, String> names, OrganizationId id) {
        return names.getOrDefault(id, id.value());
    }

    private Month month(FeeMonth month, Map<OrganizationId, String> names) {
        return new Month(
                words.month(month.month()),
                month.branch().map(each -> name(names, each)).orElse(""),
                month.state() == FeeState.NOT_A_MEMBER || month.state() == FeeState.NOT_FIXED
                        ? ""
                        : month.due().toString(),
                words.cell(month.state()));
    }

    private Term term(FeeStore.Termed termed) {
        return new Term(
                words.month(termed.term().from()),
                words.term(termed.term()),
                termed.reason(),
                words.texts().get("fees.word.by", termed.login(), times.when(termed.at())));
    }

    private Entry entry(FeeStore.Entry entry) {
        var texts = words.texts();
        var where = entry.source().equals(FeeProjection.STREET)
                ? texts.get("fees.entry.street")
                : texts.get("fees.entry.kiosk", entry.title(), entry.staff());
        var who = entry.login().isEmpty()
                ? times.when(entry.at())
                : texts.get("fees.word.by", entry.login(), times.when(entry.at()));
        return new Entry(
                entry.month().toString(),
                entry.paid() ? where : texts.get("fees.entry.undone", where),
                entry.reason().isEmpty() ? who : texts.get("fees.entry.why", who, entry.reason()),
                entry.source(),
                entry.paid() && mayKeep);
    }

    private Relief relief(Member member, FeeStore.Asked asked) {
        var texts = words.texts();
        return new Relief(
                asked.id(),
                words.relief(asked.relief()),
                asked.reason(),
                texts.get("fees.word.by", asked.askedBy(), times.when(asked.askedAt())),
                asked.granted()
                        .map(granted -> texts.get(
                                granted ? "fees.relief.granted" : "fees.relief.refused",
                                asked.decidedBy(),
                                asked.decidedAt().map(times::when).orElse(""),
                                asked.answer()))
                        .orElseGet(() -> texts.get("fees.relief.waits")),
                asked.granted().isEmpty(),
                asked.askedBy().equals(viewer.login()) || member.name().full().equals(viewer.displayName()));
    }
}
