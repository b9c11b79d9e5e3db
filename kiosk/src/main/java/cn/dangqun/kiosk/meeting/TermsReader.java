package cn.dangqun.kiosk.meeting;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.profile.MeetingTerms;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RulesInForce;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// By which rules an activity goes: those of its organisation on its day, as the street published them.
record TermsReader(ProfileLibrary library) {
    private static final Logger log = LoggerFactory.getLogger(TermsReader.class);

    MeetingTerms terms(ReferenceIndex index, Activity activity) {
        var sets = index.items(ReferenceItem.RulesItem.class).stream()
                .map(ReferenceItem.RulesItem::rules)
                .toList();
        var choice = new RulesInForce(index.roster().tree(), sets, activity.heldOn()).choice(activity.organization());
        return switch (library.read(choice)) {
            case ProfileReading.Accepted(var profile, var _) -> MeetingTerms.of(profile);
            case ProfileReading.Refused(var faults) -> {
                log.warn(
                        "The rules {} of {} are not known here: {}", choice.profile(), activity.organization(), faults);
                yield national();
            }
        };
    }

    private MeetingTerms national() {
        return switch (library.read(new ProfileChoice(RulesInForce.UNLESS_SET, Map.of()))) {
            case ProfileReading.Accepted(var profile, var _) -> MeetingTerms.of(profile);
            case ProfileReading.Refused(var faults) ->
                throw new IllegalStateException("the national rules that we ship cannot be read: " + faults);
        };
    }
}
