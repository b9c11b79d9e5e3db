package cn.dangqun.server.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY = Pattern.compile(
            "\"((?:text|books|web|server|accounts|attendance|queue|kiosks|codes|wall|review|trail|upkeep|backup|organizations|roster|intake"
                    + "|plan|sites|staff|rules|meeting|start|services|rota|minutes|notice|life|turnout|study|fees|reading|contact|reports)"
                    + "(?:\\.[A-Za-z0-9-]+){2})\"");
    private static final Pattern CALL =
            Pattern.compile("texts(?:\\(\\))?\\.get\\(\"([^\"]+)\"((?:[^()]|\\([^()]*\\))*)\\)");

    private final Texts texts = new Texts();

    @Test
    void hasEveryTextThatIsUsedAndUsesEveryTextItHas() throws IOException {
        var used = new TreeSet<String>();
        for (var source : sources()) {
            KEY.matcher(source).results().forEach(each -> used.add(each.group(1)));
        }

        assertEquals(used, new TreeSet<>(texts.keys()));
    }

    @Test
    void givesEveryPlaceholderItsValue() throws IOException {
        for (var source : sources()) {
            CALL.matcher(source).results().forEach(call -> {
                int given = call.group(2).isBlank() ? 0 : topLevelCommas(call.group(2));
                assertEquals(placeholders(texts.get(call.group(1))), given, call.group(1));
            });
        }
    }

    @Test
    void refusesAKeyItDoesNotHave() {
        assertThrows(IllegalArgumentException.class, () -> texts.get("no.such.key"));
    }

    private static Set<String> sources() throws IOException {
        var sources = new TreeSet<String>();
        for (var root : new String[] {"src/main/java", "src/main/jte"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static int placeholders(String text) {
        return (int) Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(each -> each.group())
                .distinct()
                .count();
    }

    private static int topLevelCommas(String arguments) {
        int depth = 0;
        int commas = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char each = arguments.charAt(i);
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
            commas += each == ',' && depth == 0 ? 1 : 0;
        }
        return commas;
    }
}
