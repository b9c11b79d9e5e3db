package cn.dangqun.domain.profile;

import java.util.Map;

/// A profile by name, with the parameters that differ from its own defaults.
public record ProfileChoice(String profile, Map<String, String> params) {
    public ProfileChoice {
        params = Map.copyOf(params);
    }
}
