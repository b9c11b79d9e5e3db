package cn.dangqun.server.text;

import cn.dangqun.domain.organization.NumberedName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Something that stands somewhere in the tree and is called by a name: kiosks and centres are listed as the tree goes,
/// and within one community with their numbers as numbers, which a database does not do: 2 号机 before 10 号机.
public record Placed<T>(long place, String name, T what) {
    public static <T> List<T> inOrder(Stream<Placed<T>> all) {
        return all.sorted(Comparator.comparingLong((Placed<T> each) -> each.place)
                        .thenComparing(each -> NumberedName.key(each.name)))
                .map(Placed::what)
                .toList();
    }
}
