package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.InlineProfile;
import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.explain.StudyExplanation;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.rule.ProfileRef;
import cn.dangqun.domain.study.CreditKind;
import cn.dangqun.domain.study.Learner;
import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.domain.study.StudyAssessment;
import cn.dangqun.domain.study.StudyAttendance;
import cn.dangqun.domain.study.StudyCredit;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import cn.dangqun.domain.study.StudyStatus;
import cn.dangqun.domain.study.StudyUnit;
import cn.dangqun.domain.study.StudyVerdict;
import cn.dangqun.domain.study.TrainingLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cases of `studyhours-cases/1`: one person's study in one year.
final class StudyCases implements CaseKind<List<StudyRules>> {
    private static final String FRAIL = "FRAIL";
    private static final Map<String, StudyAttendance> ATTENDANCE = Map.of(
            "PRESENT", StudyAttendance.PRESENT,
            "LATE", StudyAttendance.LATE,
            "MAKEUP_STUDIED", StudyAttendance.MAKEUP_STUDIED,
            "ABSENT", StudyAttendance.NOT_ATTENDED,
            "LEAVE", StudyAttendance.NOT_ATTENDED,
            "CHECKED_IN_UNSIGNED", StudyAttendance.CHECKED_IN_UNSIGNED,
            "MAKEUP_SIGNED", StudyAttendance.MAKEUP_SIGNED,
            "NOT_COUNTED", StudyAttendance.NOT_ATTENDED);

    @Override
    public List<StudyRules> rulesIn(Place block, Params params) {
        return List.of(InlineProfile.study(block, params));
    }

    @Override
    public List<StudyRules> rulesOf(RuleProfile profile) {
        return profile.study();
    }

    /// The sources give the state inside the year before a checkpoint no name.
    @Override
    public Comparison comparison() {
        return new Comparison(
                List.of(), row -> false, Map.of(StudyStatus.PENDING.name(), Set.of("IN_PROGRESS", "OPEN")));
    }

    @Override
    public Optional<Computed> compute(
            ProfileRef profile, List<StudyRules> blocks, Place input, Optional<Place> expected) {
        int before = input.faultCount();
        input.only("profile", "params", "person", "year", "asOf", "credits", "homeVisits", "note");
        var learner = learner(input.field("person"));
        int year = input.field("year").whole(1900, 2999);
        var asOf = input.field("asOf").date();
        var credits = Stream.concat(
                        input.field("credits").items().stream().map(StudyCases::credit),
                        input.maybe("homeVisits").map(Place::items).orElseGet(List::of).stream()
                                .map(StudyCases::homeVisit))
                .toList();
        if (input.faultCount() > before) {
            return Optional.empty();
        }
        var rules = blocks.stream()
                .filter(each -> each.concerns(learner.roles()))
                .findFirst()
                .orElseGet(blocks::getFirst);
        var verdict = StudyAssessment.assess(profile, rules, learner, year, asOf, credits);
        return Optional.of(
                new Computed(profile, tree(verdict, true), tree(verdict, false), StudyExplanation.of(verdict)));
    }

    private static Learner learner(Place person) {
        person.only("roles", "category", "joinedOn", "note");
        var roles = person.field("roles").items().stream()
                .map(each -> new StudyRole(each.text()))
                .collect(Collectors.toSet());
        boolean frail =
                person.maybe("category").map(Place::text).filter(FRAIL::equals).isPresent();
        return new Learner(roles, frail, person.maybe("joinedOn").map(Place::date));
    }

    private static StudyCredit credit(Place credit) {
        credit.only(
                "eventId",
                "type",
                "date",
                "dateTo",
                "kind",
                "attendance",
                "hours",
                "days",
                "centralized",
                "level",
                "title",
                "note");
        var kind = credit.field("kind").oneOf(CreditKind.class);
        boolean visit = kind == CreditKind.HOME_VISIT;
        var hours = credit.maybe("hours").map(StudyCases::amount);
        var days = credit.maybe("days").map(StudyCases::amount);
        if (hours.isEmpty() && days.isEmpty() && !visit) {
            credit.fault("case.credit_without_amount");
        }
        var date = credit.field("date").date();
        var dateTo = credit.maybe("dateTo").map(Place::date);
        boolean backwards = dateTo.filter(date::isAfter).isPresent();
        if (backwards) {
            credit.field("dateTo").fault("case.ends_before_it_begins", "date", date);
        }
        return new StudyCredit(
                FrequencyInput.activityId(credit.field("eventId")),
                date,
                backwards ? Optional.empty() : dateTo,
                kind,
                attendance(credit, visit),
                hours,
                days,
                credit.maybe("centralized").map(Place::yes).orElse(false),
                credit.maybe("level").map(each -> new TrainingLevel(each.text())));
    }

    private static StudyAttendance attendance(Place credit, boolean visit) {
        var attendance = visit && credit.maybe("attendance").isEmpty()
                ? StudyAttendance.PRESENT
                : credit.field("attendance").oneOf(ATTENDANCE);
        boolean signatureAsked = credit.maybe("type")
                .filter(type -> type.oneOf(ActivityType.class) == ActivityType.MEMBER_MEETING)
                .isPresent();
        return signatureAsked && attendance == StudyAttendance.CHECKED_IN_UNSIGNED
                ? StudyAttendance.NOT_ATTENDED
                : attendance;
    }

    /// A visit may stand as a bare date, too; two on one day are one.
    private static StudyCredit homeVisit(Place date) {
        var day = date.date();
        return new StudyCredit(
                new ActivityId("visit-" + day),
                day,
                CreditKind.HOME_VISIT,
                StudyAttendance.PRESENT,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static StudyAmount amount(Place place) {
        var amount = StudyAmount.of(place.number());
        if (amount.isEmpty()) {
            place.fault("case.half_steps");
        }
        return amount.orElse(StudyAmount.NONE);
    }

    private static ObjectNode tree(StudyVerdict verdict, boolean full) {
        boolean byDay = verdict.rules().unit() == StudyUnit.DAY;
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("required", verdict.required().number());
        tree.put("credited", verdict.credited().number());
        tree.put("shortfall", verdict.shortfall().number());
        tree.put("status", verdict.status().name());
        var status = verdict.status();
        if (full || status == StudyStatus.ON_TRACK || status == StudyStatus.BEHIND) {
            verdict.checkpointRequired().ifPresent(due -> tree.put("checkpointRequired", due.number()));
        }
        if (full || verdict.centralizedRequired() > 0) {
            tree.put("centralizedTrainings", verdict.centralizedTrainings());
            tree.put("centralizedRequired", verdict.centralizedRequired());
        }
        if (full || !verdict.selfStudy().isNone()) {
            tree.put("selfStudy", verdict.selfStudy().number());
        }
        if (full || byDay) {
            tree.put("unit", verdict.rules().unit().name());
            tree.put("levelOk", verdict.levelOk());
        }
        if (full || verdict.status() == StudyStatus.EXEMPT) {
            tree.put("homeVisits", verdict.homeVisits());
        }
        return tree;
    }
}
