package cn.dangqun.server.roster;

import java.util.List;
import java.util.Map;

/// The form of 发展情况: what stands or was typed, by the name of the field, and who wrote it down last.
public record GrowthModel(String id, String name, Map<String, String> fields, String written, List<String> problems) {
    public GrowthModel {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "GrowthModel[" + id + "]";
    }
}
