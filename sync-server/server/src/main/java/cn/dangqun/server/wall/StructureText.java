package cn.dangqun.server.wall;

import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.server.organizations.OrganizationWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// 组织架构 in words, from the tree and the seats of a day: the community's committee, then branch by branch with
/// its committee. A community too large for one text is shown with the secretaries only, then with the names alone.
final class StructureText {
    private final Roster roster;
    private final OrganizationWords words;
    private final List<Organization> order;
    private final Map<OrganizationId, List<CommitteeSeat>> seats;

    StructureText(Handle handle, Roster roster, OrganizationWords words, LocalDate today) {
        this.roster = roster;
        this.words = words;
        this.order =
                handle
                        .createQuery("SELECT id FROM organization WHERE street = 1 ORDER BY place")
                        .mapTo(String.class)
                        .stream()
                        .flatMap(id -> roster.tree().find(new OrganizationId(id)).stream())
                        .toList();
        this.seats = roster.seats().stream()
                .filter(seat -> seat.isHeldOn(today))
                .collect(Collectors.groupingBy(CommitteeSeat::organization));
    }

    private enum Detail {
        SEATS,
        SECRETARIES,
        NAMES
    }

    /// Empty when there is no such organisation, or even the names of its branches fill more than a text.
    Optional<WallText> of(String title, OrganizationId community) {
        var top = roster.tree().find(community);
        if (top.isEmpty()) {
            return Optional.empty();
        }
        for (var detail : Detail.values()) {
            var body = body(top.get(), detail);
            if (body.codePointCount(0, body.length()) <= WallText.LONGEST_BODY) {
                return Optional.of(new WallText(title, body));
            }
        }
        return Optional.empty();
    }

    private String body(Organization top, Detail detail) {
        var lines = new ArrayList<String>();
        for (var each : order) {
            if (each.level() != OrganizationLevel.GROUP && roster.tree().contains(top.id(), each.id())) {
                lines.add("# " + each.name());
                committee(each, detail).forEach(lines::add);
            }
        }
        return String.join("\n", lines);
    }

    private List<String> committee(Organization organization, Detail detail) {
        return seats.getOrDefault(organization.id(), List.of()).stream()
                .filter(seat -> detail == Detail.SEATS
                        || (detail == Detail.SECRETARIES && seat.post() == CommitteePost.SECRETARY))
                .collect(Collectors.groupingBy(CommitteeSeat::post))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(each -> each.getKey()))
                .map(each -> words.post(each.getKey()) + "　" + names(each.getValue()))
                .toList();
    }

    private String names(List<CommitteeSeat> seats) {
        return seats.stream()
                .flatMap(seat -> roster.member(seat.member()).stream())
                .map(member -> member.name().full())
                .sorted()
                .collect(Collectors.joining("、"));
    }
}
