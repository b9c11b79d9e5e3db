package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.study.Checkpoint;
import cn.dangqun.domain.study.Proration;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import cn.dangqun.domain.study.StudyScope;
import cn.dangqun.domain.study.StudyUnit;
import cn.dangqun.domain.study.TrainingLevel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what a profile demands in study.
final class StudyReader {
    private static final int MOST = 2000;
    private static final int HOURS_PER_DAY = 8;

    private StudyReader() {}

    static StudyRules read(Place place) {
        place.only(
                "rules",
                "source",
                "version",
                "title",
                "unit",
                "required",
                "centralizedRequired",
                "levelRequired",
                "counts",
                "checkpoint",
                "frailExempt",
                "proration",
                "hoursPerDay");
        place.maybe("rules").ifPresent(rules -> rules.items().forEach(DutyReader::ruleId));
        var required = byRole(place.field("required"), each -> each.whole(1, MOST));
        if (required.isEmpty()) {
            place.field("required").fault("study.nobody");
        }
        return new StudyRules(
                place.field("unit").oneOf(StudyUnit.class),
                required,
                place.maybe("centralizedRequired")
                        .map(each -> byRole(each, number -> number.whole(0, MOST)))
                        .orElseGet(Map::of),
                place.maybe("levelRequired")
                        .map(each -> byRole(each, StudyReader::levels))
                        .orElseGet(Map::of),
                place.maybe("counts")
                        .map(each -> byRole(each, scope -> scope.oneOf(StudyScope.class)))
                        .orElseGet(Map::of),
                place.maybe("checkpoint").flatMap(StudyReader::checkpoint),
                place.maybe("frailExempt").map(Place::yes).orElse(false),
                place.setting("proration", "proration")
                        .map(each -> each.oneOf(Proration.class))
                        .orElse(Proration.NONE),
                place.setting("hoursPerDay", "hoursPerDay")
                        .map(each -> each.whole(1, 24))
                        .orElse(HOURS_PER_DAY));
    }

    private static <T> Map<StudyRole, T> byRole(Place place, Function<Place, T> reading) {
        var values = new HashMap<StudyRole, T>();
        place.entries().forEach((role, value) -> {
            if (role.isBlank()) {
                value.fault("study.nameless");
            } else {
                values.put(new StudyRole(role), reading.apply(value));
            }
        });
        return values;
    }

    private static Set<TrainingLevel> levels(Place place) {
        var levels = place.items().stream()
                .map(each -> new TrainingLevel(each.text()))
                .collect(Collectors.toSet());
        if (levels.isEmpty()) {
            place.fault("study.no_level");
        }
        return levels;
    }

    private static Optional<Checkpoint> checkpoint(Place place) {
        place.only("monthDay", "ratio");
        var day = place.field("monthDay").monthDay();
        var ratio = place.field("ratio");
        var share = ratio.number().stripTrailingZeros();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > 4) {
            ratio.fault("study.ratio");
            return Optional.empty();
        }
        int den = BigDecimal.TEN.pow(Math.max(0, share.scale())).intValueExact();
        return Optional.of(
                new Checkpoint(day, share.multiply(BigDecimal.valueOf(den)).intValueExact(), den));
    }
}
