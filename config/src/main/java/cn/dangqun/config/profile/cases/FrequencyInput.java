package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.duty.ActivityRecord;
import cn.dangqun.domain.duty.ActivityState;
import cn.dangqun.domain.duty.ActivityValidity;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.duty.Reschedule;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads branches, activities and reschedules of a frequency case.
final class FrequencyInput {
    private static final Pattern SENT_OR_RECEIVED =
            Pattern.compile("(sync|upload|receiv|arriv|record|enter|submit|creat)[a-z]*(At|On|Date|Time)");
    private static final OrganizationId BRANCH = new OrganizationId("branch");

    private FrequencyInput() {}

    /// Those a personal duty concerns are `named` where the organisation does not list them.
    static DutyBearer org(Place org, List<DutyRule> rules, Collection<MemberId> named) {
        org.only(
                "id",
                "name",
                "orgType",
                "orgClass",
                "hasCommittee",
                "groups",
                "persons",
                "themeDay",
                "activeFrom",
                "activeTo",
                "note");
        var groups = org.maybe("groups").map(Place::items).orElseGet(List::of).stream()
                .flatMap(each -> group(each).stream())
                .toList();
        var persons = org.maybe("persons")
                .map(list -> list.items().stream()
                        .flatMap(each -> person(each).stream())
                        .toList())
                .orElseGet(() -> named.stream().distinct().toList());
        var concerned = new HashMap<DutyCode, List<MemberId>>();
        rules.stream()
                .filter(rule -> rule.scope() == DutyScope.PERSON)
                .forEach(rule -> concerned.put(rule.code(), persons));
        return new DutyBearer(
                BRANCH,
                org.field("orgType").oneOf(OrganizationLevel.class),
                org.field("orgClass").oneOf(OrganizationClass.class),
                org.field("hasCommittee").yes(),
                groups,
                concerned,
                org.maybe("themeDay")
                        .map(day -> OptionalInt.of(day.whole(1, 31)))
                        .orElseGet(OptionalInt::empty),
                org.maybe("activeFrom").map(Place::date),
                org.maybe("activeTo").map(Place::date));
    }

    /// When it was sent or received may be written down, and never matters.
    static ActivityRecord event(Place event) {
        event.onlyOr(
                SENT_OR_RECEIVED,
                "id",
                "type",
                "date",
                "status",
                "validity",
                "duties",
                "groupId",
                "personId",
                "orgId",
                "covers",
                "title",
                "note",
                "offsite",
                "mode",
                "kioskId");
        event.field("type").parsed(known(DutyCode::isDutyCode), "duty.code");
        return new ActivityRecord(
                activityId(event.field("id")),
                holder(event),
                event.field("date").date(),
                event.field("status").oneOf(ActivityState.class),
                validity(event.field("validity")),
                duties(event.field("duties")),
                event.maybe("groupId").flatMap(FrequencyInput::group),
                event.maybe("personId").flatMap(FrequencyInput::person),
                event.maybe("covers").flatMap(FrequencyInput::period));
    }

    /// An activity names its organisation only when it was held elsewhere, as in a linked branch.
    private static OrganizationId holder(Place event) {
        return event.maybe("orgId").flatMap(FrequencyInput::group).orElse(BRANCH);
    }

    static ActivityId activityId(Place place) {
        return place.parsed(known(text -> text.matches("[A-Za-z0-9-]{1,64}")), "case.activity_id")
                .map(ActivityId::new)
                .orElseGet(() -> new ActivityId("x"));
    }

    private static Set<DutyCode> duties(Place place) {
        return place.items().stream().map(FrequencyInput::dutyCode).collect(Collectors.toSet());
    }

    static DutyCode dutyCode(Place place) {
        return place.parsed(known(DutyCode::isDutyCode), "duty.code")
                .map(DutyCode::new)
                .orElseGet(() -> new DutyCode("X"));
    }

    static Optional<Period> period(Place place) {
        return place.parsed(Period::parse, "case.period");
    }

    private static Optional<OrganizationId> group(Place place) {
        return place.parsed(known(text -> !text.isBlank() && text.length() <= 64), "case.group_id")
                .map(OrganizationId::new);
    }

    static Optional<MemberId> person(Place place) {
        return place.parsed(known(text -> text.matches("[A-Z0-9-]{1,32}")), "case.member_id")
                .map(MemberId::new);
    }

    private static Function<String, Optional<String>> known(Predicate<String> form) {
        return text -> Optional.of(text).filter(form);
    }

    /// A meeting's own verdict may stand here, too.
    private static ActivityValidity validity(Place place) {
        return place.parsed(FrequencyInput::validity, "case.validity").orElse(ActivityValidity.UNDECIDED);
    }

    private static Optional<ActivityValidity> validity(String text) {
        return switch (text) {
            case "VALID" -> Optional.of(ActivityValidity.VALID);
            case "HELD_NO_VOTE_ALLOWED" -> Optional.of(ActivityValidity.NO_VOTE_ALLOWED);
            case "PENDING", "UNKNOWN" -> Optional.of(ActivityValidity.UNDECIDED);
            default -> text.matches("INVALID(_[A-Z]+)*") ? Optional.of(ActivityValidity.INVALID) : Optional.empty();
        };
    }

    static Optional<Reschedule> reschedule(Place place, OrganizationId branch) {
        place.only("duty", "period", "newDate", "approvedOn", "approvedBy", "reason", "note");
        var duty = dutyCode(place.field("duty"));
        LocalDate newDay = place.field("newDate").date();
        var approvedOn = place.maybe("approvedOn").map(Place::date);
        return period(place.field("period")).map(period -> new Reschedule(branch, duty, period, newDay, approvedOn));
    }
}
