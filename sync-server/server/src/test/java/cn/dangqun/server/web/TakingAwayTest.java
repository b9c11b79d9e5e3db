package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What takes something away is asked about, or wants a reason that somebody must type.
class TakingAwayTest {
    private static final Path PAGES = Path.of("src/main/jte");
    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
    private static final Pattern TAKES_AWAY = Pattern.compile("action=\"[^\"]*/(removal|end|departure|retirement"
            + "|withdrawal|undoing|revocation|cancellation)\"|\"disabling\"|\"remove-second\"");
    private static final Pattern REASON = Pattern.compile("<input[^>]*name=\"reason\"[^>]*\\brequired\\b");

    @Test
    void noFormTakesSomethingAwayAtOnePress() throws IOException {
        var found = 0;
        var rash = new ArrayList<String>();
        try (var pages = Files.walk(PAGES)) {
            for (var page :
                    pages.filter(each -> each.toString().endsWith(".jte")).toList()) {
                var forms = FORM.matcher(Files.readString(page));
                while (forms.find()) {
                    var form = forms.group();
                    if (TAKES_AWAY.matcher(form).find()) {
                        found++;
                        if (!form.contains("data-confirm=")
                                && !REASON.matcher(form).find()) {
                            rash.add(PAGES.relativize(page) + " "
                                    + form.lines().findFirst().orElse(""));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), rash);
        assertTrue(found > 15, "only " + found + " such forms were seen");
    }
}
