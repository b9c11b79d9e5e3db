package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a feature costs outside its own package, counted in the sources: one line in the list of features,
/// and its texts.
class FeatureFilesTest {
    private static final Path SOURCES = Path.of("src/main");
    private static final String PACKAGE = "cn/dangqun/kiosk/";
    private static final Pattern COMMENT = Pattern.compile("//.*|(?s)/\\*.*?\\*/");

    @Test
    void theQueueIsMentionedInTheListOfFeaturesAndTheTextsOnly() throws IOException {
        var others = mentioning("queue");
        others.removeIf(FeatureFilesTest::isBuiltOnTheQueue);

        assertEquals(Set.of("Features.java", "texts.properties"), others);
    }

    /// The page for the windows, the guide to what the windows do, and appointments for it.
    private static boolean isBuiltOnTheQueue(String file) {
        return Stream.of("window", "guide", "appointment", "request")
                .anyMatch(each -> Files.exists(
                        SOURCES.resolve("java").resolve(PACKAGE + each).resolve(file)));
    }

    @Test
    void noFeatureIsMentionedInMoreFilesThanTheListOfFeaturesAndTheTexts() throws IOException {
        for (var feature : List.of("wall", "privacy", "help", "enrolment")) {
            var others = mentioning(feature);
            others.removeAll(Set.of("Features.java", "texts.properties"));

            assertEquals(Set.of(), others, feature);
        }
    }

    @Test
    void findsAMentionWhereThereIsOne() throws IOException {
        assertTrue(mentioning("staff").contains("HelpPlace.java"));
        assertFalse(types("queue").isEmpty());
    }

    /// Names of the files outside the feature's folders that mention it in anything but a comment: its package, its
    /// texts, or one of its types.
    private static Set<String> mentioning(String feature) throws IOException {
        var mention = Pattern.compile("kiosk[./]" + feature + "\\b|(?m)^" + feature + "\\.[a-z]|\"" + feature
                + "\\.[a-z]|\\b(" + String.join("|", types(feature)) + ")\\b");
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains(PACKAGE + feature + "/"))
                    .toList()) {
                if (mention.matcher(withoutComments(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    private static String withoutComments(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    private static Set<String> types(String feature) throws IOException {
        try (var files = Files.list(SOURCES.resolve("java").resolve(PACKAGE + feature))) {
            return files.map(each -> each.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
