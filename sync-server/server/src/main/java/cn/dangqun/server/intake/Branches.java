package cn.dangqun.server.intake;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Branches and groups of one part of the street, found by what a row calls them: the full name, with or without
/// 中共 before it and blanks in it. Immutable.
final class Branches {
    private final Map<String, List<OrganizationReader.Row>> branches;
    private final Map<String, List<OrganizationReader.Row>> groups;

    Branches(List<OrganizationReader.Row> organizations) {
        this.branches = named(organizations, OrganizationLevel.BRANCH);
        this.groups = named(organizations, OrganizationLevel.GROUP);
    }

    private static Map<String, List<OrganizationReader.Row>> named(
            List<OrganizationReader.Row> organizations, OrganizationLevel level) {
        return organizations.stream()
                .filter(each -> each.level() == level)
                .collect(Collectors.groupingBy(each -> plain(each.name())));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s\\p{Z}]+", "").replaceFirst("^中共", "");
    }

    /// More than one when the name is not enough.
    List<OrganizationId> branches(String name) {
        return branches.getOrDefault(plain(name), List.of()).stream()
                .map(OrganizationReader.Row::id)
                .toList();
    }

    Optional<OrganizationId> group(String name, OrganizationId branch) {
        return groups.getOrDefault(plain(name), List.of()).stream()
                .filter(each -> each.parent().filter(branch::equals).isPresent())
                .map(OrganizationReader.Row::id)
                .findFirst();
    }
}
