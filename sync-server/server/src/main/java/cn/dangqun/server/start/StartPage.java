package cn.dangqun.server.start;

import cn.dangqun.server.start.StartModel.Step;
import cn.dangqun.server.text.Texts;
import java.util.List;

/// Puts into words what is done and what is missing.
record StartPage(Texts texts) {
    StartModel write(MovingIn now) {
        var steps = List.of(password(), street(now), organizations(now), accounts(now), roster(now), kiosk(now));
        return new StartModel(
                steps, (int) steps.stream().filter(each -> !each.done()).count());
    }

    /// Who sees the page has one: a password that somebody else knows opens nothing but the form for another.
    private Step password() {
        return new Step(
                "password",
                true,
                texts.get("start.password.title"),
                texts.get("start.password.done"),
                texts.get("start.password.why"),
                "/password",
                texts.get("start.password.go"),
                "");
    }

    private Step street(MovingIn now) {
        return new Step(
                "street",
                now.street().isPresent(),
                texts.get("start.street.title"),
                now.street().orElseGet(() -> texts.get("start.street.missing")),
                texts.get("start.street.why"),
                "/organizations",
                texts.get("start.street.go"),
                "");
    }

    private Step organizations(MovingIn now) {
        return new Step(
                "organizations",
                now.branches() > 0,
                texts.get("start.organizations.title"),
                now.branches() > 0
                        ? texts.get("start.organizations.done", now.organizations(), now.branches())
                        : texts.get("start.organizations.missing"),
                texts.get("start.organizations.why"),
                "/organizations",
                texts.get("start.organizations.go"),
                "");
    }

    private Step accounts(MovingIn now) {
        var accounts = now.accounts();
        var standing = accounts.hasPair()
                ? accounts.hasStreetPair()
                        ? texts.get("start.accounts.done", accounts.count())
                        : texts.get("accounts.advice.noStreetPair")
                : accounts.count() < 2
                        ? texts.get("start.accounts.alone")
                        : texts.get(accounts.hasApprover() ? "accounts.advice.noWriter" : "accounts.advice.noApprover");
        return new Step(
                "accounts",
                accounts.hasPair(),
                texts.get("start.accounts.title"),
                now.invitations() > 0 ? standing + texts.get("start.accounts.invited", now.invitations()) : standing,
                texts.get("start.accounts.why"),
                "/accounts",
                texts.get("start.accounts.go"),
                "");
    }

    private Step roster(MovingIn now) {
        return new Step(
                "roster",
                now.hasMembers(),
                texts.get("start.roster.title"),
                now.hasMembers()
                        ? now.unfilled() > 0
                                ? texts.get("start.roster.partly", now.unfilled())
                                : texts.get("start.roster.done")
                        : texts.get(now.branches() > 0 ? "start.roster.missing" : "start.roster.noBranch"),
                texts.get("start.roster.why"),
                "/roster/intakes",
                texts.get("start.roster.go"),
                texts.get("start.roster.who"));
    }

    private Step kiosk(MovingIn now) {
        boolean noSite = now.sites() == 0;
        return new Step(
                "kiosk",
                now.kiosks() > 0,
                texts.get("start.kiosk.title"),
                now.kiosks() > 0
                        ? texts.get("start.kiosk.done", now.kiosks())
                        : texts.get(
                                noSite
                                        ? "start.kiosk.noSite"
                                        : now.codes() > 0 ? "start.kiosk.code" : "start.kiosk.missing"),
                texts.get("start.kiosk.why"),
                noSite ? "/sites/new" : "/kiosks",
                texts.get(noSite ? "start.kiosk.goSite" : "start.kiosk.go"),
                "");
    }
}
