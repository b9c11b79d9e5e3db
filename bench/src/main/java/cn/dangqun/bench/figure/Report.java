package cn.dangqun.bench.figure;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a benchmark leaves what it measured: a table at the end, and a file where the suite asks for one. For the main
/// thread of a benchmark's process.
public final class Report implements AutoCloseable {
    /// System property: where the figures go as JSON.
    public static final String FILE = "bench.figures";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Figure> figures = new ArrayList<>();

    public void add(Figure figure) {
        figures.add(figure);
    }

    /// What it is doing, for who waits.
    public void say(String what) {
        out.println("  " + what);
    }

    @Override
    public void close() {
        if (!figures.isEmpty()) {
            FigureTable.print(figures, out);
            Optional.ofNullable(System.getProperty(FILE)).map(Path::of).ifPresent(to -> FigureFile.write(figures, to));
        }
    }
}
