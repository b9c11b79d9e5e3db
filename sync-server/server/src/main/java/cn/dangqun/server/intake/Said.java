package cn.dangqun.server.intake;

import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.member.Sex;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.roster.MemberDetail;
import cn.dangqun.sheets.roster.RosterLine;
import cn.dangqun.sheets.roster.RosterText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a row says of a person, with its branch found and without the resident number, as a text of one line a field.
/// What it does not say is empty, and takes nothing away.
record Said(
        String name,
        Optional<OrganizationId> branch,
        Optional<OrganizationId> group,
        Optional<MemberStatus> status,
        Optional<RelationKind> relation,
        MemberDetail detail,
        Optional<MemberId> id) {

    static Said of(RosterLine line, Optional<OrganizationId> branch, Optional<OrganizationId> group) {
        return new Said(
                line.name(),
                branch,
                group,
                line.status(),
                line.relation(),
                new MemberDetail(
                        line.sex(),
                        line.born(),
                        line.ethnicGroup(),
                        line.education(),
                        line.phone(),
                        line.joined(),
                        line.confirmed(),
                        line.post(),
                        line.categories(),
                        Optional.empty(),
                        line.remark()),
                line.id());
    }

    /// As the row says, and as it was where the row says nothing.
    MemberDetail over(MemberDetail before) {
        var categories = new HashSet<>(before.categories());
        categories.addAll(detail.categories());
        return new MemberDetail(
                detail.sex().or(before::sex),
                detail.born().or(before::born),
                newer(detail.ethnicGroup(), before.ethnicGroup()),
                newer(detail.education(), before.education()),
                newer(detail.phone(), before.phone()),
                detail.joined().or(before::joined),
                detail.confirmed().or(before::confirmed),
                newer(detail.post(), before.post()),
                categories,
                before.verifiedOn(),
                newer(detail.remark(), before.remark()));
    }

    /// A cell that says the same in another spelling says nothing new.
    private static Optional<String> newer(Optional<String> said, Optional<String> before) {
        return said.filter(each -> !before.map(RosterText::words).equals(Optional.of(each)))
                .or(() -> before);
    }

    boolean names(PersonName known) {
        return known.full().equals(name);
    }

    /// As the row says, and as it was where it says the same.
    PersonName over(PersonName before) {
        return name.isEmpty() || names(before) ? before : new PersonName(name);
    }

    /// A group that is not said stays only while the branch does.
    Membership over(Membership before) {
        var newBranch = branch.orElse(before.branch());
        return new Membership(
                newBranch,
                group.or(() -> newBranch.equals(before.branch()) ? before.group() : Optional.empty()),
                relation.orElse(before.relation()),
                status.orElse(before.status()),
                Optional.empty(),
                Optional.empty());
    }

    Membership fresh(MemberStatus unlessSaid) {
        return new Membership(
                branch.orElseThrow(),
                group,
                relation.orElse(RelationKind.HOME),
                status.orElse(unlessSaid),
                Optional.empty(),
                Optional.empty());
    }

    String text() {
        var fields = new LinkedHashMap<String, Optional<String>>();
        fields.put("name", Optional.of(name));
        fields.put("branch", branch.map(OrganizationId::value));
        fields.put("group", group.map(OrganizationId::value));
        fields.put("status", status.map(MemberStatus::name));
        fields.put("relation", relation.map(RelationKind::name));
        fields.put("sex", detail.sex().map(Sex::name));
        fields.put("born", detail.born().map(LocalDate::toString));
        fields.put("ethnic", detail.ethnicGroup());
        fields.put("education", detail.education());
        fields.put("phone", detail.phone());
        fields.put("joined", detail.joined().map(LocalDate::toString));
        fields.put("confirmed", detail.confirmed().map(LocalDate::toString));
        fields.put("post", detail.post());
        fields.put(
                "categories",
                Optional.of(detail.categories().stream()
                        .sorted()
                        .map(MemberCategory::name)
                        .collect(Collectors.joining(","))));
        fields.put("remark", detail.remark());
        fields.put("id", id.map(MemberId::value));
        return fields.entrySet().stream()
                .filter(each ->
                        each.getValue().filter(value -> !value.isEmpty()).isPresent())
                .map(each -> each.getKey() + "\t" + each.getValue().orElseThrow())
                .collect(Collectors.joining("\n"));
    }

    static Said parse(String text) {
        var fields = text.lines()
                .map(line -> Map.entry(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Said(
                fields.getOrDefault("name", ""),
                field(fields, "branch", OrganizationId::new),
                field(fields, "group", OrganizationId::new),
                field(fields, "status", MemberStatus::valueOf),
                field(fields, "relation", RelationKind::valueOf),
                new MemberDetail(
                        field(fields, "sex", Sex::valueOf),
                        field(fields, "born", LocalDate::parse),
                        field(fields, "ethnic", each -> each),
                        field(fields, "education", each -> each),
                        field(fields, "phone", each -> each),
                        field(fields, "joined", LocalDate::parse),
                        field(fields, "confirmed", LocalDate::parse),
                        field(fields, "post", each -> each),
                        Arrays.stream(fields.getOrDefault("categories", "").split(",", -1))
                                .filter(each -> !each.isEmpty())
                                .map(MemberCategory::valueOf)
                                .collect(Collectors.toSet()),
                        Optional.empty(),
                        field(fields, "remark", each -> each)),
                field(fields, "id", MemberId::new));
    }

    private static <T> Optional<T> field(Map<String, String> fields, String name, Function<String, T> read) {
        return Optional.ofNullable(fields.get(name)).map(read);
    }

    @Override
    public String toString() {
        return "Said[hidden]";
    }
}
