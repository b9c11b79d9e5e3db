package cn.dangqun.server.rules;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.rules.OrganizationRules.Committee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of dated rules.
record RulesStore(Handle handle) {
    /// The newest first.
    List<OrganizationRules> of(OrganizationId organization) {
        return handle.createQuery("SELECT * FROM organization_rules WHERE street = 1 AND organization = ?"
                        + " ORDER BY since DESC")
                .bind(0, organization.value())
                .map((row, ignored) -> rules(row))
                .list();
    }

    /// Every one there ever was: few set any.
    List<OrganizationRules> all() {
        return handle.createQuery("SELECT * FROM organization_rules WHERE street = 1 ORDER BY organization, since")
                .map((row, ignored) -> rules(row))
                .list();
    }

    private static OrganizationRules rules(ResultSet row) throws SQLException {
        return new OrganizationRules(
                new OrganizationId(row.getString("organization")),
                LocalDate.parse(row.getString("since")),
                Optional.ofNullable(row.getString("profile")),
                params(row.getString("params")),
                Optional.ofNullable(row.getObject("committee"))
                        .map(each -> ((Number) each).intValue() == 1 ? Committee.HAS : Committee.HAS_NOT),
                Optional.of(row.getInt("theme_day")).filter(day -> day > 0),
                row.getString("reason"),
                row.getString("login"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Map<String, String> params(String text) {
        return text.lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    /// In place of one of the same day.
    void put(OrganizationRules rules) {
        handle.execute(
                "DELETE FROM organization_rules WHERE street = 1 AND organization = ? AND since = ?",
                rules.organization().value(),
                rules.since().toString());
        handle.execute(
                "INSERT INTO organization_rules (street, organization, since, profile, params, committee, theme_day,"
                        + " reason, login, at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rules.organization().value(),
                rules.since().toString(),
                rules.profile().orElse(null),
                rules.params().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n")),
                rules.committee().map(each -> each == Committee.HAS ? 1 : 0).orElse(null),
                rules.themeDay().orElse(null),
                rules.reason(),
                rules.login(),
                rules.at().toEpochMilli());
    }
}
