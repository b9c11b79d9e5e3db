package cn.dangqun.server.roster;

import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.member.Sex;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.organizations.OrganizationWords;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.MemberModel.Belonging;
import cn.dangqun.server.roster.MemberModel.Exempt;
import cn.dangqun.server.roster.MemberModel.Line;
import cn.dangqun.server.roster.MemberModel.Place;
import cn.dangqun.server.roster.MemberModel.Seat;
import cn.dangqun.server.roster.MemberModel.Typed;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts one member into words, and gives the forms what they offer.
record MemberPage(MemberWords words, OrganizationWords organizationWords, MemberCards cards, Times times) {

    MemberModel write(
            Handle handle,
            Viewer viewer,
            Member member,
            boolean mayKeep,
            List<String> problems,
            Optional<Visit> typed) {
        var store = new RosterStore(handle);
        var organizations = new OrganizationReader(handle, viewer.scope()).all();
        var exemptions = new ExemptionStore(handle).of(member.id());
        var newest = member.newest();
        var today = times.today();
        var form = form(member.name().full(), store.detail(member.id()));
        return new MemberModel(
                member.id().value(),
                member.name().full(),
                place(handle, newest),
                newest.until().filter(end -> !end.isAfter(today)).isPresent(),
                mayKeep,
                store.numberOf(member.id()).isPresent(),
                cards.of(handle, member.id()),
                exemptions.stream().map(each -> exempt(each, viewer.login())).toList(),
                mayKeep && viewer.scope().top().isEmpty(),
                mayKeep && exemptions.stream().noneMatch(MemberPage::isOpen),
                problems,
                member.memberships().reversed().stream()
                        .map(each -> new Belonging(place(handle, each), since(each.from(), each.until())))
                        .toList(),
                new Entries(handle)
                        .seats().stream()
                                .filter(seat -> seat.member().equals(member.id()))
                                .map(seat -> seat(handle, seat))
                                .toList(),
                store.history(member.id()).stream().map(this::line).toList(),
                new CardHistory(words, times).of(handle, member.id()),
                typed.map(visit -> typed(form, visit)).orElse(form),
                place(organizations, newest, typed),
                organizations.stream()
                        .filter(each -> each.level() != OrganizationLevel.GROUP)
                        .map(each -> new Choice(
                                each.id().value(), each.name(), each.id().equals(newest.branch())))
                        .toList(),
                Choice.of(CommitteePost.values(), organizationWords::post, CommitteePost.MEMBER.name()),
                organizations.stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .map(each -> new Choice(each.id().value(), each.name(), false))
                        .toList(),
                Choice.of(ExemptionKind.values(), words::exemption, ""),
                today.toString());
    }

    private static boolean isOpen(MemberExemption each) {
        return switch (each.state()) {
            case ASKED -> true;
            case GRANTED -> each.endsOn().isEmpty();
            case REFUSED -> false;
        };
    }

    private Exempt exempt(MemberExemption each, String login) {
        var state = each.state();
        return new Exempt(
                each.id(),
                state.name(),
                words.exemption(each.kind()),
                switch (state) {
                    case ASKED -> texts().get("roster.exempt.asked", each.meetingOn(), each.askedBy());
                    case REFUSED ->
                        texts().get(
                                        "roster.exempt.refused",
                                        each.decidedOn()
                                                .map(LocalDate::toString)
                                                .orElse(""),
                                        each.decidedBy().orElse(""));
                    case GRANTED ->
                        texts().get(
                                                "roster.exempt.granted",
                                                each.meetingOn(),
                                                each.decidedOn()
                                                        .map(LocalDate::toString)
                                                        .orElse(""),
                                                each.decidedBy().orElse(""))
                                + each.endsOn()
                                        .map(last -> texts().get("roster.exempt.until", last))
                                        .orElse("");
                },
                each.reason(),
                state == MemberExemption.State.GRANTED && each.endsOn().isEmpty(),
                each.askedBy().equals(login));
    }

    private Texts texts() {
        return words.texts();
    }

