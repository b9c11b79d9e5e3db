package cn.dangqun.domain.calendar;

import cn.dangqun.domain.rule.RuleId;

/// Something that comes due on fixed days of every year. `code` is stable and unique in a profile, `name` is Chinese.
public record FixedDate(String code, String name, Recurrence when, DateOwner owner, RuleId rule) {
    public FixedDate {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a fixed date has a code and a name");
        }
    }
}
