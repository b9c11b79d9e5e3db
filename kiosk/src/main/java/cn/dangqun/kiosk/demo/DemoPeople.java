package cn.dangqun.kiosk.demo;

import cn.dangqun.config.text.EditedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// People to play, from a file of `label<TAB>simulator command` lines.
public final class DemoPeople {
    private DemoPeople() {}

    /// One button: what it says, and what it does at the simulator.
    public record Part(String label, String command) {}

    /// @throws IOException when the file cannot be read or a line has no tab
    public static List<Part> read(Path file) throws IOException {
        var lines =
                EditedText.read(file).lines().filter(line -> !line.isBlank()).toList();
        for (var line : lines) {
            if (line.indexOf('\t') < 1) {
                throw new IOException(file + ": a line without label and tab");
            }
        }
        return lines.stream().map(DemoPeople::part).toList();
    }

    private static Part part(String line) {
        int tab = line.indexOf('\t');
        return new Part(line.substring(0, tab), line.substring(tab + 1));
    }
}
