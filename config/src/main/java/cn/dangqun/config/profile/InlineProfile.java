package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.study.StudyRules;
import java.util.List;

/// The parts of a profile that a case file may write down directly, to be tried before they become a profile.
public final class InlineProfile {
    private InlineProfile() {}

    public static List<DutyRule> duties(Place block, Params params) {
        block.only("source", "version", "title", "note", "params", "duties");
        declare(block, params);
        return DutyReader.read(block.with(params).field("duties"));
    }

    public static MeetingRules meetings(Place block, Params params) {
        return MeetingReader.rules(block.with(params));
    }

    public static StudyRules study(Place block, Params params) {
        return StudyReader.read(block.with(params));
    }

    static void declare(Place block, Params params) {
        block.maybe("params")
                .ifPresent(each -> each.entries()
                        .forEach((name, value) ->
                                params.declare(name, value.tree().orElseThrow())));
    }
}
