package cn.dangqun.server.reading;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token may be good for. The names stand in the database.
enum Dataset {
    ORGANIZATIONS(Permission.DATA_ORGANIZATIONS),
    ACTIVITIES(Permission.DATA_ACTIVITIES),
    LIFE(Permission.DATA_LIFE);

    private final Permission permission;

    Dataset(Permission permission) {
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }

    String name(Texts texts) {
        return switch (this) {
            case ORGANIZATIONS -> texts.get("reading.dataset.organizations");
            case ACTIVITIES -> texts.get("reading.dataset.activities");
            case LIFE -> texts.get("reading.dataset.life");
        };
    }

    static String stored(Collection<Dataset> data) {
        return data.stream().sorted().map(Dataset::name).collect(Collectors.joining(" "));
    }

    /// What this server does not know is left out.
    static Set<Dataset> read(String stored) {
        var names = Set.of(stored.split(" ", -1));
        var data = EnumSet.noneOf(Dataset.class);
        Arrays.stream(values()).filter(each -> names.contains(each.name())).forEach(data::add);
        return data;
    }
}
