package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.plan.PlanDesk.Draft;
import cn.dangqun.server.plan.PlanDesk.Refusal;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Reads what is typed about an activity; what is wrong stands in the form's problems. `inScope` says which
/// organisations the viewer may plan for.
record PlanForm(Visit visit, Form form, PlanWords words, Predicate<OrganizationId> inScope) {
    static final int MOST_PARTNERS = 3;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_PLACE = 60;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_HOURS = 80;
    static final int MOST_HALF_DAYS = 40;
    private static final int LONGEST_NOTE = 30;
    static final int MOST_ITEMS = 8;

    /// Empty when something is wrong.
    Optional<Draft> draft() {
        var type = form.requiredChoice("type", ActivityType.class);
        var title = form.text("title", LONGEST_TITLE);
        var place = form.text("place", LONGEST_PLACE);
        var day = form.requiredDay("day");
        var starts = form.requiredTime("starts");
        var ends = form.requiredTime("ends");
        var organization = organization("organization");
        if (organization.isEmpty()) {
            form.refuse(words.refusal(Refusal.NO_ORGANIZATION));
        }
        var partners = partners();
        var marks = form.ticked("marks", ActivityType.class);
        var detail = detail();
        var prepared = new Preparation(form.optional("note", LONGEST_NOTE), agenda());
        if (form.isGood() && !starts.orElseThrow().isBefore(ends.orElseThrow())) {
            form.refuse(words.texts().get("plan.refused.order"));
        }
        if (form.isGood() && !prepared.agenda().isEmpty() && !Activity.hasAgenda(type.orElseThrow(), marks)) {
            form.refuse(words.texts()
                    .get("plan.refused.noAgenda", words.attendance().type(type.get())));
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        marks.remove(type.orElseThrow());
        return Optional.of(new Draft(
                type.get(),
                organization.orElseThrow(),
                title,
                place,
                day.orElseThrow(),
                starts.orElseThrow(),
                ends.orElseThrow(),
                partners.stream()
                        .filter(each -> !each.equals(organization.get()))
                        .distinct()
                        .toList(),
                marks,
                detail,
                prepared));
    }

    private Optional<OrganizationId> organization(String field) {
        return Asked.organization(visit.form(field)).filter(inScope);
    }

    private List<OrganizationId> partners() {
        return IntStream.rangeClosed(1, MOST_PARTNERS)
                .mapToObj(number -> "partner" + number)
                .filter(field -> !visit.form(field).isBlank())
                .flatMap(field -> {
                    var partner = organization(field);
                    if (partner.isEmpty()) {
                        form.refuse(words.refusal(Refusal.NO_ORGANIZATION));
                    }
                    return partner.stream();
                })
                .toList();
    }

    /// Rows without words are left out; one without a kind is of no particular kind.
    private List<Preparation.PlannedItem> agenda() {
        return IntStream.rangeClosed(1, MOST_ITEMS)
                .boxed()
                .flatMap(number -> form
                        .optional("item" + number, LONGEST_TITLE)
                        .map(title -> new Preparation.PlannedItem(
                                form.choice("kind" + number, AgendaKind.class).orElse(AgendaKind.OTHER), title))
                        .stream())
                .toList();
    }

    private PlanDetail detail() {
        return new PlanDetail(
                form.number("hours", 0, MOST_HOURS),
                form.optional("chair", LONGEST_NAME).map(PersonName::new),
                form.optional("organiser", LONGEST_NAME).map(PersonName::new),
                PlanDetail.Training.of(
                        form.number("halfDays", 1, MOST_HALF_DAYS), form.choice("grade", PlanDetail.Grade.class)));
    }
}
