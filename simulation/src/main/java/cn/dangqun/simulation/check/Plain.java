package cn.dangqun.simulation.check;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.simulation.machine.KioskMachine;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was found, as a story says it: kiosks are counted from 1, people and activities go by their numbers.
public final class Plain {
    private static final Pattern NAME = Pattern.compile("样例0*(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\D*(\\d+)");

    private Plain() {}

    /// `index` counts from 0.
    public static String kiosk(int index) {
        return "kiosk " + (index + 1);
    }

    public static String kiosk(KioskId id) {
        return kiosk(number(id.value()));
    }

    /// The kiosks of one centre, which has the number `site`, from 0.
    public static String centre(int site, int kiosks) {
        int last = Math.min(2 * site + 1, kiosks - 1);
        return "the centre of " + kiosk(2 * site) + (last > 2 * site ? " and " + kiosk(last) : "");
    }

    public static String record(FactId fact) {
        return "record " + fact.seq() + " of " + kiosk(fact.kiosk());
    }

    /// Everybody who is named in `text` is a person with a number.
    public static String people(String text) {
        return NAME.matcher(text).replaceAll("person $1");
    }

    public static String people(List<String> names) {
        return names.isEmpty() ? "nobody" : people(String.join(", ", names));
    }

    /// What waits on 复核, or waited there.
    public static String item(ReviewItem item) {
        var who = item.member().map(each -> "person " + number(each.value())).orElse("somebody");
        var where = item.activity()
                .map(each -> "activity " + Activities.number(each))
                .orElse("no activity");
        return switch (item.kind()) {
            case DUPLICATE -> who + " received twice at " + where;
            case OVERLAP ->
                who + " at " + where + " and activity " + number(item.ids().get(2)) + " at one time";
            case GUEST -> "a guest of " + where;
            case CLOCK -> "the doubtful time of " + who + " at " + where;
            case ROSTER -> who + " on the roll of " + where;
            case LATE -> who + " at " + where + ", come after the month was locked";
            case PARKED -> item.fact().map(Plain::record).orElse("a record") + ", set aside";
            case UNSIGNED -> who + " without a signature at " + where;
            case MAKEUP -> who + " entered afterwards at " + where;
            case UNCLOSED -> where + ", which nobody closed";
            case ACTIVITY -> where + " as a whole";
        };
    }

    public static String answer(ReviewItem.Answer answer) {
        return switch (answer) {
            case STANDS -> "that it is settled";
            case COUNTS -> "that it counts";
            case SET_ASIDE -> "that it does not count";
            case AT_FIRST, AT_OTHER -> "at which of the two they were";
            case RETURNED -> "that it is given back to the branch";
            case REOPENED -> "that it is open again";
        };
    }

    /// Why a kiosk and the street have not met.
    static String state(KioskMachine kiosk) {
        var who = kiosk(kiosk.id());
        if (!kiosk.isOn()) {
            return who + " is off";
        }
        var left = kiosk.ledger()
                .position()
                .map(each -> ", and " + missing(each))
                .orElse(", and it has no ledger that can be read");
        return who + " " + link(kiosk.sync().status().link()) + left;
    }

    private static String missing(LedgerPosition position) {
        return position.pending() == 0
                ? "the street has all it recorded"
                : "the street has not acknowledged " + position.pending() + " of its " + position.lastSeq()
                        + " records";
    }

    private static String link(Link link) {
        return switch (link) {
            case Link.Connected _ -> "is connected";
            case Link.Connecting _ -> "does not reach the street";
            case Link.Refused(var reason) ->
                "is refused by the street ("
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
            case Link.CertificateExpired _ -> "has a certificate that has ended";
            case Link.NotEnrolled _ -> "does not know that it was enrolled";
        };
    }

    private static int number(String id) {
        var digits = NUMBER.matcher(id);
        return digits.matches() ? Integer.parseInt(digits.group(1)) : -1;
    }

    static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining("; "));
    }
}
