package cn.dangqun.server.roster;

import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.member.Sex;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.Optional;

/// Reads what is typed about a member; what is wrong stands in the form's problems.
final class MemberForm {
    static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_REMARK = 200;

    private final Visit visit;
    private final Form form;
    private final MemberWords words;

    MemberForm(Visit visit, MemberWords words) {
        this.visit = visit;
        this.form = new Form(visit, words.texts(), "roster.field");
        this.words = words;
    }

    Form form() {
        return form;
    }

    private Texts texts() {
        return words.texts();
    }

    /// Empty when there is none; then the form is not good.
    Optional<PersonName> name() {
        return Optional.of(form.text("name", LONGEST_NAME))
                .filter(each -> !each.isEmpty())
                .map(PersonName::new);
    }

    MemberDetail detail(LocalDate today) {
        var detail = new MemberDetail(
                form.choice("sex", Sex.class),
                form.day("born"),
                form.optional("ethnic", LONGEST_TEXT),
                form.optional("education", LONGEST_TEXT),
                phone(),
                form.day("joined"),
                form.day("confirmed"),
                form.optional("post", LONGEST_TEXT),
                form.ticked("categories", MemberCategory.class),
                form.day("verified"),
                form.optional("remark", LONGEST_REMARK));
        boolean ordered = detail.joined().isEmpty()
                || detail.confirmed()
                        .filter(day -> day.isBefore(detail.joined().get()))
                        .isEmpty();
        if (!ordered) {
            form.refuse(texts().get("roster.refused.order"));
        }
        if (detail.verifiedOn().filter(day -> day.isAfter(today)).isPresent()) {
            form.refuse(texts().get("roster.refused.future"));
        }
        return detail;
    }

    private Optional<String> phone() {
        var phone = form.optional("phone", LONGEST_TEXT);
        if (phone.filter(each -> !each.matches("[+()\\d \\-]{5,24}")).isPresent()) {
            form.refuse(texts().get("roster.refused.phone"));
        }
        return phone;
    }

    /// The branch is required; empty when it is missing.
    Optional<Membership> membership() {
        var branch = id("branch");
        if (branch.isEmpty()) {
            form.refuse(texts().get("roster.refused.branch"));
        }
        var status = form.requiredChoice("status", MemberStatus.class);
        var relation = form.requiredChoice("relation", RelationKind.class);
        var group = id("group");
        return form.isGood()
                ? Optional.of(new Membership(
                        branch.orElseThrow(),
                        group,
                        relation.orElseThrow(),
                        status.orElseThrow(),
                        Optional.empty(),
                        Optional.empty()))
                : Optional.empty();
    }

    Optional<OrganizationId> id(String field) {
        return Asked.organization(visit.form(field).strip());
    }

    /// Empty when nothing was typed, or no number was; then the form is not good.
    Optional<ResidentNumber> number() {
        var typed = visit.form("number");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        return switch (ResidentNumber.read(typed)) {
            case ResidentNumber.Read.Good(var number) -> Optional.of(number);
            case ResidentNumber.Read.Bad(var fault) -> {
                form.refuse(words.fault(fault));
                yield Optional.empty();
            }
        };
    }

    String reason() {
        return form.text("reason", LONGEST_REASON);
    }
}
