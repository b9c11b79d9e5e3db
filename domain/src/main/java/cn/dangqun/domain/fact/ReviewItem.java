package cn.dangqun.domain.fact;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that waits for a reviewer of the street, named by what it is about, so that it keeps its name however
/// often it is looked for. `key` joins ids with strokes, at most 200 characters.
public record ReviewItem(Kind kind, String key) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}(/[A-Za-z0-9-]{1,64}){0,4}");
    private static final int LONGEST = 200;

    public ReviewItem {
        if (key.length() > LONGEST || !FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of an item joins ids with strokes");
        }
    }

    /// What waits, and after which ids it is named.
    public enum Kind {
        /// One person was received twice at one activity: activity, member
        DUPLICATE,
        /// One person was received in two places at one time: activity, member, other activity
        OVERLAP,
        /// A guest may be somebody the street knows: activity, kiosk, epoch, seq
        GUEST,
        /// The clock cannot be right: activity, member, kiosk, epoch, seq
        CLOCK,
        /// The frozen roll differs from the roster: activity, member, organisation
        ROSTER,
        /// Came after the month was locked: activity, member, kiosk, epoch, seq
        LATE,
        /// Was set aside unread or contradicting: kiosk, epoch, seq
        PARKED,
        /// Checked in without the signature that is asked for: activity, member
        UNSIGNED,
        /// A 补录 that nobody has approved: activity, member, kiosk, epoch, seq
        MAKEUP,
        /// Nobody closed the session: activity
        UNCLOSED,
        /// What a branch did is to be looked at as a whole (reconciliation 8): activity, organisation of the roll
        ACTIVITY
    }

    /// What somebody decided.
    public enum Answer {
        /// Looked into; it stays as the pages show it
        STANDS,
        /// It counts: approved, signed on paper, taken into the month's report
        COUNTS,
        /// It does not count
        SET_ASIDE,
        /// Of two activities at one time the person was at the first in the key
        AT_FIRST,
        /// The person was at the other
        AT_OTHER,
        /// The branch is to complete it
        RETURNED,
        /// Whatever was decided is taken back
        REOPENED
    }

    public static ReviewItem of(Kind kind, Object... ids) {
        return new ReviewItem(
                kind,
                String.join("/", List.of(ids).stream().map(Object::toString).toList()));
    }

    public static ReviewItem ofRecord(Kind kind, ActivityId activity, MemberId member, FactId fact) {
        return of(kind, activity, member, fact.kiosk(), fact.epoch().hex(), fact.seq());
    }

    public static ReviewItem ofGuest(ActivityId activity, FactId guest) {
        return of(Kind.GUEST, activity, guest.kiosk(), guest.epoch().hex(), guest.seq());
    }

    public static ReviewItem ofRoll(ActivityId activity, MemberId member, OrganizationId organization) {
        return of(Kind.ROSTER, activity, member, organization);
    }

    public static ReviewItem ofActivity(ActivityId activity, OrganizationId organization) {
        return of(Kind.ACTIVITY, activity, organization);
    }

    public static ReviewItem ofParked(FactId record) {
        return of(Kind.PARKED, record.kiosk(), record.epoch().hex(), record.seq());
    }

    /// Kind and key in one; [#named] reads it.
    public String name() {
        return kind + "/" + key;
    }

    /// @throws IllegalArgumentException for what names no item
    public static ReviewItem named(String name) {
        int end = name.indexOf('/');
        return new ReviewItem(Kind.valueOf(name.substring(0, Math.max(0, end))), name.substring(end + 1));
    }

    /// The ids of the key, one by one.
    public List<String> ids() {
        return List.of(Pattern.compile("/").split(key, -1));
    }

    /// Empty for what is about no activity.
    public Optional<ActivityId> activity() {
        return kind == Kind.PARKED ? Optional.empty() : ActivityId.read(ids().getFirst());
    }

    /// Whom it is about; empty where that is nobody the street knows.
    public Optional<MemberId> member() {
        return switch (kind) {
            case GUEST, PARKED, UNCLOSED, ACTIVITY -> Optional.empty();
            case DUPLICATE, OVERLAP, CLOCK, ROSTER, LATE, UNSIGNED, MAKEUP -> Optional.of(new MemberId(ids().get(1)));
        };
    }

    /// Whose roll it is about, where it is about one of several.
    public Optional<OrganizationId> organization() {
        return switch (kind) {
            case ROSTER -> Optional.of(new OrganizationId(ids().get(2)));
            case ACTIVITY -> Optional.of(new OrganizationId(ids().get(1)));
            case DUPLICATE, OVERLAP, GUEST, CLOCK, LATE, PARKED, UNSIGNED, MAKEUP, UNCLOSED -> Optional.empty();
        };
    }

    /// The record it is about, if it is about one.
    public Optional<FactId> fact() {
        return switch (kind) {
            case GUEST -> Optional.of(fact(1));
            case PARKED -> Optional.of(fact(0));
            case CLOCK, LATE, MAKEUP -> Optional.of(fact(2));
            case DUPLICATE, OVERLAP, ROSTER, UNSIGNED, UNCLOSED, ACTIVITY -> Optional.empty();
        };
    }

    private FactId fact(int from) {
        var ids = ids();
        return new FactId(new KioskId(ids.get(from)), new Epoch(ids.get(from + 1)), Long.parseLong(ids.get(from + 2)));
    }

    /// Empty for what names no item.
    public static Optional<ReviewItem> read(String kind, String key) {
        try {
            var item = new ReviewItem(Kind.valueOf(kind), key);
            return item.isWhole() ? Optional.of(item) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// As many ids as the kind is named by, each of its form.
    private boolean isWhole() {
        int length = switch (kind) {
            case UNCLOSED -> 1;
            case DUPLICATE, UNSIGNED, ACTIVITY -> 2;
            case OVERLAP, ROSTER, PARKED -> 3;
            case GUEST -> 4;
            case CLOCK, LATE, MAKEUP -> 5;
        };
        return ids().size() == length
                && (kind == Kind.PARKED || activity().isPresent())
                && member().map(each -> !each.value().isEmpty()).orElse(true)
                && fact().map(each -> each.seq() > 0).orElse(true);
    }
}
