package cn.dangqun.config.profile.cases;

import cn.dangqun.domain.rule.ProfileRef;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The result of one case. `full` holds everything that may be asked for, `usual` what is shown when the case does not
/// say what it expects; `why` are the explanations.
record Computed(ProfileRef profile, JsonNode full, JsonNode usual, List<String> why) {
    Computed {
        why = List.copyOf(why);
    }
}
