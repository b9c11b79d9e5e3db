package cn.dangqun.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[a-z]+\\.)+[A-Za-z.]+)\"");
    private static final Pattern FILE = Pattern.compile(".*\\.(db|css|key|pem|p12|lock|json|tsv)");
    /// Keys that are put together in the source: the second lines of tiles, steps and notices.
    private static final List<String> ENDINGS = List.of(".means", ".how", ".next");

    @Test
    void hasAllTextsThatTheSourceNamesAndNoOther() throws IOException {
        var named = new TreeSet<>(named());
        var known = read("texts.properties").keySet();
        for (var key : Set.copyOf(named)) {
            ENDINGS.stream().map(key::concat).filter(known::contains).forEach(named::add);
        }
        named.removeIf(key -> FILE.matcher(key).matches());
        named.retainAll(withKnownFirstWord(named, known));

        assertEquals(String.join("\n", known), String.join("\n", named));
    }

    @Test
    void namesTheKeyThatIsMissing() {
        var fault = assertThrows(
                IllegalArgumentException.class, () -> Texts.chinese().get("no.such.key"));

        assertTrue(fault.getMessage().contains("no.such.key"));
    }

    @Test
    void speaksOfTimeAsPeopleDo() {
        var texts = Texts.chinese();
        var zone = ZoneId.of("Asia/Shanghai");
        var at = Instant.parse("2026-11-10T01:02:00Z");

        assertEquals("09:02", texts.time(at, zone));
        assertEquals("2026年11月10日", texts.date(at, zone));
        assertEquals("星期二", texts.weekday(at, zone));
        assertEquals("刚刚", texts.ago(Duration.ofSeconds(59)));
        assertEquals("59 分钟前", texts.ago(Duration.ofMinutes(59)));
        assertEquals("23 小时前", texts.ago(Duration.ofHours(23)));
        assertEquals("2 天前", texts.ago(Duration.ofHours(49)));
    }

    private static Set<String> withKnownFirstWord(Set<String> named, Set<String> known) {
        var words = new TreeSet<String>();
        known.forEach(key -> words.add(key.substring(0, key.indexOf('.'))));
        var kept = new TreeSet<>(named);
        kept.removeIf(key -> !words.contains(key.substring(0, key.indexOf('.'))));
        return kept;
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(hit -> named.add(hit.group(1)));
            }
        }
        return named;
    }

    private static Map<String, String> read(String resource) throws IOException {
        var words = new Properties();
        try (var in = Texts.class.getResourceAsStream(resource)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var map = new TreeMap<String, String>();
        words.stringPropertyNames().forEach(key -> map.put(key, words.getProperty(key)));
        return map;
    }
}
