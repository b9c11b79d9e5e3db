package cn.dangqun.domain.rule;

import java.util.regex.Pattern;

/// Number of a rule in the catalogue, such as `R-080` (RULES §1); never renumbered.
public record RuleId(String value) {
    private static final Pattern FORM = Pattern.compile("R-\\d{3}");

    public RuleId {
        if (!isRuleId(value)) {
            throw new IllegalArgumentException("a rule id looks like R-080");
        }
    }

    public static boolean isRuleId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
