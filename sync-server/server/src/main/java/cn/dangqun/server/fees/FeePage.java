package cn.dangqun.server.fees;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeArrears;
import cn.dangqun.domain.fee.FeeMonth;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.fees.FeeModel.Branches;
import cn.dangqun.server.fees.FeeModel.Late;
import cn.dangqun.server.fees.FeeModel.Row;
import cn.dangqun.server.fees.FeeModel.Waiting;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Writes the totals of branches, and who is in arrears.
record FeePage(FeeSource source, FeeWords words, Times times, Pinyin pinyin) {
    static final int PER_PAGE = 50;

    /// Branches of the scope that are asked for, in the order of the tree.
    static Map<OrganizationId, OrganizationReader.Row> branches(Handle handle, Scope scope, FeeAsking asking) {
        var found = new LinkedHashMap<OrganizationId, OrganizationReader.Row>();
        new OrganizationReader(handle, scope)
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .filter(each -> asking.organization()
                                .filter(top -> !each.path().contains("/" + top + "/"))
                                .isEmpty())
                        .forEach(each -> found.put(each.id(), each));
        return found;
    }

    /// What each branch has of the year, member by member.
    Map<OrganizationReader.Row, List<FeeLine>> lines(
            Handle handle, Map<OrganizationId, OrganizationReader.Row> branches, int year) {
        var lines = new LinkedHashMap<OrganizationReader.Row, List<FeeLine>>();
        branches.values().forEach(each -> lines.put(each, new ArrayList<>()));
        var members = source.members(handle, branches.keySet());
        var accounts = source.accounts(handle, members, year, year);
        for (var member : members) {
            var account = accounts.getOrDefault(member.id(), FeeSource.NOTHING);
            account.year(year, times.today()).stream()
                    .flatMap(each -> each.branch().stream())
                    .distinct()
                    .forEach(branch -> FeeLine.of(member, account, branch, year, times.today())
                            .ifPresent(line -> Optional.ofNullable(branches.get(branch))
                                    .ifPresent(row -> lines.computeIfAbsent(row, fresh -> new ArrayList<>())
                                            .add(line))));
        }
        return lines;
    }

