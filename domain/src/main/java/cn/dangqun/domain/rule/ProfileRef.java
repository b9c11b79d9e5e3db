package cn.dangqun.domain.rule;

/// Name and version of the rule profile a verdict was computed with; stored beside every result (RULES §3).
public record ProfileRef(String name, String version) {
    public ProfileRef {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a profile has a name and a version");
        }
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
