package cn.dangqun.protocol;

import cn.dangqun.domain.attendance.Exemption;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.profile.ProfileAssignment;
import cn.dangqun.domain.profile.RulesSet;
import cn.dangqun.protocol.wire.CommitteeSeatItem;
import cn.dangqun.protocol.wire.ExemptionItem;
import cn.dangqun.protocol.wire.MemberItem;
import cn.dangqun.protocol.wire.RulesItem;
import java.time.LocalDate;
import java.util.Optional;

/// People, where they belonged and when, seats on committees, exemptions and the rules of organisations, to messages
/// and back.
final class RosterCodec {
    private RosterCodec() {}

    static RulesItem encode(RulesSet rules) {
        return RulesItem.newBuilder()
                .setOrganization(rules.organization().value())
                .setSince(rules.since().toString())
                .setProfile(rules.assignment().profile().orElse(""))
                .putAllParams(rules.assignment().params())
                .build();
    }

    static RulesSet decode(RulesItem wire) {
        return new RulesSet(
                new OrganizationId(wire.getOrganization()),
                LocalDate.parse(wire.getSince()),
                new ProfileAssignment(
                        Optional.of(wire.getProfile()).filter(each -> !each.isEmpty()), wire.getParamsMap()));
    }

    /// What an older kiosk reads is the newest membership; one that has always been needs no dates.
    static MemberItem.Builder encode(Member m) {
        var wire = MemberItem.newBuilder()
                .setName(m.name().full())
                .setStatus(m.status().name())
                .setRelation(m.relation().name())
                .setBranch(m.branch().value())
                .setGroup(text(m.group()));
        if (!m.isUndated()) {
            m.memberships().forEach(each -> wire.addPeriods(encode(each)));
        }
        return wire;
    }

    private static MemberItem.Period encode(Membership each) {
        return MemberItem.Period.newBuilder()
                .setStatus(each.status().name())
                .setRelation(each.relation().name())
                .setBranch(each.branch().value())
                .setGroup(text(each.group()))
                .setFrom(day(each.from()))
                .setUntil(day(each.until()))
                .build();
    }

    static Member decode(String id, MemberItem m) {
        var member = new MemberId(id);
        var name = new PersonName(m.getName());
        if (m.getPeriodsCount() > 0) {
            return new Member(
                    member,
                    name,
                    m.getPeriodsList().stream().map(RosterCodec::decode).toList());
        }
        return new Member(
                member,
                name,
                MemberStatus.valueOf(m.getStatus()),
                RelationKind.valueOf(m.getRelation()),
                new OrganizationId(m.getBranch()),
                organization(m.getGroup()));
    }

    private static Membership decode(MemberItem.Period p) {
        return new Membership(
                new OrganizationId(p.getBranch()),
                organization(p.getGroup()),
                RelationKind.valueOf(p.getRelation()),
                MemberStatus.valueOf(p.getStatus()),
                day(p.getFrom()),
                day(p.getUntil()));
    }

    static CommitteeSeatItem.Builder encode(CommitteeSeat seat) {
        return CommitteeSeatItem.newBuilder()
                .setOrganization(seat.organization().value())
                .setMember(seat.member().value())
                .setPost(seat.post().name())
                .setPartTime(seat.partTime())
                .setLinkedBranch(text(seat.linkedBranch()))
                .setFrom(seat.from().toString())
                .setUntil(day(seat.until()));
    }

    static CommitteeSeat decode(String id, CommitteeSeatItem seat) {
        return new CommitteeSeat(
                id,
                new OrganizationId(seat.getOrganization()),
                new MemberId(seat.getMember()),
                CommitteePost.valueOf(seat.getPost()),
                seat.getPartTime(),
                organization(seat.getLinkedBranch()),
                LocalDate.parse(seat.getFrom()),
                day(seat.getUntil()));
    }

    static ExemptionItem.Builder encode(Exemption exemption) {
        return ExemptionItem.newBuilder()
                .setMember(exemption.member().value())
                .setKind(exemption.kind().name())
                .setSuperiorConsentOn(day(exemption.superiorConsentOn()))
                .setMeetingDecisionOn(day(exemption.meetingDecisionOn()))
                .setEndsOn(day(exemption.endsOn()));
    }

    static Exemption decode(ExemptionItem item) {
        return new Exemption(
                new MemberId(item.getMember()),
                ExemptionKind.valueOf(item.getKind()),
                day(item.getSuperiorConsentOn()),
                day(item.getMeetingDecisionOn()),
                day(item.getEndsOn()));
    }

    private static String text(Optional<OrganizationId> id) {
        return id.map(OrganizationId::value).orElse("");
    }

    private static Optional<OrganizationId> organization(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new OrganizationId(id));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> day(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }
}
