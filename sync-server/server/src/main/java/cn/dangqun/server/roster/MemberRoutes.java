package cn.dangqun.server.roster;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.roster.RosterDesk.Result;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One member: what the books say, where the person belonged and when, seats, history, and what becomes of them.
final class MemberRoutes implements Routes {
    private static final String PAGE = "/roster/members/:id";

    private final Database database;
    private final RosterDesk desk;
    private final SeatDesk seats;
    private final ExemptionForms more;
    private final MemberPage page;
    private final MemberWords words;
    private final Times times;

    MemberRoutes(
            Database database,
            RosterDesk desk,
            SeatDesk seats,
            ExemptionForms more,
            MemberPage page,
            MemberWords words,
            Times times) {
        this.database = database;
        this.desk = desk;
        this.seats = seats;
        this.more = more;
        this.page = page;
        this.words = words;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> RosterReader.owner(handle, visit.param("id")));
        entrance.page(
                PAGE,
                new Policy(Right.of(Permission.SEE_FULL_NAMES), named, Trace.look(Action.MEMBER_SHOWN, "id")),
                visit -> of(visit, member -> show(200, visit, member, List.of())));
        action(entrance, named, "/details", Action.MEMBER_CHANGED, this::describe);
        action(entrance, named, "/place", Action.MEMBER_CHANGED, this::place);
        action(entrance, named, "/departure", Action.MEMBER_LEFT, this::leave);
        action(entrance, named, "/number", Action.MEMBER_CHANGED, this::identify);
        action(entrance, named, "/seats", Action.MEMBER_CHANGED, this::seat);
        action(entrance, named, "/seats/end", Action.MEMBER_CHANGED, this::unseat);
        action(entrance, named, "/exemptions", Action.EXEMPTION_ASKED, more::ask);
        action(entrance, Subtree.street(), "/exemptions/consent", Action.EXEMPTION_GRANTED, more::grant);
        action(entrance, Subtree.street(), "/exemptions/refusal", Action.EXEMPTION_REFUSED, more::refuse);
        action(entrance, named, "/exemptions/end", Action.EXEMPTION_ENDED, more::end);
        action(entrance, named, "/cards/retirement", Action.CARD_RETIRED, more::retire);
    }

    private void action(
            Entrance entrance,
            Subtree named,
            String deed,
            Action action,
            BiFunction<MemberForm, Doing, Optional<Result>> done) {
        entrance.action(
                PAGE + deed,
                new Policy(RosterRoutes.KEEPS, named, Trace.deed(action)),
                visit -> of(visit, member -> answer(visit, member, done)));
    }

    /// What a form asks for, and of whom.
    record Doing(Visit visit, Member member) {
        Actor actor() {
            return Actor.of(visit);
        }
    }

    private Reply of(Visit visit, Function<Member, Reply> answer) {
        return RosterRoutes.member(visit.param("id"))
                .flatMap(id -> database.read(handle -> new Entries(handle).member(id)))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply answer(Visit visit, Member member, BiFunction<MemberForm, Doing, Optional<Result>> done) {
        var form = new MemberForm(visit, words);
        var result = done.apply(form, new Doing(visit, member));
        if (result.isPresent() && result.get() instanceof Result.Refused(var why)) {
            form.form().refuse(words.refusal(why));
        }
        return form.form().isGood()
                ? new Reply.SeeOther(RosterRoutes.address(member.id()))
                : show(422, visit, member, form.form().problems());
    }

    private Reply show(int status, Visit visit, Member member, List<String> problems) {
        var model = database.read(handle -> page.write(
                handle,
                visit.viewer(),
                member,
                RosterRoutes.KEEPS.isOf(visit.viewer()),
                problems,
                Optional.of(visit).filter(ignored -> !problems.isEmpty())));
        return new Reply.Page(status, "roster/member", model.name(), Map.of("member", model));
    }

    private Optional<Result> describe(MemberForm form, Doing doing) {
        var name = form.name();
        var detail = form.detail(times.today());
        var reason = form.form().optional("reason", MemberForm.LONGEST_REASON).orElse("");
        return form.form().isGood()
                ? Optional.of(desk.describe(doing.member().id(), name.orElseThrow(), detail, reason, doing.actor()))
                : Optional.empty();
    }

    /// `effective` is the day from which it holds; without it the entry is corrected, as if it had been so before.
    private Optional<Result> place(MemberForm form, Doing doing) {
        var membership = form.membership();
        var day = form.form().day("effective");
        boolean corrects = form.form().isTicked("correction");
        if (day.isEmpty() && !corrects) {
            form.form().refuse(words.texts().get("roster.refused.day"));
        }
        var reason = form.reason();
        if (membership.isPresent()
                && !isInScope(database, doing.visit(), membership.get().branch())) {
            form.form().refuse(words.refusal(RosterDesk.Refusal.NO_BRANCH));
        }
        if (!form.form().isGood()) {
            return Optional.empty();
        }
        var wanted = membership.orElseThrow();
        var id = doing.member().id();
        if (corrects) {
            var dated = day.map(wanted::beginningOn).orElse(wanted);
            return Optional.of(desk.correct(id, dated, reason, doing.actor()));
        }
        var before = doing.member().newest();
        var kind = !before.branch().equals(wanted.branch())
                ? MemberChange.Kind.TRANSFERRED
                : before.status() != wanted.status() && wanted.status() == MemberStatus.FULL
                        ? MemberChange.Kind.CONFIRMED
                        : MemberChange.Kind.PLACED;
        return Optional.of(desk.place(id, wanted, day.orElseThrow(), kind, reason, doing.actor()));
    }

    private Optional<Result> leave(MemberForm form, Doing doing) {
        var departure = form.form().requiredChoice("departure", Departure.class);
        var day = form.form().requiredDay("last");
        var reason = form.reason();
        return form.form().isGood()
                ? Optional.of(desk.leave(
                        doing.member().id(),
                        day.orElseThrow().plusDays(1),
                        departure.orElseThrow().kind(),
                        reason,
                        doing.actor()))
                : Optional.empty();
    }

    private Optional<Result> identify(MemberForm form, Doing doing) {
        var number = form.number();
        if (number.isEmpty() && form.form().isGood()) {
            form.form().refuse(words.texts().get("roster.refused.noNumber"));
        }
        var reason = form.form().optional("reason", MemberForm.LONGEST_REASON).orElse("");
        return form.form().isGood()
                ? Optional.of(desk.identify(doing.member().id(), number.orElseThrow(), reason, doing.actor()))
                : Optional.empty();
    }

    private Optional<Result> seat(MemberForm form, Doing doing) {
        var organization = form.id("organization");
        var post = form.form().requiredChoice("seat", CommitteePost.class);
        var from = form.form().requiredDay("seat-from");
        if (organization.isEmpty() || !isInScope(database, doing.visit(), organization.get())) {
            form.form().refuse(words.texts().get("roster.refused.organization"));
        }
        var linked = form.id("linked");
        if (linked.filter(each -> !isInScope(database, doing.visit(), each)).isPresent()) {
            form.form().refuse(words.refusal(RosterDesk.Refusal.NO_BRANCH));
        }
        return form.form().isGood()
                ? Optional.of(seats.give(
                        doing.member().id(),
                        organization.orElseThrow(),
                        post.orElseThrow(),
                        form.form().isTicked("part-time"),
                        linked,
                        from.orElseThrow(),
                        doing.actor()))
                : Optional.empty();
    }

    private Optional<Result> unseat(MemberForm form, Doing doing) {
        var day = form.form().requiredDay("seat-last");
        return form.form().isGood()
                ? Optional.of(seats.end(
                        doing.member().id(),
                        doing.visit().form("seat"),
                        day.orElseThrow().plusDays(1),
                        doing.actor()))
                : Optional.empty();
    }

    /// Nobody is moved out of the part of the street that one may see.
    static boolean isInScope(Database database, Visit visit, OrganizationId organization) {
        return database.read(
                handle -> new OrganizationReader(handle, visit.viewer().scope())
                        .all().stream().anyMatch(each -> each.id().equals(organization)));
    }
}
