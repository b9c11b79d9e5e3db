package cn.dangqun.server.roster;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What a reviewer of the demonstration's street types into forms, and what the pages then say.
public final class Clerk {
    public final Visitor keeper;

    public Clerk(ConsoleUnderTest console) {
        this.keeper = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    /// Id of what was made.
    public String made(String form, Map<String, String> fields) {
        var answer = keeper.post("/roster", form, fields);
        if (answer.statusCode() != 303) {
            throw new AssertionError(form + " " + answer.statusCode() + " " + said(answer.body()));
        }
        var address = answer.headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    public String organization(String above, String level, String name) {
        return made(
                "/organizations/" + above + "/new",
                Map.of("level", level, "name", name, "class", "COMMUNITY", "kind", "ORDINARY"));
    }

    public String person(String name, String branch) {
        return person(name, branch, Map.of());
    }

    public String person(String name, String branch, Map<String, String> more) {
        var form = new HashMap<>(Map.of("name", name, "branch", branch, "status", "FULL", "relation", "HOME"));
        form.putAll(more);
        return made("/roster/new", form);
    }

    /// What a refused form is told.
    public String refused(String form, Map<String, String> fields) {
        var answer = keeper.post("/roster", form, fields);
        if (answer.statusCode() != 422) {
            throw new AssertionError(form + " " + answer.statusCode());
        }
        return said(answer.body());
    }

    public String page(String path) {
        var answer = keeper.get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " " + answer.statusCode());
        }
        return answer.body();
    }

    private static String said(String body) {
        var alert = Pattern.compile("role=\"alert\">(.*?)</(?:div|p)>\\s*<", Pattern.DOTALL)
                .matcher(body);
        return alert.find() ? alert.group(1).replaceAll("<[^>]+>", " ").strip() : "";
    }
}
