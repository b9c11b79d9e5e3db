package cn.dangqun.domain.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A title and plain text, bounded so that a page of reference changes holds it. A line is a paragraph; one that begins
/// with `# ` is a heading, one that begins with a number is an article; lines that begin with
/// `|` are the rows of a table. There is no other markup.
public record WallText(String title, String body) {
    public static final int LONGEST_TITLE = 40;
    public static final int LONGEST_BODY = 6000;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");
    private static final Pattern ARTICLE =
            Pattern.compile("([（(][一二三四五六七八九十百]{1,4}[）)]|第[一二三四五六七八九十百]{1,4}条|\\d{1,2}[.．、])[\\s　]*(.+)");
    private static final String HEADING = "# ";

    public WallText {
        if (title.isBlank() || !fits(title, LONGEST_TITLE) || title.contains("\n")) {
            throw new IllegalArgumentException("a wall text has a title of 1 to " + LONGEST_TITLE + " characters");
        }
        if (body.isBlank() || !fits(body, LONGEST_BODY)) {
            throw new IllegalArgumentException("a wall text has 1 to " + LONGEST_BODY + " characters");
        }
        if (CONTROL.matcher(title + body).find()) {
            throw new IllegalArgumentException("a wall text has no control characters");
        }
    }

    /// Text as people typed it: line ends of any kind, cells brought along from a sheet as rows of a table, other
    /// tabs as spaces, nothing at the edges.
    public static WallText typed(String title, String body) {
        var plain = body.replace("\r\n", "\n").replace('\r', '\n');
        var lines = plain.lines().map(TableRows::pasted).collect(Collectors.joining("\n"));
        return new WallText(title.strip(), lines.strip());
    }

    private static boolean fits(String text, int most) {
        return text.codePointCount(0, text.length()) <= most;
    }

    public List<WallBlock> blocks() {
        var blocks = new ArrayList<WallBlock>();
        var rows = new ArrayList<List<String>>();
        for (var line : body.lines().map(String::strip).toList()) {
            var cells = TableRows.cells(line);
            if (!cells.isEmpty()) {
                rows.add(cells);
            } else if (!line.isEmpty()) {
                close(rows, blocks);
                blocks.add(block(line));
            }
        }
        close(rows, blocks);
        return blocks;
    }

    private static void close(List<List<String>> rows, List<WallBlock> blocks) {
        if (!rows.isEmpty()) {
            blocks.add(TableRows.table(rows));
            rows.clear();
        }
    }

    private static WallBlock block(String line) {
        if (line.startsWith(HEADING) && line.length() > HEADING.length()) {
            return new WallBlock.Heading(line.substring(HEADING.length()).strip());
        }
        var article = ARTICLE.matcher(line);
        return article.matches()
                ? new WallBlock.Article(article.group(1), article.group(2))
                : new WallBlock.Paragraph(line);
    }
}
