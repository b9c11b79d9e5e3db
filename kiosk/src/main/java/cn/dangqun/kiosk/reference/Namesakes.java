package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What people are called on one list for staff: by their names, and where several share one, with the group when that
/// tells them apart, else with the end of the number that the street gave them.
public final class Namesakes {
    private static final int END = 4;

    private final ReferenceIndex index;
    private final Map<String, List<Member>> byName;

    private Namesakes(ReferenceIndex index, Map<String, List<Member>> byName) {
        this.index = index;
        this.byName = byName;
    }

    public static Namesakes among(ReferenceIndex index, Collection<MemberId> everybody) {
        return new Namesakes(
                index,
                everybody.stream()
                        .distinct()
                        .flatMap(each -> index.member(each).stream())
                        .collect(Collectors.groupingBy(each -> each.name().full())));
    }

    /// The number alone of whom this kiosk does not know.
    public String of(MemberId id) {
        var member = index.member(id);
        if (member.isEmpty()) {
            return id.value();
        }
        var name = member.get().name().full();
        var same = byName.getOrDefault(name, List.of());
        return same.size() < 2 ? name : name + " " + apart(member.get(), same);
    }

    private String apart(Member member, List<Member> same) {
        Set<String> groups = new HashSet<>();
        boolean told = same.stream().allMatch(each -> !group(each).isEmpty() && groups.add(group(each)));
        var number = member.id().value();
        return told ? group(member) : number.substring(Math.max(0, number.length() - END));
    }

    private String group(Member member) {
        return member.group().map(index::nameOf).orElse("");
    }
}
