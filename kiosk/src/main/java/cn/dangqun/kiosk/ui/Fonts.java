package cn.dangqun.kiosk.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.text.Font;

/// Makes sure that the two families of the visual language are there before the first screen: without them names turn
/// into boxes, or into Japanese forms (PLATFORM B §2). Call on any thread once the toolkit runs.
public final class Fonts {
    public static final String SANS = "Noto Sans CJK SC";
    public static final String SERIF = "Noto Serif CJK SC";

    private static final Path FOLDER = Path.of("/usr/share/fonts/opentype/noto");
    private static final List<String> FILES = List.of(
            "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc");

    private Fonts() {}

    /// @throws IllegalStateException naming the package to install
    public static void require() {
        if (!missing().isEmpty()) {
            loadFromPackage();
        }
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "fonts missing: " + String.join(", ", missing) + "; install the package fonts-noto-cjk");
        }
    }

    private static Set<String> missing() {
        var wanted = new TreeSet<>(Set.of(SANS, SERIF));
        wanted.removeAll(new HashSet<>(Font.getFamilies()));
        return wanted;
    }

    private static void loadFromPackage() {
        for (var file : FILES) {
            var path = FOLDER.resolve(file);
            if (Files.isReadable(path)) {
                Font.loadFonts(path.toUri().toString(), 24);
            }
        }
    }
}
