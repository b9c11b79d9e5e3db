package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.roster.MemberDetail;
import cn.dangqun.server.roster.RosterStore;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The roster as it stands inside one write, asked row by row: for the few rows that a write applies.
record StandingRoster(Handle handle, Scope scope, LocalDate today) implements Known {
    @Override
    public Optional<MemberId> withNumber(CardKey card) {
        return new RosterStore(handle).withNumber(card);
    }

    @Override
    public Optional<CardKey> numberOf(MemberId member) {
        return new RosterStore(handle).numberOf(member);
    }

    @Override
    public Optional<Member> member(MemberId id) {
        return new Entries(handle).member(id);
    }

    @Override
    public MemberDetail detail(MemberId member) {
        return new RosterStore(handle).detail(member);
    }

    @Override
    public String nameOf(OrganizationId organization) {
        return ChangeWords.names(handle).apply(organization);
    }

    @Override
    public boolean isInScope(OrganizationId branch) {
        return scope.equals(Scope.wholeStreet())
                || handle.createQuery("SELECT 1 FROM organization WHERE street = 1 AND id = :id"
                                + " AND path >= :prefix AND path < :after")
                        .bind("id", branch.value())
                        .bind("prefix", scope.pathPrefix(handle))
                        .bind("after", scope.pathAfter(handle))
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    @Override
    public List<MemberId> named(String name, OrganizationId branch) {
        return handle.createQuery("SELECT id FROM member WHERE street = 1 AND branch = ? AND name = ?"
                        + " AND (until IS NULL OR until > ?) ORDER BY id")
                .bind(0, branch.value())
                .bind(1, name)
                .bind(2, today.toString())
                .mapTo(String.class)
                .map(MemberId::new)
                .list();
    }

    @Override
    public List<MemberId> elsewhere(String name, OrganizationId branch) {
        return handle.createQuery("""
                        SELECT m.id FROM member_word w JOIN member m ON m.street = 1 AND m.id = w.member
                        JOIN organization o ON o.street = 1 AND o.id = m.branch
                        WHERE w.street = 1 AND w.word = :word AND m.name = :name AND m.branch <> :branch
                          AND (m.until IS NULL OR m.until > :today)
                          AND o.path >= :prefix AND o.path < :after ORDER BY m.id""")
                .bind("word", Pinyin.plain(name))
                .bind("name", name)
                .bind("branch", branch.value())
                .bind("today", today.toString())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .mapTo(String.class)
                .map(MemberId::new)
                .list();
    }
}
