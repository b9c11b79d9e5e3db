package cn.dangqun.server.roster;

import cn.dangqun.domain.member.Member;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// 发展情况 of one person: what the book of activists asks and nothing else records (RULES 1.11).
final class GrowthRoutes implements Routes {
    private static final String PAGE = "/roster/members/:id/growth";
    private static final int LONGEST = 60;
    private static final int LONGEST_WORDS = 120;
    private static final List<String> FIELDS = List.of(
            "applied",
            "activist",
            "contacts",
            "introducers",
            "trained",
            "training",
            "candidate",
            "approved",
            "approval");

    private final Database database;
    private final MemberWords words;
    private final Times times;

    GrowthRoutes(Database database, MemberWords words, Times times) {
        this.database = database;
        this.words = words;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> RosterReader.owner(handle, visit.param("id")));
        entrance.page(
                PAGE,
                new Policy(RosterRoutes.KEEPS, named, Trace.look(Action.MEMBER_SHOWN, "id")),
                visit -> of(visit, member -> show(200, member, Optional.empty(), List.of())));
        entrance.action(
                PAGE,
                new Policy(RosterRoutes.KEEPS, named, Trace.deed(Action.MEMBER_CHANGED)),
                visit -> of(visit, member -> keep(visit, member)));
    }

    private Reply of(Visit visit, Function<Member, Reply> answer) {
        return RosterRoutes.member(visit.param("id"))
                .flatMap(id -> database.read(handle -> new Entries(handle).member(id)))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply show(int status, Member member, Optional<Visit> typed, List<String> problems) {
        var versions = database.read(handle -> new GrowthStore(handle).versions(member.id()));
        var fields = new HashMap<String, String>();
        typed.ifPresentOrElse(
                visit -> FIELDS.forEach(each -> fields.put(each, visit.form(each))),
                () -> versions.stream().findFirst().ifPresent(each -> fields.putAll(fields(each.growth()))));
        var written = versions.stream()
                .findFirst()
                .map(each -> words.texts().get("roster.growth.written", each.login(), times.when(each.at())))
                .orElse("");
        return new Reply.Page(
                status,
                "roster/growth",
                words.texts().get("roster.growth.title"),
                Map.of(
                        "growth",
                        new GrowthModel(member.id().value(), member.name().full(), fields, written, problems)));
    }

    private static Map<String, String> fields(Growth growth) {
        return Map.of(
                "applied", text(growth.applied()),
                "activist", text(growth.activist()),
                "contacts", growth.contacts(),
                "introducers", growth.introducers(),
                "trained", text(growth.trained()),
                "training", growth.training(),
                "candidate", text(growth.candidate()),
                "approved", text(growth.approved()),
                "approval", growth.approval());
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private Reply keep(Visit visit, Member member) {
        var form = new Form(visit, words.texts(), "roster.growth");
        var growth = new Growth(
                form.day("applied"),
                form.day("activist"),
                form.optional("contacts", LONGEST).orElse(""),
                form.optional("introducers", LONGEST).orElse(""),
                form.day("trained"),
                form.optional("training", LONGEST_WORDS).orElse(""),
                form.day("candidate"),
                form.day("approved"),
                form.optional("approval", LONGEST_WORDS).orElse(""));
        if (!form.isGood()) {
            return show(422, member, Optional.of(visit), form.problems());
        }
        var actor = Actor.of(visit);
        database.write((handle, changes) -> {
            new GrowthStore(handle).add(member.id(), growth, actor.login(), times.now());
            new RosterStore(handle)
                    .note(
                            member.id(),
                            new MemberChange(
                                    MemberChange.Kind.DETAILS,
                                    Optional.empty(),
                                    "",
                                    words.texts().get("roster.growth.title"),
                                    actor.login(),
                                    times.now()));
            actor.note(handle, times.now(), Action.MEMBER_CHANGED, member.id().value());
            return true;
        });
        return new Reply.SeeOther(RosterRoutes.address(member.id()));
    }
}
