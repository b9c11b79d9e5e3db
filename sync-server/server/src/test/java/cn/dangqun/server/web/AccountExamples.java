package cn.dangqun.server.web;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import java.util.Map;
import java.util.regex.Pattern;

/// Accounts, links and half done sign-ins that nobody has used yet.
final class AccountExamples {
    private static final Pattern LINK = Pattern.compile("value=\"/invitation\\?t=([^\"]+)\"");
    private static final Pattern HALF = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("readonly value=\"([A-Za-z0-9_-]{43})\"");
    private static final Pattern OPEN = Pattern.compile("name=\"id\" value=\"([0-9a-f]{16})\"");

    private final ConsoleUnderTest console;
    private final Visitor administrator;
    private int made;

    AccountExamples(ConsoleUnderTest console) {
        this.console = console;
        this.administrator = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
    }

    static Map<String, String> invitation() {
        return Map.of("note", "样例", "role", "AUDITOR", "scope", "");
    }

    /// The id of a token that opens something.
    String token() {
        administrator.post("/interface", "/interface", wish());
        return find(OPEN, administrator.get("/interface").body());
    }

    /// A token that opens all data of that part of the street.
    String secret(Scope scope) {
        var form = Map.of(
                "note", "样例系统",
                "scope", scope.top().map(OrganizationId::value).orElse(""),
                "last-day", "2027-01-31",
                "data.ORGANIZATIONS", "yes",
                "data.ACTIVITIES", "yes",
                "data.LIFE", "yes");
        return find(SECRET, administrator.post("/interface", "/interface", form).body());
    }

    static Map<String, String> wish() {
        return Map.of("note", "样例系统", "scope", "", "last-day", "2027-01-31", "data.ACTIVITIES", "yes");
    }

    /// The secret of a link.
    String invited() {
        return find(
                LINK,
                administrator
                        .post("/accounts", "/accounts/invitations", invitation())
                        .body());
    }

    String openInvitation() {
        invited();
        return find(OPEN, administrator.get("/accounts").body());
    }

    Map<String, String> newcomer(String token) {
        var words = "four words " + ++made;
        return Map.of("token", token, "username", "invited-" + made, "name", "样例", "wanted", words, "repeated", words);
    }

    /// The login of somebody who is signed in.
    String signedIn() {
        var login = "example-" + ++made;
        console.account(login, Role.AUDITOR, Scope.wholeStreet());
        console.visitor().signIn(login, ConsoleUnderTest.PASSWORD);
        return login;
    }

    /// What the first of two steps gives.
    String halfSignedIn() {
        var login = "example-" + ++made;
        console.account(login, Role.AUDITOR, Scope.wholeStreet());
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO second_factor (login, secret, last_step, confirmed_at) VALUES (?, ?, 0, 1)",
                login,
                new byte[0]));
        return find(
                HALF, console.visitor().signIn(login, ConsoleUnderTest.PASSWORD).body());
    }

    private static String find(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + body);
        }
        return found.group(1);
    }
}
