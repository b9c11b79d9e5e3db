package cn.dangqun.domain.member;

import java.util.regex.Pattern;

/// A person's name, any script, up to 40 code points, in the spelling of [NameText]. Masks itself wherever it is
/// printed by accident.
///
/// Public screens show [#masked()] (F-05, R OQ-22); [#full()] is for the staff's authorised screens and printed forms.
public record PersonName(String full) {
    private static final String HIDDEN = "*";
    private static final String DOT = "·";
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    public PersonName {
        full = NameText.spelled(full);
        if (full.isEmpty() || full.codePointCount(0, full.length()) > 40) {
            throw new IllegalArgumentException("a name has 1 to 40 characters");
        }
    }

    /// 张三 → 张*, 欧阳小明 → 欧**明, 阿依古丽·买买提 → 阿***·**提: first and last stay and the rest is hidden; of two the
    /// first stays, of one nothing.
    public String masked() {
        var characters =
                CHARACTER.matcher(full).results().map(each -> each.group()).toList();
        long letters = characters.stream().filter(each -> !each.equals(DOT)).count();
        var out = new StringBuilder();
        int letter = 0;
        for (var each : characters) {
            if (each.equals(DOT)) {
                out.append(DOT);
                continue;
            }
            letter++;
            boolean shown = (letter == 1 && letters > 1) || (letter == letters && letters > 2);
            out.append(shown ? each : HIDDEN);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return masked();
    }
}
