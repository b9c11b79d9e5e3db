package cn.dangqun.server.reports;

import cn.dangqun.domain.fact.StreetFact.ReportNoted;
import cn.dangqun.domain.fact.StreetFact.ReportStep;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/// The forms with which a month's report goes its way.
record StepRoutes(ReportRoutes reports, ReportDesk desk, Texts texts) {
    private static final int LONGEST_WORDS = 400;

    Reply note(Visit visit) {
        var step = Arrays.stream(ReportStep.values())
                .filter(each -> each.name().equals(visit.form("step")) && each != ReportStep.INSPECTED)
                .findFirst();
        var found = reports.read(handle -> reports.find(handle, visit))
                .filter(each -> each.notes().isPresent());
        if (step.isEmpty() || found.isEmpty() || !visit.form("seen").matches("\\d{1,6}")) {
            return new Reply.BadRequest();
        }
        var form = new Form(visit, texts, "reports.field");
        var day = form.requiredDay("day");
        boolean hasParty =
                step.get() == ReportStep.SENT || step.get() == ReportStep.RECEIPT || step.get() == ReportStep.COMMENT;
        var party = hasParty ? form.text("party", partyName(step.get()), ReportNoted.LONGEST_PARTY) : "";
        var words = asksForWords(step.get())
                ? form.text("words", LONGEST_WORDS)
                : form.optional("words", LONGEST_WORDS).orElseGet(() -> texts.get("reports.note.nothing"));
        if (!form.isGood() || day.isEmpty()) {
            return reports.one(422, visit, form.problems());
        }
        return note(visit, found.get(), step.get(), day.get(), party, words);
    }

    /// What the field is called beside it.
    private static String partyName(ReportStep step) {
        return step == ReportStep.SENT ? "reports.party.to" : "reports.party.from";
    }

    private static boolean asksForWords(ReportStep step) {
        return step == ReportStep.RECEIPT || step == ReportStep.COMMENT || step == ReportStep.TAKEN_BACK;
    }

    private Reply note(
            Visit visit, ReportRoutes.Found found, ReportStep step, LocalDate day, String party, String words) {
        var about = Asked.organization(visit.form("about"))
                .filter(id -> step == ReportStep.COMMENT)
                .filter(id ->
                        found.all().stream().map(OrganizationReader.Row::id).anyMatch(id::equals));
        var order = new ReportDesk.Order(
                YearMonth.parse(found.report().period()),
                found.of().id(),
                step,
                day,
                party,
                about,
                words,
                Integer.parseInt(visit.form("seen")),
                found.live().orElse(found.report()));
        return switch (desk.note(order, Actor.of(visit))) {
            case DONE ->
                new Reply.SeeOther(ReportRoutes.address(found.report().period()) + "?organization="
                        + found.of().id());
            case OVERTAKEN -> refused(409, visit, "reports.refused.overtaken");
            case TOO_EARLY -> refused(422, visit, "reports.refused.tooEarly");
            case NOT_NOW -> refused(409, visit, "reports.refused.notNow");
            case OWN ->
                refused(
                        422,
                        visit,
                        step == ReportStep.SENT ? "reports.refused.ownCheck" : "reports.refused.ownSending");
            case BEFORE ->
                reports.one(
                        422,
                        visit,
                        List.of(texts.get(
                                "reports.refused.before",
                                found.notes()
                                        .orElseThrow()
                                        .earliest(step, order.month())
                                        .toString())));
            case NO_DAY -> refused(422, visit, "reports.refused.noDay");
        };
    }

    private Reply refused(int status, Visit visit, String key) {
        return reports.one(status, visit, List.of(words(key)));
    }

    private String words(String key) {
        return texts.get(key);
    }
}
