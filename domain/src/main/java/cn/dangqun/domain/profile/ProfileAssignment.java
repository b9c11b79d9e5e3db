package cn.dangqun.domain.profile;

import java.util.Map;
import java.util.Optional;

/// What one organisation sets for itself and everything below it: a profile, single parameters, or both.
public record ProfileAssignment(Optional<String> profile, Map<String, String> params) {
    public ProfileAssignment {
        params = Map.copyOf(params);
    }
}
