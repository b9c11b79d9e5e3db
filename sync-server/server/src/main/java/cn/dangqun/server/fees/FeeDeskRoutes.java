package cn.dangqun.server.fees;

import cn.dangqun.config.fee.FeeScales;
import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.fees.FeeRoutes.FeeViews;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is done about fees: amounts fixed, months entered and taken back, less asked for and answered.
public final class FeeDeskRoutes implements Routes {
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final FeeDesk desk;
    private final FeeViews views;
    private final FeeWords words;
    private final Texts texts;
    private final Times times;

    public FeeDeskRoutes(Database database, StreetLedger street, StreetRoster roster, Texts texts, Times times) {
        this.database = database;
        this.words = new FeeWords(texts, FeeScales.shipped());
        var source = new FeeSource(roster);
        this.desk = new FeeDesk(database, street, source, times, new FreshIds(times));
        this.views = new FeeViews(database, source, words, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var branch = FeeRoutes.BRANCH;
        var member = FeeRoutes.MEMBER;
        entrance.action(
                branch + "/amounts",
                new Policy(FeeRoutes.KEEPS, FeeRoutes.ofBranch(), Trace.deed(Action.FEE_FIXED)),
                this::fix);
        entrance.action(
                branch + "/payments",
                new Policy(FeeRoutes.KEEPS, FeeRoutes.ofBranch(), Trace.deed(Action.FEE_ENTERED)),
                this::enter);
        entrance.action(
                member + "/undoing",
                new Policy(FeeRoutes.KEEPS, FeeRoutes.ofMember(), Trace.deed(Action.FEE_TAKEN_BACK)),
                this::takeBack);
        entrance.action(
                member + "/reliefs",
                new Policy(FeeRoutes.KEEPS, FeeRoutes.ofMember(), Trace.deed(Action.FEE_RELIEF_ASKED)),
                this::ask);
        entrance.action(
                member + "/reliefs/consent",
                new Policy(FeeRoutes.APPROVES, FeeRoutes.ofMember(), Trace.deed(Action.FEE_RELIEF_GRANTED)),
                visit -> decide(visit, true));
        entrance.action(
                member + "/reliefs/refusal",
                new Policy(FeeRoutes.APPROVES, FeeRoutes.ofMember(), Trace.deed(Action.FEE_RELIEF_REFUSED)),
                visit -> decide(visit, false));
    }

    private FeeAsking asking(Visit visit) {
        return FeeAsking.of(visit, times.today());
    }

    private Reply fix(Visit visit) {
        var asking = asking(visit);
        var lines = database.read(handle -> BranchFeePage.find(handle, new OrganizationId(visit.param("id")))
                .map(branch -> views.branches().lines(handle, branch, asking)));
        if (lines.isEmpty()) {
            return new Reply.NotFound();
        }
        var form = new Form(visit, texts, "fees.field");
        var read = new FeeForm(visit, form, words);
        var terms = read.terms(lines.get(), asking.year());
        var reason = read.reason();
        if (form.isGood() && terms.isEmpty()) {
            form.refuse(texts.get("fees.refused.nothing"));
        }
        if (!form.isGood()) {
            return views.amounts(422, visit, form.problems());
        }
        desk.fix(terms, reason, Actor.of(visit));
        return new Reply.SeeOther(asking.at(FeeRoutes.branch(new OrganizationId(visit.param("id")))));
    }

    private Reply enter(Visit visit) {
        var form = new Form(visit, texts, "fees.field");
        var month = Asked.month(visit.form("month"));
        var reason = form.text("reason", LONGEST_REASON);
        var members = ticked(visit);
        if (month.isEmpty() || members.isEmpty()) {
            form.refuse(texts.get("fees.refused.nobody"));
        }
        if (!form.isGood()) {
            return views.branch(422, visit, String.join("", form.problems()));
        }
        var branch = new OrganizationId(visit.param("id"));
        return switch (desk.enter(branch, month.orElseThrow(), members, reason, Actor.of(visit))) {
            case DONE -> new Reply.SeeOther(asking(visit).at(FeeRoutes.branch(branch)));
            case STANDS -> views.branch(409, visit, texts.get("fees.refused.paid"));
            case NOT_OWED, GONE, OWN, NO_SPAN -> views.branch(422, visit, texts.get("fees.refused.notOwed"));
        };
    }

    private static List<MemberId> ticked(Visit visit) {
        var members = new ArrayList<MemberId>();
        visit.form().forEach((field, value) -> {
            if (field.matches("paid\\.[A-Z0-9-]{1,32}") && value.equals("yes")) {
                members.add(new MemberId(field.substring("paid.".length())));
            }
        });
        return members;
    }

    private Reply takeBack(Visit visit) {
        var form = new Form(visit, texts, "fees.field");
        var reason = form.text("reason", LONGEST_REASON);
        var month = Asked.month(visit.form("month"));
        if (month.isEmpty()) {
            return new Reply.BadRequest();
        }
        return form.isGood()
                ? done(visit, desk.takeBack(member(visit), month.get(), visit.form("source"), reason, Actor.of(visit)))
                : views.member(422, visit, String.join("", form.problems()));
    }

    private Reply ask(Visit visit) {
        var form = new Form(visit, texts, "fees.field");
        var from = Asked.month(visit.form("from"));
        var to = Asked.month(visit.form("to"));
        var reason = form.text("reason", LONGEST_REASON);
        boolean reduced = visit.form("kind").equals("REDUCED");
        var amount = FeeAmount.read(visit.form("amount"));
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            form.refuse(texts.get("fees.refused.span"));
        }
        if (reduced && amount.isEmpty()) {
            form.refuse(texts.get("fees.refused.reduced"));
        }
        if (!form.isGood()) {
            return views.member(422, visit, String.join("", form.problems()));
        }
        var relief = new FeeRelief(from.orElseThrow(), to.orElseThrow(), reduced ? amount : Optional.empty());
        return done(visit, desk.ask(member(visit), relief, reason, Actor.of(visit)));
    }

    private Reply decide(Visit visit, boolean grants) {
        var form = new Form(visit, texts, "fees.field");
        var answer = form.text("reason", LONGEST_REASON);
        return form.isGood()
                ? done(
                        visit,
                        desk.decide(
                                member(visit),
                                visit.form("relief"),
                                grants,
                                answer,
                                visit.viewer().displayName(),
                                Actor.of(visit)))
                : views.member(422, visit, String.join("", form.problems()));
    }

    private static MemberId member(Visit visit) {
        return FeeViews.id(visit).orElseThrow();
    }

    private Reply done(Visit visit, FeeDesk.Outcome outcome) {
        return switch (outcome) {
            case DONE -> new Reply.SeeOther(asking(visit).at(FeeRoutes.member(member(visit))));
            case STANDS -> views.member(409, visit, texts.get("fees.refused.stands"));
            case OWN -> views.member(422, visit, texts.get("fees.refused.own"));
            case NO_SPAN -> views.member(422, visit, texts.get("fees.refused.span"));
            case NOT_OWED -> views.member(422, visit, texts.get("fees.refused.notOwed"));
            case GONE -> views.member(422, visit, texts.get("fees.refused.gone"));
        };
    }
}
