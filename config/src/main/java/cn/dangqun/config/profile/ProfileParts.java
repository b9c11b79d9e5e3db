package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.calendar.FixedDate;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.profile.MeetingPractice;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.rule.ProfileRef;
import cn.dangqun.domain.study.StudyRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What one profile document says itself; what it leaves out comes from the profile it extends.
record ProfileParts(
        List<DutyRule> duties,
        Optional<MeetingRules> meetings,
        Optional<MeetingPractice> practice,
        List<StudyRules> study,
        List<FixedDate> calendar,
        Map<ActivityType, List<String>> steps) {

    static ProfileParts read(Place place) {
        return new ProfileParts(
                place.maybe("duties").map(DutyReader::read).orElseGet(List::of),
                place.maybe("meetings").map(MeetingReader::rules),
                place.maybe("practice").map(MeetingReader::practice),
                place.maybe("study").map(StudyReader::read).stream().toList(),
                place.maybe("calendar").map(CalendarReader::read).orElseGet(List::of),
                place.maybe("steps").map(ProfileParts::steps).orElseGet(Map::of));
    }

    private static Map<ActivityType, List<String>> steps(Place place) {
        var steps = new EnumMap<ActivityType, List<String>>(ActivityType.class);
        var types = new HashMap<String, ActivityType>();
        for (var type : ActivityType.values()) {
            types.put(type.name(), type);
        }
        place.entries().forEach((name, names) -> {
            var type = types.get(name);
            if (type == null) {
                names.fault("steps.unknown_type", "name", name);
            } else {
                steps.put(type, names.items().stream().map(Place::text).toList());
            }
        });
        return steps;
    }

    /// These parts laid over those of the extended profile: a duty or date of the same code is replaced, study blocks
    /// are asked in order.
    ProfileParts over(ProfileParts base) {
        var allStudy = new ArrayList<>(study);
        allStudy.addAll(base.study);
        var allSteps = new HashMap<>(base.steps);
        allSteps.putAll(steps);
        return new ProfileParts(
                merged(base.duties, duties, DutyRule::code),
                meetings.or(() -> base.meetings),
                practice.or(() -> base.practice),
                allStudy,
                merged(base.calendar, calendar, FixedDate::code),
                allSteps);
    }

    private static <T, K> List<T> merged(Collection<T> base, Collection<T> own, Function<T, K> key) {
        var all = new LinkedHashMap<K, T>();
        base.forEach(each -> all.put(key.apply(each), each));
        own.forEach(each -> all.put(key.apply(each), each));
        return List.copyOf(all.values());
    }

    /// Faults `place` for what is said nowhere.
    Optional<RuleProfile> complete(ProfileRef ref, String title, Place place) {
        if (duties.isEmpty()) {
            place.fault("profile.no_duties");
        }
        if (meetings.isEmpty()) {
            place.fault("profile.no_meetings");
        }
        if (practice.isEmpty()) {
            place.fault("profile.no_practice");
        }
        if (study.isEmpty()) {
            place.fault("profile.no_study");
        }
        if (meetings.isEmpty() || practice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuleProfile(ref, title, duties, meetings.get(), practice.get(), study, calendar, steps));
    }
}
