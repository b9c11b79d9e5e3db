package cn.dangqun.bench.figure;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Figures as JSON, with every single run.
public final class FigureFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FigureFile() {}

    public static void write(List<Figure> figures, Path file) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file, figures);
    }

    public static List<Figure> read(Path file) {
        return JSON.readValue(file, new TypeReference<>() {});
    }
}
