package cn.dangqun.domain.activity;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An activity of an organisation, and of `partners` that take part with rolls of their own. `heldOn` is
/// the local date (Asia/Shanghai) and decides every period, never the sync time (RULES §3). `invited` are who a
/// TRAINING is for; `marks` the other duties it fulfils (OQ-11); `preparation` changes nobody's attendance.
public record Activity(
        ActivityId id,
        ActivityType type,
        OrganizationId organization,
        String title,
        String place,
        LocalDate heldOn,
        Instant starts,
        Instant ends,
        CheckInWindow window,
        List<OrganizationId> partners,
        List<MemberId> invited,
        Set<ActivityType> marks,
        Preparation preparation) {
    private static final Set<ActivityType> WITHOUT_AGENDA =
            Set.of(ActivityType.THEME_DAY, ActivityType.PARTY_LECTURE, ActivityType.TRAINING);

    public Activity {
        partners = List.copyOf(partners);
        invited = List.copyOf(invited);
        marks = Set.copyOf(marks);
        if (title.isBlank()) {
            throw new IllegalArgumentException("activity " + id + " has no title");
        }
        if (!starts.isBefore(ends)) {
            throw new IllegalArgumentException("activity " + id + " ends before it starts");
        }
    }

    /// Of one organisation, by itself.
    public Activity(
            ActivityId id,
            ActivityType type,
            OrganizationId organization,
            String title,
            String place,
            LocalDate heldOn,
            Instant starts,
            Instant ends,
            CheckInWindow window) {
        this(
                id,
                type,
                organization,
                title,
                place,
                heldOn,
                starts,
                ends,
                window,
                List.of(),
                List.of(),
                Set.of(),
                Preparation.NONE);
    }

    /// With nothing prepared.
    public Activity(
            ActivityId id,
            ActivityType type,
            OrganizationId organization,
            String title,
            String place,
            LocalDate heldOn,
            Instant starts,
            Instant ends,
            CheckInWindow window,
            List<OrganizationId> partners,
            List<MemberId> invited,
            Set<ActivityType> marks) {
        this(
                id,
                type,
                organization,
                title,
                place,
                heldOn,
                starts,
                ends,
                window,
                partners,
                invited,
                marks,
                Preparation.NONE);
    }

    public Activity with(Preparation prepared) {
        return new Activity(
                id, type, organization, title, place, heldOn, starts, ends, window, partners, invited, marks, prepared);
    }

    /// A TRAINING for these, each once.
    public Activity inviting(List<MemberId> asked) {
        return new Activity(
                id,
                type,
                organization,
                title,
                place,
                heldOn,
                starts,
                ends,
                window,
                partners,
                asked.stream().distinct().toList(),
                marks,
                preparation);
    }

    /// Nobody checks in any more.
    public Activity shut() {
        return new Activity(
                id,
                type,
                organization,
                title,
                place,
                heldOn,
                starts,
                ends,
                window.shut(),
                partners,
                invited,
                marks,
                preparation);
    }

    /// Whether only who has signed is 实到: at a members' meeting, or at what counts as one too (OQ-09, OQ-11).
    public boolean asksSignature() {
        return type == ActivityType.MEMBER_MEETING || marks.contains(ActivityType.MEMBER_MEETING);
    }

    /// Whether there are items to deal with and vote on. A theme day, a lecture and a training have none,
    /// unless they are the members' meeting as well.
    public boolean hasAgenda() {
        return hasAgenda(type, marks);
    }

    /// The same of an activity that is being planned.
    public static boolean hasAgenda(ActivityType type, Set<ActivityType> marks) {
        return !WITHOUT_AGENDA.contains(type) || marks.contains(ActivityType.MEMBER_MEETING);
    }

    /// Everybody who takes part, the organisation that holds it first.
    public List<OrganizationId> organizations() {
        return Stream.concat(Stream.of(organization), partners.stream())
                .distinct()
                .toList();
    }
}
