package cn.dangqun.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Writes papers as PDF, with the characters they use embedded, so that every printer prints every name. Takes
/// a second or two and about 50 MB while it works: for a background thread, one at a time.
public final class Papers {
    private static final Path DEBIAN = Path.of("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc");

    private final Path font;

    /// `font`: a collection whose third face is Simplified Chinese.
    public Papers(Path font) {
        this.font = font;
    }

    /// With the font of Debian's package fonts-noto-cjk.
    public static Papers withDebiansFont() {
        return new Papers(DEBIAN);
    }

    public void write(Paper paper, OutputStream out) throws IOException {
        write(List.of(paper), out);
    }

    /// One after another, each with its own page numbers. `out` stays open.
    ///
    /// @throws IOException when the font is not installed, or `out` fails
    public void write(List<? extends Paper> papers, OutputStream out) throws IOException {
        write(papers, out, false);
    }

    /// One after another as one paper, whose pages are numbered through. `out` stays open.
    ///
    /// @throws IOException when the font is not installed, or `out` fails
    public void writeThrough(List<? extends Paper> papers, OutputStream out) throws IOException {
        write(papers, out, true);
    }

    private void write(List<? extends Paper> papers, OutputStream out, boolean through) throws IOException {
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("nothing to print");
        }
        var typeface = Typeface.load(font);
        var words = Words.load();
        try (var document = new Document(size(leaf(papers.getFirst())))) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            document.open();
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
            int following = 0;
            var laid = new ArrayDeque<Laid>();
            for (var paper : papers.reversed()) {
                var composition = new Composition(typeface, leaf(paper));
                lay(composition, words, paper, following);
                var pages = Pages.of(composition.pieces(), composition.leaf());
                following = paper instanceof Cover ? 0 : following + pages.size();
                laid.addFirst(new Laid(composition, pages, !(paper instanceof Cover || paper instanceof BoxLabels)));
            }
            int all = laid.stream().mapToInt(each -> each.pages().size()).sum();
            int before = 0;
            for (var each : laid) {
                int of = through ? all : each.pages().size();
                print(each, document, writer, typeface, words, through ? before : 0, of);
                before += each.pages().size();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (DocumentException e) {
            throw new IOException("the pages cannot be written", e);
        }
    }

    /// `numbered`: says at its foot which page of how many it is.
    private record Laid(Composition composition, List<List<Pages.Placed>> pages, boolean numbered) {}

    private static Rectangle size(Leaf leaf) {
        return new Rectangle((float) leaf.wide(), (float) leaf.high());
    }

    private static Leaf leaf(Paper paper) {
        return paper instanceof Register register ? RegisterForm.leaf(register) : Leaf.UPRIGHT;
    }

    /// `following`: how many pages the papers behind it have, up to the next cover.
    private static void lay(Composition composition, Words words, Paper paper, int following) {
        switch (paper) {
            case SignInSheet sheet -> new SignInForm(words).lay(composition, sheet);
            case Announcement said -> new AnnouncementForm(words).lay(composition, said);
            case BallotProtocol ballot -> new BallotForm(words).lay(composition, ballot);
            case MinutesPage page -> new MinutesForm(words).lay(composition, page);
            case Register register -> new RegisterForm(words).lay(composition, register);
            case Chronicle book -> ChronicleForm.lay(composition, book);
            case Cover cover -> new CoverForm(words).lay(composition, cover, following);
            case BoxLabels labels -> new BoxLabelsForm(words).lay(composition, labels);
            case ResolutionReport report -> new ReportForm(words).lay(composition, report);
        }
    }

    /// `before`: how many numbered pages come before its first, of `all`.
    private static void print(
            Laid laid, Document document, PdfWriter writer, Typeface typeface, Words words, int before, int all) {
        var pages = laid.pages();
        var leaf = laid.composition().leaf();
        document.setPageSize(size(leaf));
        for (int i = 0; i < pages.size(); i++) {
            document.newPage();
            writer.setPageEmpty(false);
            var pen = new Pen(writer.getDirectContent(), typeface, leaf.high());
            pages.get(i).forEach(placed -> placed.piece().drawing().draw(pen, placed.top()));
            if (laid.numbered()) {
                foot(
                        pen,
                        leaf,
                        words.get("paper.page", before + i + 1, all),
                        laid.composition().foot());
            }
        }
    }

    private static void foot(Pen pen, Leaf leaf, String number, String what) {
        double top = leaf.foot() - Style.SMALL.ascent();
        double left = (leaf.wide() - pen.width(number, Style.SMALL)) / 2;
        pen.text(number, Style.SMALL, left, top, 0);
        if (leaf.left() + pen.width(what, Style.FOOT) < left - Style.SMALL.size()) {
            pen.text(what, Style.FOOT, leaf.left(), top, 0);
        }
    }
}
