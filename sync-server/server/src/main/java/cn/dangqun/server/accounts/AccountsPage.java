package cn.dangqun.server.accounts;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.AccountsModel.Choice;
import cn.dangqun.server.accounts.AccountsModel.Filter;
import cn.dangqun.server.accounts.AccountsModel.Form;
import cn.dangqun.server.accounts.AccountsModel.Open;
import cn.dangqun.server.accounts.AccountsModel.Row;
import cn.dangqun.server.accounts.Invitations.Invitation;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.vault.SessionTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts accounts into words. Call it inside one read transaction.
record AccountsPage(Texts texts, Times times, Sessions sessions, Invitations invitations) {
    private static final int PER_PAGE = 50;
    private static final String WHOLE_STREET = "";

    AccountsModel list(Handle handle, AccountQuestion question, Wanted wanted) {
        var all = AccountStore.all(handle);
        var found = all.stream()
                .filter(each -> question.finds(String.join(
                        " ", each.login(), each.displayName(), each.role().name(texts), scopeName(each.scopeName()))))
                .sorted(question.order().rows())
                .toList();
        int last = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        var asked = question.at(Math.min(question.page(), last));
        return new AccountsModel(
                new Filter(question.text(), orders(asked), !question.text().isEmpty()),
                found.size(),
                last == 1 ? "" : texts.get("trail.page.pages", asked.page(), last),
                asked.page() > 1 ? asked.at(asked.page() - 1).address() : "",
                asked.page() < last ? asked.at(asked.page() + 1).address() : "",
                found.stream()
                        .skip((long) (asked.page() - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(each -> row(handle, each))
                        .toList(),
                invitations.open(handle).stream()
                        .map(each -> open(handle, each))
                        .toList(),
                new Form(wanted.note(), roles(wanted.role()), scopes(handle, wanted.scope()), wanted.notice()),
                advice(all));
    }

    /// What somebody typed into the form for a new account.
    record Wanted(String note, Optional<Role> role, String scope, String notice) {
        static final Wanted NOTHING = new Wanted("", Optional.empty(), WHOLE_STREET, "");
    }

    AccountModel one(Handle handle, AccountRow account, String ownSession, String notice) {
        return new AccountModel(
                row(handle, account),
                times.date(account.createdAt()),
                account.disabled(),
                account.secondFactor(),
                roles(Optional.of(account.role())),
                scopes(handle, account.scope().top().map(OrganizationId::value).orElse(WHOLE_STREET)),
                sessions(handle, account.login(), ownSession),
                "/trail?person=" + account.login(),
                notice);
    }

    List<AccountModel.Session> sessions(Handle handle, String login, String ownSession) {
        var own = SessionTokens.id(ownSession);
        return sessions.of(handle, login).stream()
                .map(each -> new AccountModel.Session(
                        each.id(),
                        each.remote(),
                        times.when(each.begun()),
                        times.when(each.seen()),
                        each.id().equals(own)))
                .toList();
    }

    private Row row(Handle handle, AccountRow account) {
        var state = account.disabled() ? "DISABLED" : account.mustChange() ? "NEW" : "ACTIVE";
        return new Row(
                AccountsRoutes.address(account.login()),
                account.login(),
                account.displayName(),
                account.role().name(texts),
                scopeName(account.scopeName()),
                state,
                switch (state) {
                    case "DISABLED" -> texts.get("accounts.state.disabled");
                    case "NEW" -> texts.get("accounts.state.mustChange");
                    default -> texts.get("accounts.state.active");
                },
                AccountStore.lastSignIn(handle, account.login())
                        .map(times::when)
                        .orElseGet(() -> texts.get("accounts.list.never")));
    }

    private Open open(Handle handle, Invitation invitation) {
        return new Open(
                invitation.id(),
                invitation.note(),
                invitation.login().isPresent()
                        ? texts.get("accounts.open.password", invitation.login().get())
                        : invitation.role().name(texts),
                scopeName(invitation.scope().top().map(id -> name(handle, id)).orElse("")),
                invitation.invitedBy(),
                times.when(invitation.expires()));
    }

    private String advice(List<AccountRow> all) {
        var working = WorkingAccounts.of(all);
        if (!working.hasPair()) {
            return texts.get(working.hasApprover() ? "accounts.advice.noWriter" : "accounts.advice.noApprover");
        }
        return working.hasStreetPair() ? "" : texts.get("accounts.advice.noStreetPair");
    }

    private String scopeName(String name) {
        return name.isEmpty() ? texts.get("accounts.scope.street") : name;
    }

    private static String name(Handle handle, OrganizationId id) {
        return handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .orElse(id.value());
    }

    private List<Choice> orders(AccountQuestion question) {
        return Map.of(
                        AccountQuestion.Order.LOGIN, texts.get("accounts.order.login"),
                        AccountQuestion.Order.NAME, texts.get("accounts.order.name"),
                        AccountQuestion.Order.ROLE, texts.get("accounts.order.role"))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Choice(each.getKey().name(), each.getValue(), each.getKey() == question.order()))
                .toList();
    }

    private List<Choice> roles(Optional<Role> chosen) {
        return Role.OFFERED.stream()
                .map(each -> new Choice(
                        each.name(),
                        each.name(texts),
                        chosen.filter(each::equals).isPresent()))
                .toList();
    }

    /// The whole street, then every organisation in the order of the tree.
    private List<Choice> scopes(Handle handle, String chosen) {
        var street = new Choice(WHOLE_STREET, texts.get("accounts.scope.street"), chosen.equals(WHOLE_STREET));
        var below = handle.createQuery("""
                        SELECT id, name, path FROM organization WHERE street = 1 AND parent IS NOT NULL
                        ORDER BY place""")
                .map((row, ignored) -> new Choice(
                        row.getString("id"),
                        "　".repeat(depth(row.getString("path"))) + row.getString("name"),
                        row.getString("id").equals(chosen)))
                .list();
        return Stream.concat(Stream.of(street), below.stream()).toList();
    }

    /// 0 right below the street: `/street/c1/`.
    private static int depth(String path) {
        return Math.max(0, (int) path.chars().filter(each -> each == '/').count() - 3);
    }
}
