package cn.dangqun.config.demo;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 400 made-up members, spread evenly over the branches and their groups.
final class DemoMembers {
    static final int COUNT = 400;

    private final List<Member> all = new ArrayList<>();

    DemoMembers(DemoOrganizations organizations) {
        var branches = organizations.branches();
        for (int i = 0; i < COUNT; i++) {
            var branch = branches.get(i % branches.size());
            var groups = organizations.groupsOf(branch);
            var group = groups.get(i / branches.size() % groups.size());
            all.add(new Member(
                    new MemberId("M-%04d".formatted(i + 1)),
                    DemoNames.name(i),
                    status(i),
                    relation(i),
                    branch.id(),
                    Optional.of(group.id())));
        }
    }

    List<Member> all() {
        return List.copyOf(all);
    }

    // the first two rounds of the branches are plain full members, so that a demonstration starts simply
    private static MemberStatus status(int index) {
        if (index >= 24 && index % 19 == 5) {
            return MemberStatus.PROBATIONARY;
        }
        return index >= 24 && index % 53 == 9 ? MemberStatus.ACTIVIST : MemberStatus.FULL;
    }

    private static RelationKind relation(int index) {
        if (index >= 96 && index % 23 == 3) {
            return RelationKind.REPORTED_IN;
        }
        return index >= 96 && index % 29 == 4 ? RelationKind.FLOATING_IN : RelationKind.HOME;
    }
}
