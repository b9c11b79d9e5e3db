package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.NameText;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Finds whom a training asks: everybody of an organisation, or one by name or by the street's id; inside the viewer's
/// scope only.
record Guests(Handle handle, Scope scope, StreetRoster roster, LocalDate today) {
    private static final int LONGEST = 64;

    sealed interface Asked {
        record Found(List<MemberId> members) implements Asked {
            public Found {
                members = List.copyOf(members);
            }
        }

        record Nobody() implements Asked {}

        /// So many have the name
        record Several(int people) implements Asked {}
    }

    Asked of(Visit visit, Activity activity) {
        var who = visit.form("who").strip();
        var organization = visit.form("organization");
        if (!organization.isBlank() && organization.length() <= LONGEST) {
            var all = everybody(new OrganizationId(organization), activity.heldOn());
            return all.isEmpty() ? new Asked.Nobody() : new Asked.Found(all);
        }
        if (who.isEmpty() || who.length() > LONGEST) {
            return new Asked.Nobody();
        }
        var found = who.matches("[A-Z0-9-]{1,32}") ? called(new MemberId(who)) : named(who);
        return switch (found.size()) {
            case 0 -> new Asked.Nobody();
            case 1 -> new Asked.Found(found);
            default -> new Asked.Several(found.size());
        };
    }

    /// Who is on the roll of its branches on that day.
    private List<MemberId> everybody(OrganizationId organization, LocalDate day) {
        var people = roster.now(handle);
        var branches = new OrganizationReader(handle, scope)
                .all().stream()
                        .map(OrganizationReader.Row::id)
                        .filter(each -> people.tree().contains(organization, each))
                        .collect(Collectors.toUnmodifiableSet());
        return people.members().stream()
                .filter(member -> member.on(day)
                        .filter(Membership::isOnRoll)
                        .filter(each -> branches.contains(each.branch())
                                || each.group().filter(branches::contains).isPresent())
                        .isPresent())
                .map(Member::id)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
    }

    private List<MemberId> called(MemberId id) {
        return new Entries(handle)
                .member(id).stream()
                        .filter(member -> new OrganizationReader(handle, scope)
                                .all().stream().anyMatch(each -> each.id().equals(member.branch())))
                        .map(Member::id)
                        .toList();
    }

    private List<MemberId> named(String name) {
        return handle.createQuery("""
                        SELECT DISTINCT m.id FROM member_word w JOIN member m ON m.street = 1 AND m.id = w.member
                        JOIN organization o ON o.street = 1 AND o.id = m.branch
                        WHERE w.street = 1 AND w.word = :word AND m.name = :name
                          AND (m.until IS NULL OR m.until > :today)
                          AND o.path >= :prefix AND o.path < :after ORDER BY m.id""")
                .bind("word", Pinyin.plain(name))
                .bind("name", NameText.spelled(name))
                .bind("today", today.toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .mapTo(String.class)
                .map(MemberId::new)
                .list();
    }
}