    Branches branches(Handle handle, Scope scope, FeeAsking asking, boolean mayApprove) {
        var rows = found(handle, scope, asking);
        var asked = asking.question().within(rows.size(), PER_PAGE);
        return new Branches(
                asking.year(),
                asking.years(FeeRoutes.LIST),
                asking.search(),
                asking.question().filter("order"),
                organizations(handle, scope, asking),
                rows.size(),
                rows.stream()
                        .skip((asked.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> row(each.organization(), each.sums(), asking))
                        .toList(),
                total(rows.stream().map(Summed::sums).reduce(FeeSums.NOTHING, FeeSums::plus)),
                mayApprove ? waiting(handle) : List.of(),
                mayApprove,
                asking.question().at(1).address(FeeRoutes.EXPORT),
                asked.pages(words.texts(), FeeRoutes.LIST, rows.size(), PER_PAGE));
    }

    record Summed(OrganizationReader.Row organization, FeeSums sums) {}

    List<Summed> found(Handle handle, Scope scope, FeeAsking asking) {
        var summed = lines(handle, branches(handle, scope, asking), asking.year()).entrySet().stream()
                .filter(each -> isCalled(each.getKey().name(), asking.search()))
                .map(each -> new Summed(each.getKey(), FeeSums.of(each.getValue())));
        return (asking.lateFirst()
                        ? summed.sorted(Comparator.comparingInt(
                                        (Summed each) -> each.sums().late())
                                .reversed())
                        : summed)
                .toList();
    }

    boolean isCalled(String name, String typed) {
        var plain = Pinyin.plain(typed);
        return plain.isEmpty() || pinyin.words(name).stream().anyMatch(each -> each.contains(plain));
    }

    private Row row(OrganizationReader.Row organization, FeeSums sums, FeeAsking asking) {
        return row(organization.name(), organization.above(), asking.at(FeeRoutes.branch(organization.id())), sums);
    }

    Row total(FeeSums sums) {
        return row(words.texts().get("turnout.list.total"), "", "", sums);
    }

    private static Row row(String name, String above, String address, FeeSums sums) {
        return new Row(
                name,
                above,
                address,
                sums.people(),
                sums.unfixed(),
                sums.dueFirst().toString(),
                sums.paidFirst().toString(),
                sums.dueSecond().toString(),
                sums.paidSecond().toString(),
                sums.due().toString(),
                sums.paid().toString(),
                sums.late());
    }

    private List<Waiting> waiting(Handle handle) {
        var entries = new Entries(handle);
        return new FeeStore(handle)
                .waiting().stream()
                        .map(each -> new Waiting(
                                entries.member(each.member())
                                        .map(member -> member.name().masked())
                                        .orElse(each.member().value()),
                                FeeRoutes.member(each.member())
                                        + "?year="
                                        + each.relief().from().getYear(),
                                words.relief(each.relief())))
                        .toList();
    }

    private static List<Choice> organizations(Handle handle, Scope scope, FeeAsking asking) {
        return new OrganizationReader(handle, scope)
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.COMMITTEE
                                || each.level() == OrganizationLevel.GENERAL_BRANCH)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                asking.organization().filter(each.id()::equals).isPresent()))
                        .toList();
    }

    /// Whoever owes something that was due, to a branch of the scope: the longest first, or by branch.
    FeeModel.Arrears arrears(Handle handle, Scope scope, FeeAsking asking) {
        var branches = branches(handle, scope, asking);
        var late = new ArrayList<Owing>();
        var members = source.members(handle, branches.keySet());
        int year = times.today().getYear();
        var accounts = source.accounts(handle, members, year - 1, year);
        for (var member : members) {
            FeeArrears.of(accounts.getOrDefault(member.id(), FeeSource.NOTHING), times.today())
                    .filter(_ -> isCalled(member.name().full(), asking.search()))
                    .map(all -> all.months().stream()
                            .filter(each ->
                                    each.branch().filter(branches::containsKey).isPresent())
                            .toList())
                    .filter(months -> !months.isEmpty())
                    .ifPresent(months -> late.add(new Owing(member, new FeeArrears(months))));
        }
        var places = new ArrayList<>(branches.keySet());
        var byBranch = Comparator.comparingInt((Owing each) -> places.indexOf(each.branch()))
                .thenComparing(each -> pinyin.syllables(each.member().name().full()))
                .thenComparing(each -> each.member().id().value());
        late.sort(
                asking.question().filter("order").equals("branch")
                        ? byBranch
                        : Comparator.comparing((Owing each) -> each.arrears().since())
                                .thenComparing(byBranch));
        var asked = asking.question().within(late.size(), PER_PAGE);
        return new FeeModel.Arrears(
                times.day(times.today()),
                asking.search(),
                asking.question().filter("order"),
                organizations(handle, scope, asking),
                late.size(),
                late.stream()
                        .skip((asked.page() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> late(each, branches))
                        .toList(),
                late.stream()
                        .map(each -> each.arrears().amount())
                        .reduce(FeeAmount.NONE, FeeAmount::plus)
                        .toString(),
                asked.pages(words.texts(), FeeRoutes.ARREARS, late.size(), PER_PAGE));
    }

    /// `branch` is the newest to which something is owed.
    private record Owing(Member member, FeeArrears arrears) {
        OrganizationId branch() {
            return arrears.months().getLast().branch().orElseThrow();
        }
    }

    private Late late(Owing owing, Map<OrganizationId, OrganizationReader.Row> branches) {
        return new Late(
                owing.member().name().full(),
                FeeRoutes.member(owing.member().id()) + "?year="
                        + owing.arrears().months().getLast().month().getYear(),
                Optional.ofNullable(branches.get(owing.branch()))
                        .map(OrganizationReader.Row::name)
                        .orElse(""),
                words.month(owing.arrears().since()),
                owing.arrears().months().size(),
                which(owing.arrears().months()),
                owing.arrears().amount().toString());
    }

    private String which(List<FeeMonth> months) {
        var years = new LinkedHashMap<Integer, List<FeeMonth>>();
        months.forEach(each -> years.computeIfAbsent(each.month().getYear(), fresh -> new ArrayList<>())
                .add(each));
        return years.entrySet().stream()
                .map(each -> words.texts().get("fees.word.months", each.getKey(), FeeWords.numbers(each.getValue())))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    static boolean isOpen(FeeState state) {
        return state == FeeState.OPEN || state == FeeState.ARREARS || state == FeeState.NOT_FIXED;
    }
}
