package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Says in a line of history what changed. A phone number is not repeated there.
public record ChangeWords(Texts texts, MemberWords words) {
    public String entered(Handle handle, Membership membership) {
        return place(names(handle), membership);
    }

    public String moved(Handle handle, Membership before, Membership after) {
        return moved(names(handle), before, after);
    }

    public String moved(Function<OrganizationId, String> names, Membership before, Membership after) {
        var from = place(names, before);
        var to = place(names, after);
        return from.equals(to) ? to : texts.get("roster.history.moved", from, to);
    }

    String left(Handle handle, Membership last) {
        return place(names(handle), last);
    }

    String identified(boolean before) {
        return texts.get(before ? "roster.history.numberAgain" : "roster.history.number");
    }

    public String status(MemberStatus status) {
        return words.status(status);
    }

    private String place(Function<OrganizationId, String> names, Membership membership) {
        var parts = new ArrayList<String>();
        parts.add(names.apply(membership.branch()));
        membership.group().ifPresent(group -> parts.add(names.apply(group)));
        parts.add(words.status(membership.status()));
        parts.add(words.relation(membership.relation()));
        return String.join(" ", parts);
    }

    /// What organisations are called, asked one by one.
    public static Function<OrganizationId, String> names(Handle handle) {
        return id -> handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .orElse(id.value());
    }

    public String described(PersonName nameBefore, PersonName name, MemberDetail before, MemberDetail after) {
        var said = new ArrayList<String>();
        compare(said, "name", nameBefore.full(), name.full());
        compare(said, "sex", before.sex().map(words::sex), after.sex().map(words::sex));
        compare(said, "born", before.born(), after.born());
        compare(said, "ethnic", before.ethnicGroup(), after.ethnicGroup());
        compare(said, "education", before.education(), after.education());
        if (!before.phone().equals(after.phone())) {
            said.add(texts.get("roster.history.phone"));
        }
        compare(said, "joined", before.joined(), after.joined());
        compare(said, "confirmed", before.confirmed(), after.confirmed());
        compare(said, "post", before.post(), after.post());
        compare(said, "categories", categories(before), categories(after));
        compare(said, "verified", before.verifiedOn(), after.verifiedOn());
        compare(said, "remark", before.remark(), after.remark());
        return String.join(texts.get("roster.history.and"), said);
    }

    private String categories(MemberDetail detail) {
        return names(detail.categories(), words::category);
    }

    private static <E extends Enum<E>> String names(Set<E> chosen, Function<E, String> name) {
        return chosen.stream().sorted().map(name).collect(Collectors.joining("、"));
    }

    private void compare(List<String> said, String field, Optional<?> before, Optional<?> after) {
        compare(
                said,
                field,
                before.map(Object::toString).orElse(""),
                after.map(Object::toString).orElse(""));
    }

    private void compare(List<String> said, String field, String before, String after) {
        if (!before.equals(after)) {
            var empty = texts.get("roster.history.empty");
            var label = "roster.field." + field;
            said.add(texts.get(
                    "roster.history.field",
                    texts.get(label),
                    before.isEmpty() ? empty : before,
                    after.isEmpty() ? empty : after));
        }
    }
}
