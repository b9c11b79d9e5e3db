package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.MemberId;
import java.util.regex.Pattern;

/// What a screen says to the person before it.
public sealed interface Shown {
    Pattern WORDS = Pattern.compile("shown (\\w+) ?(\\S*) ?(\\S*)");

    /// 签到成功; `fact` is kiosk/epoch/seq.
    record In(String fact, MemberId member) implements Shown {}

    /// 您已签到.
    record Already() implements Shown {}

    record Other(String what) implements Shown {}

    static Shown of(CheckInOutcome outcome) {
        return switch (outcome) {
            case CheckInOutcome.CheckedIn in ->
                new In(
                        in.fact().kiosk() + "/" + in.fact().epoch().hex() + "/"
                                + in.fact().seq(),
                        in.member());
            case CheckInOutcome.AlreadyCheckedIn _ -> new Already();
            default -> new Other(outcome.getClass().getSimpleName());
        };
    }

    /// One line, for another process.
    default String words() {
        return switch (this) {
            case In(var fact, var member) -> "shown in " + fact + " " + member.value();
            case Already() -> "shown already";
            case Other(var what) -> "shown other " + what;
        };
    }

    /// What [#words] said.
    static Shown parse(String line) {
        var words = WORDS.matcher(line);
        if (!words.matches()) {
            throw new IllegalArgumentException("no screen says: " + line);
        }
        return switch (words.group(1)) {
            case "in" -> new In(words.group(2), new MemberId(words.group(3)));
            case "already" -> new Already();
            default -> new Other(words.group(2));
        };
    }
}
