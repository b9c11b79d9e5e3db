package cn.dangqun.domain.member;

/// A person's name, any script, up to 40 code points. Masks itself wherever it is printed by accident.
///
/// Public screens show [#masked()] (F-05, R OQ-22); [#full()] is for the staff's authorised screens and printed forms.
public record PersonName(String full) {
    private static final String HIDDEN = "*";

    public PersonName {
        full = full.strip();
        if (full.isEmpty() || full.codePointCount(0, full.length()) > 40) {
            throw new IllegalArgumentException("a name has 1 to 40 characters");
        }
    }

    /// 张三 → 张*, 欧阳小明 → 欧**明, 阿依古丽·买买提 → 阿***·**提: first and last stay, the rest is hidden.
    public String masked() {
        int[] points = full.codePoints().toArray();
        var out = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            boolean shown = i == 0 || (i == points.length - 1 && points.length > 2) || points[i] == '·';
            if (shown) {
                out.appendCodePoint(points[i]);
            } else {
                out.append(HIDDEN);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return masked();
    }
}
