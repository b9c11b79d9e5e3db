package cn.dangqun.domain.member;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A person on a branch's roll, with everything the street knows of where they belonged and when. `memberships` are in
/// order of time and do not overlap: on each day at most one home branch. The newest says where the person
/// belongs by now.
public record Member(MemberId id, PersonName name, List<Membership> memberships) {
    private static final Comparator<Membership> BY_TIME =
            Comparator.comparing(each -> each.from().orElse(LocalDate.MIN));

    public Member {
        memberships = memberships.stream().sorted(BY_TIME).toList();
        if (memberships.isEmpty()) {
            throw new IllegalArgumentException("member " + id + " belongs nowhere");
        }
        for (int i = 1; i < memberships.size(); i++) {
            var end = memberships.get(i - 1).until();
            var next = memberships.get(i).from();
            if (end.isEmpty() || next.isEmpty() || end.get().isAfter(next.get())) {
                throw new IllegalArgumentException("member " + id + " belongs to two branches on one day");
            }
        }
    }

    /// Somebody who has always been there, as far as is known.
    public Member(
            MemberId id,
            PersonName name,
            MemberStatus status,
            RelationKind relation,
            OrganizationId branch,
            Optional<OrganizationId> group) {
        this(id, name, List.of(new Membership(branch, group, relation, status, Optional.empty(), Optional.empty())));
    }

    public Membership newest() {
        return memberships.getLast();
    }

    public MemberStatus status() {
        return newest().status();
    }

    public RelationKind relation() {
        return newest().relation();
    }

    public OrganizationId branch() {
        return newest().branch();
    }

    public Optional<OrganizationId> group() {
        return newest().group();
    }

    /// Where the person belongs on that day; empty before the first and after the last.
    public Optional<Membership> on(LocalDate day) {
        return memberships.stream().filter(each -> each.covers(day)).findFirst();
    }

    /// Whether the newest membership is one of the roll.
    public boolean isOnRoll() {
        return newest().isOnRoll();
    }

    /// Whether nobody has said since when: then the street dates the next change by itself.
    public boolean isUndated() {
        return memberships.size() == 1
                && newest().from().isEmpty()
                && newest().until().isEmpty();
    }

    /// The person as `next` says, who belongs there from `day` on; what was before `day` stays as it was.
    public Member becoming(Member next, LocalDate day) {
        if (next.newest().isAs(newest()) && newest().until().isEmpty()) {
            return new Member(id, next.name(), memberships);
        }
        var kept = new ArrayList<Membership>();
        for (var each : memberships) {
            if (each.from().filter(from -> !from.isBefore(day)).isEmpty()) {
                kept.add(each.until().filter(end -> !end.isAfter(day)).isPresent() ? each : each.endingOn(day));
            }
        }
        kept.add(next.newest().beginningOn(day));
        return new Member(id, next.name(), kept);
    }
}