    private Line line(MemberChange change) {
        return new Line(
                times.date(change.at()) + " " + times.time(change.at()),
                words.kind(change.kind()),
                change.words(),
                change.effectiveOn()
                        .map(day -> texts().get("roster.history.from", day))
                        .orElse(""),
                change.reason(),
                change.login());
    }

    private Seat seat(Handle handle, CommitteeSeat seat) {
        return new Seat(
                seat.id(),
                name(handle, seat.organization()),
                organizationWords.post(seat.post())
                        + (seat.partTime() ? texts().get("roster.seat.partTime") : "")
                        + seat.linkedBranch()
                                .map(branch -> texts().get("roster.seat.linked", name(handle, branch)))
                                .orElse(""),
                since(Optional.of(seat.from()), seat.until()),
                seat.until().isEmpty());
    }

    private String since(Optional<LocalDate> from, Optional<LocalDate> until) {
        var begun = from.map(LocalDate::toString).orElseGet(() -> texts().get("roster.since.unknown"));
        return until.map(end -> texts().get("roster.since.ended", begun, end.minusDays(1)))
                .orElseGet(() -> texts().get("roster.since.open", begun));
    }

    private String place(Handle handle, Membership membership) {
        return name(handle, membership.branch())
                + membership.group().map(group -> " " + name(handle, group)).orElse("") + "　"
                + words.status(membership.status()) + "　" + words.relation(membership.relation());
    }

    private static String name(Handle handle, OrganizationId id) {
        return handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .orElse(id.value());
    }

    /// Blank, for somebody new of `branch`.
    Typed blank() {
        return form("", MemberDetail.NONE);
    }

    private Typed form(String name, MemberDetail detail) {
        return new Typed(
                name,
                Choice.of(Sex.values(), words::sex, detail.sex().map(Sex::name).orElse("")),
                text(detail.born()),
                detail.ethnicGroup().orElse(""),
                detail.education().orElse(""),
                detail.phone().orElse(""),
                text(detail.joined()),
                text(detail.confirmed()),
                detail.post().orElse(""),
                Arrays.stream(MemberCategory.values())
                        .map(each -> new Choice(
                                each.name(),
                                words.category(each),
                                detail.categories().contains(each)))
                        .toList(),
                text(detail.verifiedOn()),
                detail.remark().orElse(""));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /// As it was typed, so that nobody types it twice. Forms of the page that have no name leave it as it is.
    static Typed typed(Typed before, Visit visit) {
        if (!visit.form().containsKey("name")) {
            return before;
        }
        return new Typed(
                visit.form("name"),
                Choice.choosing(before.sexes(), visit.form("sex")),
                visit.form("born"),
                visit.form("ethnic"),
                visit.form("education"),
                visit.form("phone"),
                visit.form("joined"),
                visit.form("confirmed"),
                visit.form("post"),
                before.categories().stream()
                        .map(each -> new Choice(
                                each.value(),
                                each.name(),
                                visit.form("categories." + each.value()).equals("yes")))
                        .toList(),
                visit.form("verified"),
                visit.form("remark"));
    }

    private Place place(List<OrganizationReader.Row> organizations, Membership standing, Optional<Visit> typed) {
        return place(
                organizations,
                typed.map(visit -> visit.form("branch"))
                        .filter(each -> !each.isEmpty())
                        .orElse(standing.branch().value()),
                typed.map(visit -> visit.form("group"))
                        .orElse(standing.group().map(OrganizationId::value).orElse("")),
                typed.map(visit -> visit.form("status"))
                        .orElse(standing.status().name()),
                typed.map(visit -> visit.form("relation"))
                        .orElse(standing.relation().name()));
    }

    /// Groups are named with their branch; the desk refuses one of another.
    Place place(
            List<OrganizationReader.Row> organizations, String branch, String group, String status, String relation) {
        return new Place(
                organizations.stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                each.id().value().equals(branch)))
                        .toList(),
                organizations.stream()
                        .filter(each -> each.level() == OrganizationLevel.GROUP)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.above() + " " + each.name(),
                                each.id().value().equals(group)))
                        .toList(),
                Choice.of(MemberStatus.values(), words::status, status),
                Choice.of(RelationKind.values(), words::relation, relation));
    }
}
